package io.revops.book;

/** The id of a spend, as its source system writes it. */
public record SpendId(String value) implements FactId {
    public SpendId {
        value = FactId.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
