package io.revops.forecast.pipeline;

/**
 * How a hazard changes from each size of deals to the next, as one number: multipliers exp(β · size) of a Poisson regression.
 *
 * <p>Sizes drawn towards 1, each for itself, would leave the few large deals at the hazard of the many small ones, and what is expected in
 * money would be too much where large deals are won less often. β is drawn towards 0 by the share of its square that may be chance:
 * β · max(0, 1 − se² / β²), so that where size makes no difference there is no trend (W. James, C. Stein, Estimation with quadratic loss,
 * Berkeley Symposium 4, 1961, the positive part).
 */
final class SizeTrend {
    private static final int ROUNDS = 12;
    private static final double STEEPEST = 1;

    private SizeTrend() {}

    /**
     * The multipliers of the levels, whose first is that of deals without an amount and has 1; the mean of all others over what was
     * expected is 1.
     *
     * @param counted the events of each level
     * @param expected those that were expected without it
     */
    static double[] of(double[] counted, double[] expected) {
        double beta = slope(counted, expected);
        int first = counted.length;
        int last = 0;
        double all = 0;
        double middle = 0;
        for (int level = 1; level < counted.length; level++) {
            if (expected[level] > 0) {
                first = Math.min(first, level);
                last = level;
                all += expected[level];
                middle += expected[level] * level;
            }
        }
        double[] trend = new double[counted.length];
        double sum = 0;
        for (int level = 0; level < trend.length; level++) {
            double size = Math.max(first, Math.min(last, level));
            trend[level] = beta == 0 || level == 0 ? 1 : StrictMath.exp(beta * (size - middle / all));
            sum += level == 0 ? 0 : expected[level] * trend[level];
        }
        for (int level = 1; level < trend.length && sum > 0 && beta != 0; level++) {
            trend[level] *= all / sum;
        }
        return trend;
    }

    /** By Newton's method from no trend; 0 where fewer than two sizes had events, or it may be chance. */
    private static double slope(double[] counted, double[] expected) {
        double beta = 0;
        double information = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double events = 0;
            double eventSizes = 0;
            double weight = 0;
            double sizes = 0;
            double squares = 0;
            for (int level = 1; level < counted.length; level++) {
                double x = expected[level] * StrictMath.exp(beta * level);
                events += counted[level];
                eventSizes += counted[level] * level;
                weight += x;
                sizes += x * level;
                squares += x * level * level;
            }
            if (events == 0 || weight == 0) {
                return 0;
            }
            double mean = sizes / weight;
            information = events * (squares / weight - mean * mean);
            if (!(information > 0)) {
                return 0;
            }
            beta += (eventSizes - events * mean) / information;
            beta = Math.max(-STEEPEST, Math.min(STEEPEST, beta));
        }
        return beta == 0 ? 0 : beta * Math.max(0, 1 - 1 / (information * beta * beta));
    }
}
