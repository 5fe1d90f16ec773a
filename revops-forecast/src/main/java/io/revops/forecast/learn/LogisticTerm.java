package io.revops.forecast.learn;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What one feature does in a logistic regression: coefficient · (value − mean), or for a missing value nothing; and where that it
 * is missing has a coefficient of its own, that times (1 if missing, else 0, − share missing).
 *
 * @param feature which
 * @param mean of the rows that have a value, as learnt
 * @param coefficient by how much the log-odds rise with one more; 0 for a column that was left out
 * @param standardError of the coefficient; empty for a column that was left out
 * @param missingShare the share of rows that missed it, as learnt
 * @param missingCoefficient by how much the log-odds are higher where it is missing; 0 where too few missed it
 */
public record LogisticTerm(
        Feature feature,
        double mean,
        double coefficient,
        OptionalDouble standardError,
        double missingShare,
        double missingCoefficient) {
    public LogisticTerm {
        Objects.requireNonNull(feature, "feature");
        Objects.requireNonNull(standardError, "standardError");
        if (!Double.isFinite(mean)
                || !Double.isFinite(coefficient)
                || !Double.isFinite(missingShare)
                || !Double.isFinite(missingCoefficient)) {
            throw new IllegalArgumentException("The term of (" + feature + ") is not finite (" + coefficient + " at "
                    + mean + ", missing " + missingCoefficient + " at " + missingShare
                    + "). Maybe the file was changed.");
        }
    }

    /** What a value adds to the log-odds. */
    double contribution(double value) {
        return Double.isNaN(value)
                ? missingCoefficient * (1 - missingShare)
                : coefficient * (value - mean) - missingCoefficient * missingShare;
    }
}
