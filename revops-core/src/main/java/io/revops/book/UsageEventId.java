package io.revops.book;

/** The id of a usage event, as its source system writes it. */
public record UsageEventId(String value) implements FactId {
    public UsageEventId {
        value = FactId.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
