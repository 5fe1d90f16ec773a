package io.revops.book;

/** The id of a payment, as its source system writes it. */
public record PaymentId(String value) implements FactId {
    public PaymentId {
        value = FactId.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
