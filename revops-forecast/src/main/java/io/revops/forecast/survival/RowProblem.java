package io.revops.forecast.survival;

import java.util.Objects;

/**
 * Why a lifetime was left out.
 *
 * @param kind for a program
 * @param id whose
 * @param text for a reader
 */
public record RowProblem(Kind kind, String id, String text) {
    public RowProblem {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(text, "text");
    }

    /** What can be wrong with a lifetime. */
    public enum Kind {
        /** A time, a weight or a column is NaN or infinite. */
        NOT_A_NUMBER,
        /** It ends, or is entered, before it began. */
        NEGATIVE_TIME,
        /** It is over at the moment, or before, it was first seen. */
        EXIT_BEFORE_ENTRY,
        /** It counts zero times, or less. */
        WEIGHT_NOT_POSITIVE,
        /** It has more or fewer values than there are columns. */
        WRONG_COLUMNS,
        /** Another one has the same id. */
        DUPLICATE_ID
    }

    @Override
    public String toString() {
        return text;
    }
}
