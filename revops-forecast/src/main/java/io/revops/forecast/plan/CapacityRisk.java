package io.revops.forecast.plan;

import java.util.List;

/**
 * What is not certain of a team's capacity, beside who leaves when.
 *
 * @param each how much reps' attainments differ, as their standard deviation over their mean
 * @param shared how much the attainment of all differs together from year to year, likewise: the market, the product
 * @param latest how many months a hire may start late: each number from 0 is as likely
 * @param past attainments of reps as they were: where there are any, reps draw from them, scaled to the planned mean, and not
 *     from {@code each}
 */
public record CapacityRisk(double each, double shared, int latest, List<Double> past) {
    public CapacityRisk {
        past = List.copyOf(past);
        double sum = 0;
        for (double attainment : past) {
            if (!(attainment >= 0 && Double.isFinite(attainment))) {
                throw new IllegalArgumentException(
                        "A past attainment is " + attainment + ". Maybe 0 or more: 0.8 for 80 %.");
            }
            sum += attainment;
        }
        if (!past.isEmpty() && sum == 0) {
            throw new IllegalArgumentException(
                    "Nobody ever sold anything, so no attainment can be drawn. Maybe CapacityRisk.of(0.4, 0.1).");
        }
        if (!(each >= 0 && each <= 10 && shared >= 0 && shared <= 10)) {
            throw new IllegalArgumentException("The attainment spreads by " + each + " and " + shared
                    + ". Maybe 0.4 among reps and 0.1 from year to year.");
        }
        if (latest < 0) {
            throw new IllegalArgumentException("A hire starts " + latest + " months late. Maybe 0 or more.");
        }
    }

    /** Lognormal attainments with a spread among reps and one that they share; hires start in time. */
    public static CapacityRisk of(double each, double shared) {
        return new CapacityRisk(each, shared, 0, List.of());
    }

    /** Attainments as they were, and a spread that reps share. */
    public static CapacityRisk ofPast(List<Double> attainments, double shared) {
        return new CapacityRisk(0, shared, 0, attainments);
    }

    /** {@code attainments spread by 40.0 %, all together by 10.0 %}. */
    @Override
    public String toString() {
        return (past.isEmpty()
                        ? "attainments spread by " + PlanExplanation.percent(each)
                        : past.size() + " past attainments")
                + ", all together by " + PlanExplanation.percent(shared)
                + (latest == 0 ? "" : ", hires up to " + latest + " months late");
    }

    /** The same where hires may start up to so many months late. */
    public CapacityRisk withLateStarts(int months) {
        return new CapacityRisk(each, shared, months, past);
    }
}
