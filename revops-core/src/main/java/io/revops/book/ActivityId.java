package io.revops.book;

/** The id of an activity, as its source system writes it. */
public record ActivityId(String value) implements FactId {
    public ActivityId {
        value = FactId.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
