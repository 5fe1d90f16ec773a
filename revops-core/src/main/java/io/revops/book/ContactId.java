package io.revops.book;

/** The id of a contact, as its source system writes it. */
public record ContactId(String value) implements FactId {
    public ContactId {
        value = FactId.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
