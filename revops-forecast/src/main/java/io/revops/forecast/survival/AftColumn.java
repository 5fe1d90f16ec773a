package io.revops.forecast.survival;

import java.util.Objects;

/**
 * What one column does to a lifetime.
 *
 * @param name of the column
 * @param coefficient by how much the logarithm of the time rises with each unit of the column
 */
public record AftColumn(String name, double coefficient) {
    public AftColumn {
        Objects.requireNonNull(name, "name");
        Checks.finite("the column (" + name + ")", coefficient);
    }
}
