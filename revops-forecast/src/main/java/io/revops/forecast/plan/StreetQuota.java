package io.revops.forecast.plan;

import io.revops.metric.Ratio;
import io.revops.money.Money;
import java.util.Objects;

/**
 * The sum of ramped quotas beside the target: how much of it must be sold, and how much more it is than needed.
 *
 * @param street Σ ramped quotas, above 0
 * @param target in the same currency, above 0
 */
public record StreetQuota(Money street, Money target) {
    public StreetQuota {
        Objects.requireNonNull(street, "street");
        Objects.requireNonNull(target, "target");
        if (street.signum() <= 0 || target.signum() <= 0) {
            throw new IllegalArgumentException(
                    "The street quota is " + street + " and the target " + target + ". Maybe amounts above 0.");
        }
    }

    /** target / street: the attainment that brings the target. */
    public Ratio attainmentFactor() {
        return Ratio.of(target, street);
    }

    /** street / target: customarily 120 to 125 %. */
    public Ratio overAssignment() {
        return Ratio.of(street, target);
    }
}
