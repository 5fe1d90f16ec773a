package io.revops.forecast.learn;

import io.revops.forecast.Draws;
import io.revops.forecast.Normals;
import io.revops.forecast.Simulation;
import io.revops.forecast.Support;
import io.revops.metric.Reading;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * By how much one score is better than another on the same rows, with what chance does to it: the rows are drawn again with
 * replacement, the same for both.
 *
 * @param difference the mean over the rows of what the challenger gains: above 0, it is better
 * @param draws the same mean of each drawing
 */
public record PairedBootstrap(double difference, Draws draws) {
    /** The log-loss that the challenger saves. */
    public static PairedBootstrap ofLogLoss(
            double[] labels, double[] champion, double[] challenger, long seed, int drawings) {
        check(labels, champion, challenger);
        double[] gains = new double[labels.length];
        Arrays.setAll(gains, i -> LogOdds.loss(labels[i], champion[i]) - LogOdds.loss(labels[i], challenger[i]));
        return of(gains, seed, drawings);
    }

    /** The profit a row that the challenger brings more, if either contacts those who score at least the threshold of the offer. */
    public static PairedBootstrap ofProfit(
            double[] labels, double[] champion, double[] challenger, Offer offer, long seed, int drawings) {
        check(labels, champion, challenger);
        double[] gains = new double[labels.length];
        Arrays.setAll(gains, i -> offer.profit(labels[i], challenger[i]) - offer.profit(labels[i], champion[i]));
        return of(gains, seed, drawings);
    }

    private static void check(double[] labels, double[] champion, double[] challenger) {
        if (labels.length == 0 || champion.length != labels.length || challenger.length != labels.length) {
            throw new IllegalArgumentException("There are " + labels.length + " labels, " + champion.length + " and "
                    + challenger.length + " probabilities. Maybe score the same rows by both.");
        }
    }

    private static PairedBootstrap of(double[] gains, long seed, int drawings) {
        double[] sorted = gains.clone();
        Arrays.sort(sorted); // so that the order of rows does not matter
        double[] means = new double[drawings];
        for (int d = 0; d < drawings; d++) {
            RandomGenerator stream = Simulation.streamFor(seed, "bootstrap " + d);
            double sum = 0;
            for (int i = 0; i < sorted.length; i++) {
                sum += sorted[(int) (Normals.uniform(stream) * sorted.length)];
            }
            means[d] = sum / sorted.length;
        }
        double mean = Arrays.stream(sorted).sum() / sorted.length;
        return new PairedBootstrap(
                mean, Draws.of(new Support.Simulated(seed, drawings, OptionalInt.of(sorted.length)), means));
    }

    /** The value that a drawing is at or below with a probability. */
    public Reading<Double> quantile(double probability) {
        return draws.quantile(probability);
    }
}
