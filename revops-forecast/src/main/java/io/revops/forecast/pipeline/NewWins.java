package io.revops.forecast.pipeline;

import io.revops.forecast.Normals;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * What a deal brings that is not open yet and is won in a period, by segment: what won deals brought that were as young.
 *
 * <p>A deal that is opened and won within a month is seldom one of the large ones, and so each of the latest won deals counts by the
 * number of days of the period on which a deal of its age could be won that is not open yet. The mean of a segment is drawn towards that of
 * all by ten deals, and then all means are multiplied with what lets all segments together bring what they brought: else what is learnt of
 * each better would be wrong of the sum (balance, as credibility is used in insurance). Only where none was won as young, deals of any age
 * stand in.
 *
 * <p>Reference: H. Bühlmann, A. Gisler, A Course in Credibility Theory and its Applications, 2005, on the balance of the sum.
 */
final class NewWins {
    private static final double PRIOR_DEALS = 10;

    private final double[][] amounts;
    /** The weights of the amounts, added up. */
    private final double[][] weights;

    private final double[] means;

    private NewWins(double[][] amounts, double[][] weights, double[] means) {
        this.amounts = amounts;
        this.weights = weights;
        this.means = means;
    }

    /** Of deals that are won on one of the days from, to excluded, both after the day. */
    static NewWins of(Snapshot.Fresh fresh, int day, int from, int to) {
        int segments = fresh.values().length;
        double[][] weights = new double[segments][];
        Sum all = new Sum();
        Sum old = new Sum();
        for (int s = 0; s < segments; s++) {
            double[] amounts = fresh.drawn()[s];
            weights[s] = new double[amounts.length];
            double cumulated = 0;
            for (int i = 0; i < amounts.length; i++) {
                int after = (int) fresh.after()[s][i];
                double weight = Math.max(0, to - after - Math.max(day + 1, from - after));
                cumulated += weight;
                weights[s][i] = cumulated;
                all.add(amounts[i], weight);
                old.add(amounts[i], 1);
            }
        }
        double prior = all.weights == 0 ? old.mean() : all.mean();
        double[] means = new double[segments];
        double drawn = 0;
        for (int s = 0; s < segments; s++) {
            Sum own = new Sum();
            for (int i = 0; i < weights[s].length; i++) {
                own.add(fresh.drawn()[s][i], weight(weights[s], i));
            }
            means[s] = own.drawnTo(prior);
            drawn += own.weights * means[s];
            if (own.weights == 0) {
                Arrays.setAll(weights[s], i -> i + 1);
            }
        }
        if (drawn > 0) {
            double balance = all.amounts / drawn;
            Arrays.setAll(means, s -> means[s] * balance);
        }
        return new NewWins(fresh.drawn(), weights, means);
    }

    private static double weight(double[] cumulated, int i) {
        return cumulated[i] - (i == 0 ? 0 : cumulated[i - 1]);
    }

    /** The mean. */
    double value(int segment) {
        return means[segment];
    }

    /** Whether anything was ever won in a segment. */
    boolean isKnown(int segment) {
        return amounts[segment].length > 0 && average(segment) != 0;
    }

    /** By what a draw is multiplied, so that the mean is {@link #value}; of a segment that is known. */
    double scale(int segment) {
        return value(segment) / average(segment);
    }

    /** What one of them brought, before {@link #scale}. */
    double draw(int segment, RandomGenerator stream) {
        double[] cumulated = weights[segment];
        double lot = Normals.uniform(stream) * cumulated[cumulated.length - 1];
        int at = Arrays.binarySearch(cumulated, lot);
        int first = at < 0 ? -at - 1 : at + 1;
        return amounts[segment][Math.min(first, cumulated.length - 1)];
    }

    /** The mean of what is drawn: that of the segment's own deals. */
    double average(int segment) {
        double sum = 0;
        double[] cumulated = weights[segment];
        for (int i = 0; i < cumulated.length; i++) {
            sum += weight(cumulated, i) * amounts[segment][i];
        }
        return sum / cumulated[cumulated.length - 1];
    }

    /** The mean square of what is drawn, before {@link #scale}. */
    double square(int segment) {
        double sum = 0;
        double[] cumulated = weights[segment];
        for (int i = 0; i < cumulated.length; i++) {
            sum += weight(cumulated, i) * amounts[segment][i] * amounts[segment][i];
        }
        return cumulated.length == 0 ? 0 : sum / cumulated[cumulated.length - 1];
    }

    private static final class Sum {
        private double weights;
        private double squares;
        private double amounts;

        void add(double amount, double weight) {
            weights += weight;
            squares += weight * weight;
            amounts += weight * amount;
        }

        double mean() {
            return weights == 0 ? 0 : amounts / weights;
        }

        /** The mean drawn towards another; it counts as so many deals as if all had the same weight. */
        double drawnTo(double prior) {
            double deals = squares == 0 ? 0 : weights * weights / squares;
            return (deals * mean() + PRIOR_DEALS * prior) / (deals + PRIOR_DEALS);
        }
    }
}
