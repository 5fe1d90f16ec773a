package io.revops.forecast.learn;

import java.util.Objects;

/**
 * Something found in data to learn from.
 *
 * @param code what, for a program
 * @param column of which column; empty if of the table
 * @param count in how many rows, or how many there are of it
 * @param text what, for a reader, with the next step
 */
public record Finding(FindingCode code, String column, long count, String text) {
    public Finding {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(text, "text");
    }

    /** {@code CONSTANT_COLUMN: ...}. */
    @Override
    public String toString() {
        return code + ": " + text;
    }
}
