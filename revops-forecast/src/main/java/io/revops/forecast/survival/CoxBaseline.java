package io.revops.forecast.survival;

import java.util.Objects;

/**
 * The cumulative hazard of one stratum for a row whose columns are all at their means.
 *
 * @param stratum its name
 * @param observedTo the last time that anything is known of
 * @param times at which something ended, rising
 * @param hazard H₀ just after
 * @param variances of H₀, for known coefficients
 * @param drift by time, then column: ∫ (mean of the column among those at risk − its mean in the data) dH₀
 */
public record CoxBaseline(
        String stratum, double observedTo, Doubles times, Doubles hazard, Doubles variances, Doubles drift) {
    public CoxBaseline {
        Objects.requireNonNull(stratum, "stratum");
        Objects.requireNonNull(drift, "drift");
        Checks.finite("the baseline", observedTo);
        if (times.size() > 0) {
            Checks.sameSize(times, hazard, variances);
        }
    }
}
