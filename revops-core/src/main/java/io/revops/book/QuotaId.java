package io.revops.book;

/** The id of a quota, as its source system writes it. */
public record QuotaId(String value) implements FactId {
    public QuotaId {
        value = FactId.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
