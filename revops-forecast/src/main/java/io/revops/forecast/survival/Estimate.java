package io.revops.forecast.survival;

import io.revops.forecast.arithmetic.Tails;

/**
 * A number told from data, and by how much it would differ from sample to sample.
 *
 * @param value the number
 * @param standardError the standard deviation of its error
 */
public record Estimate(double value, double standardError) {
    public Estimate {
        if (!Double.isFinite(value) || !(standardError >= 0) || Double.isInfinite(standardError)) {
            throw new IllegalArgumentException("There is no estimate of " + value + " with a standard error of "
                    + standardError + ". Maybe more data.");
        }
    }

    /** value ± z · standard error, z of the normal distribution. */
    public Interval interval(double level) {
        double half = Tails.z(level) * standardError;
        return new Interval(value - half, value + half, level);
    }

    /** How likely a number as far from zero is, if it were zero: two-sided, normal; 1 if it is zero without error. */
    public double pValue() {
        return value == 0 ? 1 : Tails.twoSided(value / standardError);
    }
}
