package io.revops.forecast.survival;

import java.util.Objects;

/**
 * What one column does to the hazard.
 *
 * @param name of the column
 * @param mean its weighted mean in the data; the baseline is that of means
 * @param coefficient by how much the log-hazard rises with each unit of the column
 */
public record CoxColumn(String name, double mean, double coefficient) {
    public CoxColumn {
        Objects.requireNonNull(name, "name");
        Checks.finite("the column (" + name + ")", mean, coefficient);
    }
}
