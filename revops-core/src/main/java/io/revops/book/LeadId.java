package io.revops.book;

/** The id of a lead, as its source system writes it. */
public record LeadId(String value) implements FactId {
    public LeadId {
        value = FactId.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
