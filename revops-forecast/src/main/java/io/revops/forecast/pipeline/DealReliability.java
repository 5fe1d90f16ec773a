package io.revops.forecast.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether what was given a probability happened as often: deals by the probability that they were given to be won in a period, beside
 * the share that was, over all origins of a backtest.
 *
 * @param bins those that hold a deal, from the least probable
 * @param brier the mean of (probability − outcome)², where the outcome is 1 or 0
 * @param base the same if every deal had been given the share that was won of all
 */
public record DealReliability(List<Bin> bins, double brier, double base) {
    /** The first probability of each bin. */
    private static final double[] FROM = {0, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9};

    public DealReliability {
        bins = List.copyOf(bins);
    }

    /**
     * Deals with a similar probability.
     *
     * @param from the least probability
     * @param cases how many deals, one for each origin at which it was open
     * @param expected the mean of their probabilities
     * @param won the share of them that was won in the period
     */
    public record Bin(double from, long cases, double expected, double won) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.3f expected, %.3f won, of %d", expected, won, cases);
        }
    }

    /** Counts deals into bins. */
    static final class Counts {
        private final long[] cases = new long[FROM.length];
        private final long[] won = new long[FROM.length];
        private final double[] expected = new double[FROM.length];
        private double squares;

        void add(double probability, boolean happened) {
            int bin = FROM.length - 1;
            while (probability < FROM[bin]) {
                bin--;
            }
            cases[bin]++;
            won[bin] += happened ? 1 : 0;
            expected[bin] += probability;
            double off = probability - (happened ? 1 : 0);
            squares += off * off;
        }

        DealReliability table() {
            List<Bin> bins = new ArrayList<>();
            long all = 0;
            long wins = 0;
            for (int b = 0; b < FROM.length; b++) {
                all += cases[b];
                wins += won[b];
                if (cases[b] > 0) {
                    bins.add(new Bin(FROM[b], cases[b], expected[b] / cases[b], won[b] / (double) cases[b]));
                }
            }
            double share = all == 0 ? 0 : wins / (double) all;
            return new DealReliability(bins, all == 0 ? 0 : squares / all, share * (1 - share));
        }
    }
}
