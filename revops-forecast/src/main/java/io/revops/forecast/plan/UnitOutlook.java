package io.revops.forecast.plan;

import io.revops.metric.Proportion;
import io.revops.metric.Reading;
import io.revops.money.Money;
import java.util.Objects;

/**
 * How a unit's quota stands to what it is forecast to sell.
 *
 * @param id the unit's
 * @param quota what it is asked for over the forecast's period
 * @param expected the mean of its forecast
 * @param chance in how many of the possible outcomes its quota is reached
 * @param low a tenth of the outcomes are at or below it
 * @param high nine tenths of the outcomes are at or below it
 * @param load quota over expected, over the same of all with a forecast: 1 is as loaded as the whole; undefined where nothing
 *     is expected
 */
public record UnitOutlook(
        String id,
        Money quota,
        double expected,
        Proportion chance,
        Reading<Double> low,
        Reading<Double> high,
        Reading<Double> load) {
    /** How far from the whole's load is still even-handed: 15 %. */
    public static final double TOLERANCE = 0.15;

    /** How a quota stands to the others. */
    public enum Assigned {
        /** It asks for more than the others do, of what is expected. */
        OVER,
        FAIR,
        /** It asks for less than the others do. */
        UNDER
    }

    public UnitOutlook {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(chance, "chance");
    }

    /** Over- or under-assigned by more than 15 %. */
    public Assigned assigned() {
        return assigned(TOLERANCE);
    }

    /** Over- or under-assigned by more than a share; with nothing expected, any quota is over. */
    public Assigned assigned(double tolerance) {
        if (load.value().isEmpty()) {
            return quota.isZero() ? Assigned.FAIR : Assigned.OVER;
        }
        double of = load.value().get();
        return of > 1 + tolerance ? Assigned.OVER : of < 1 - tolerance ? Assigned.UNDER : Assigned.FAIR;
    }

    /** {@code Ana: USD 1,000.00, expected 900.00, chance 41 of 150, OVER}. */
    @Override
    public String toString() {
        Money mean = Cents.nearest(expected, quota.currency());
        return id + ": " + Cents.print(quota) + ", expected " + Cents.print(mean) + ", chance " + chance + ", "
                + assigned();
    }
}
