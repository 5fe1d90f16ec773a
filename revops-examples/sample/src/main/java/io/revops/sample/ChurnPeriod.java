package io.revops.sample;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What an account did in one period, and what it was likely to do in the next 30 days.
 *
 * @param number the period, counted from 0 of the world
 * @param seen every driver as it stands at the end of the period
 * @param asked whether the survey's answer was given in this period
 * @param championLeft whether the champion left in this period
 * @param features a bit for each feature that was used
 * @param byWill the chance to leave by its own will in the next 30 days
 * @param byPayment the chance to leave by failed payments in the next 30 days, if not by its own will
 */
public record ChurnPeriod(
        int number,
        Map<ChurnDriver, Double> seen,
        boolean asked,
        boolean championLeft,
        int features,
        double byWill,
        double byPayment) {
    public ChurnPeriod {
        seen = Collections.unmodifiableMap(new EnumMap<>(seen));
    }

    int count(ChurnDriver driver) {
        return (int) StrictMath.round(seen.getOrDefault(driver, 0.0));
    }
}
