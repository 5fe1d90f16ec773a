package io.revops.forecast.learn;

import java.util.Objects;

/**
 * A column of numbers that a model reads.
 *
 * @param name of the column, unique in its data set
 * @param source the column it was made of: {@code Contract} of {@code Contract=Two year}; of a column as it came, its own name.
 *     Reasons are added up by source
 */
public record Feature(String name, String source) {
    public Feature {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(source, "source");
        if (name.isBlank()) {
            throw new IllegalArgumentException("A feature has no name. Maybe the header of the table is cut.");
        }
    }

    /** A column as it came. */
    public static Feature of(String name) {
        return new Feature(name, name);
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
