package io.revops.book;

/** The id of a subscription, as its source system writes it. */
public record SubscriptionId(String value) implements FactId {
    public SubscriptionId {
        value = FactId.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
