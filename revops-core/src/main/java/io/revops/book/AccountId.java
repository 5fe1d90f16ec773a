package io.revops.book;

/** The id of an account, a customer or a prospect, as its source system writes it. */
public record AccountId(String value) implements FactId {
    public AccountId {
        value = FactId.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
