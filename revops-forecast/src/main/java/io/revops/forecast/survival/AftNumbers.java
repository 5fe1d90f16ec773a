package io.revops.forecast.survival;

import io.revops.forecast.Provenance;
import java.util.List;
import java.util.Objects;

/**
 * An accelerated failure time model as plain numbers: what is written to a file, and all that scoring needs.
 *
 * @param version of this list of components
 * @param scale the unit of the times
 * @param shape of the distribution
 * @param intercept μ, where all columns are zero
 * @param columns what each does, in the order of the lifetimes' columns
 * @param spread σ
 * @param covariance of μ, the coefficients and log σ, row by row: the inverse of the observed information
 * @param robust the same from the rows' residuals; empty if no weight is fractional
 * @param logLikelihood of the times
 * @param nullLogLikelihood of the times with no column
 * @param rows how many lifetimes
 * @param ended how many ended
 * @param provenance where it comes from
 */
public record AftNumbers(
        int version,
        TimeScale scale,
        AftShape shape,
        double intercept,
        List<AftColumn> columns,
        double spread,
        Doubles covariance,
        Doubles robust,
        double logLikelihood,
        double nullLogLikelihood,
        int rows,
        int ended,
        Provenance provenance) {
    /** The version that this library writes. */
    public static final int VERSION = 1;

    public AftNumbers {
        Objects.requireNonNull(scale, "scale");
        Objects.requireNonNull(shape, "shape");
        Objects.requireNonNull(provenance, "provenance");
        columns = List.copyOf(columns);
        Checks.version(version, VERSION);
        Checks.finite("the model", intercept, spread, logLikelihood, nullLogLikelihood);
        int n = columns.size() + 2;
        if (!(spread > 0)
                || covariance.size() != n * n
                || (robust.size() != 0 && robust.size() != n * n)
                || !covariance.isFinite()
                || !robust.isFinite()) {
            throw new IllegalArgumentException("There are " + columns.size() + " columns, a spread of " + spread
                    + " and " + covariance.size() + " covariances. Maybe the file was cut.");
        }
    }
}
