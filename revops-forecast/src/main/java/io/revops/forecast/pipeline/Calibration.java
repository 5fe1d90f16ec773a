package io.revops.forecast.pipeline;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What resolved periods say of the time model: by how much it is off on the whole, and how much all deals of a period share beyond
 * their own luck.
 *
 * <p>The bias is what happened over what was expected, with one period of no bias added: b = (Σ w·a + f̄) / (Σ w·f + f̄), where a
 * period that overlaps others counts with w = the days between origins over its length, halved for every half year since. The shock is a factor of mean 1 that all deals of a period share; its variance is what is left of the squared
 * errors that were made with the bias known then, once the deals' own variance is taken away:
 * σ² = max(0, mean((a − b·f)² − b²·v) / mean((b·f)²)) · (1 + 1/n), n the number of periods that do not overlap.
 *
 * @param bias what the expected is multiplied with
 * @param shock the standard deviation of the factor; empty if no period was resolved
 */
record Calibration(double bias, OptionalDouble shock) {
    /** After so many days a resolved period counts half: two quarters. */
    private static final double HALF_LIFE = 182;

    private static final double PRIOR_PERIODS = 1;

    /**
     * A resolved period.
     *
     * @param end the day after its last
     * @param expected what the time model expected of the rest of it
     * @param variance the variance of that if every deal had only its own luck
     * @param calibrated the expected times the bias known then
     * @param actual what the rest of it brought
     */
    record Resolved(int end, double expected, double variance, double calibrated, double actual) {}

    /** From periods that ended by the end of a day. */
    static Calibration of(List<Resolved> resolved, int day, int every, int days) {
        double overlap = Math.min(1, every / (double) days);
        double happened = 0;
        double expected = 0;
        double weights = 0;
        double squaredWeights = 0;
        double over = 0;
        double squares = 0;
        for (Resolved period : resolved) {
            if (period.end() > day + 1) {
                continue;
            }
            double weight = overlap * StrictMath.pow(0.5, (day + 1 - period.end()) / HALF_LIFE);
            weights += weight;
            squaredWeights += weight * weight;
            happened += weight * period.actual();
            expected += weight * period.expected();
            double off = period.actual() - period.calibrated();
            double bias = period.expected() == 0 ? 1 : period.calibrated() / period.expected();
            over += weight * (off * off - bias * bias * period.variance());
            squares += weight * period.calibrated() * period.calibrated();
        }
        double prior = weights == 0 ? 0 : PRIOR_PERIODS * expected / weights;
        double bias = prior == 0 ? 1 : (happened + prior) / (expected + prior);
        if (squares == 0) {
            return new Calibration(bias, OptionalDouble.empty());
        }
        double apart = Math.max(1, weights * weights / (squaredWeights / overlap));
        double shock = StrictMath.sqrt(Math.max(0, over / squares) * (1 + 1 / apart));
        return new Calibration(bias, OptionalDouble.of(shock));
    }
}
