package io.revops.book;

/** The id of an opportunity, a deal, as its source system writes it. */
public record OpportunityId(String value) implements FactId {
    public OpportunityId {
        value = FactId.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
