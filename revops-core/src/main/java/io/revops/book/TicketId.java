package io.revops.book;

/** The id of a support ticket, as its source system writes it. */
public record TicketId(String value) implements FactId {
    public TicketId {
        value = FactId.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
