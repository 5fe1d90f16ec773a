package io.revops.forecast.plan;

import io.revops.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;

/**
 * Reps who are expected to sell the same share of the same quota: the ramped, the new.
 *
 * @param name of the group
 * @param reps how many, from 0
 * @param quota of each
 * @param attainment the share of it that each sells, from 0
 */
public record RepGroup(String name, BigDecimal reps, Money quota, BigDecimal attainment) {
    public RepGroup {
        Objects.requireNonNull(name, "name");
        if (reps.signum() < 0 || attainment.signum() < 0) {
            throw InvalidPlanException.of(
                    PlanFaultCode.OUT_OF_RANGE,
                    name,
                    "reps",
                    "The group (" + name + ") has " + reps + " reps at an attainment of " + attainment
                            + ". Maybe both from 0 up.");
        }
    }

    public static RepGroup of(String name, double reps, Money quota, double attainment) {
        return new RepGroup(name, BigDecimal.valueOf(reps), quota, BigDecimal.valueOf(attainment));
    }

    /** reps × quota × attainment. */
    public Money expected() {
        return quota.times(reps).times(attainment);
    }

    /** What several sell together. */
    public static Money expected(List<RepGroup> groups) {
        return groups.stream()
                .map(RepGroup::expected)
                .reduce(Money::plus)
                .orElseThrow(() -> InvalidPlanException.of(
                        PlanFaultCode.NOBODY, "", "groups", "There is no group of reps. Maybe add the ramped."));
    }

    /**
     * How many full reps a target needs: target / (quota × attainment), to four digits, half-up.
     *
     * @param attainment above 0
     */
    public static BigDecimal exactlyNeeded(Money target, Money quota, double attainment) {
        return needed(target, quota, attainment, 4, RoundingMode.HALF_UP);
    }

    /** The same in whole people: ⌈target / (quota × attainment)⌉, by exact arithmetic, so that ten is not eleven. */
    public static int needed(Money target, Money quota, double attainment) {
        return needed(target, quota, attainment, 0, RoundingMode.CEILING).intValueExact();
    }

    private static BigDecimal needed(Money target, Money quota, double attainment, int digits, RoundingMode rounding) {
        Money each = quota.times(BigDecimal.valueOf(attainment));
        if (!target.currency().equals(quota.currency())) {
            throw InvalidPlanException.of(
                    PlanFaultCode.MIXED_CURRENCY,
                    "",
                    "quota",
                    "The target is " + target + " and a quota " + quota
                            + ". Maybe convert one of them with ExchangeRates first.");
        }
        if (each.signum() <= 0) {
            throw new IllegalArgumentException("Each rep sells " + each + ". Maybe a quota and an attainment above 0.");
        }
        return target.amount().divide(each.amount(), digits, rounding);
    }
}
