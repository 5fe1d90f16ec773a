package io.revops.forecast.survival;

import io.revops.forecast.arithmetic.Tails;

/**
 * A test whose statistic is χ² if there is nothing to find.
 *
 * @param statistic at least 0
 * @param degrees of freedom
 */
public record ChiSquared(double statistic, int degrees) {
    public ChiSquared {
        if (!(statistic >= 0) || Double.isInfinite(statistic) || degrees < 1) {
            throw new IllegalArgumentException("There is no test of " + statistic + " on " + degrees
                    + " degrees of freedom. Maybe a statistic from 0 on.");
        }
    }

    /** How likely a statistic as large is, if there is nothing to find. */
    public double pValue() {
        return Tails.aboveChiSquared(statistic, degrees);
    }
}
