package io.revops.book;

/** The id of an invoice, as its source system writes it. */
public record InvoiceId(String value) implements FactId {
    public InvoiceId {
        value = FactId.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
