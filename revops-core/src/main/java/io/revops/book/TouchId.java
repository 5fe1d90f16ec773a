package io.revops.book;

/** The id of a touch, as its source system writes it. */
public record TouchId(String value) implements FactId {
    public TouchId {
        value = FactId.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
