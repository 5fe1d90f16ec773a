package io.revops.book;

/** The id of a sales representative, as its source system writes it. */
public record RepId(String value) implements FactId {
    public RepId {
        value = FactId.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
