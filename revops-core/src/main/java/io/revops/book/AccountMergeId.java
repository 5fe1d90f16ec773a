package io.revops.book;

/** The id of a merge of two accounts, as its source system writes it. */
public record AccountMergeId(String value) implements FactId {
    public AccountMergeId {
        value = FactId.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
