package io.revops.forecast.survival;

import io.revops.forecast.Provenance;
import java.util.List;
import java.util.Objects;

/**
 * A Cox model as plain numbers: what is written to a file, and all that scoring needs.
 *
 * @param version of this list of components
 * @param scale the unit of the times
 * @param ties how they were met
 * @param ridge how strongly coefficients were drawn to zero, λ
 * @param columns what each does, in the order of the lifetimes' columns
 * @param covariance of the coefficients, row by row: the inverse of the information (with a ridge, of the penalised one)
 * @param robust the same from the rows' residuals; empty if no weight is fractional
 * @param logLikelihood at the coefficients, without what the ridge takes
 * @param nullLogLikelihood with all coefficients zero
 * @param score the score test's χ²
 * @param rows how many lifetimes
 * @param ended how many ended
 * @param concordance how often, of two rows in a stratum, the one with the higher risk ended first; 0.5 if no two can be compared
 * @param baselines of each stratum, in alphabetical order
 * @param provenance where it comes from
 */
public record CoxNumbers(
        int version,
        TimeScale scale,
        Ties ties,
        double ridge,
        List<CoxColumn> columns,
        Doubles covariance,
        Doubles robust,
        double logLikelihood,
        double nullLogLikelihood,
        double score,
        int rows,
        int ended,
        double concordance,
        List<CoxBaseline> baselines,
        Provenance provenance) {
    /** The version that this library writes. */
    public static final int VERSION = 1;

    public CoxNumbers {
        Objects.requireNonNull(scale, "scale");
        Objects.requireNonNull(ties, "ties");
        Objects.requireNonNull(provenance, "provenance");
        columns = List.copyOf(columns);
        baselines = List.copyOf(baselines);
        Checks.version(version, VERSION);
        Checks.finite("the model", ridge, logLikelihood, nullLogLikelihood, score, concordance);
        int p = columns.size();
        if (p == 0
                || baselines.isEmpty()
                || covariance.size() != p * p
                || (robust.size() != 0 && robust.size() != p * p)
                || !covariance.isFinite()
                || !robust.isFinite()) {
            throw new IllegalArgumentException("There are " + p + " columns, " + covariance.size() + " covariances and "
                    + baselines.size() + " baselines. Maybe the file was cut.");
        }
        for (CoxBaseline each : baselines) {
            if (each.drift().size() != p * each.times().size()) {
                throw new IllegalArgumentException("The baseline (" + each.stratum() + ") has "
                        + each.drift().size() + " drifts. Maybe the file was cut.");
            }
        }
    }
}
