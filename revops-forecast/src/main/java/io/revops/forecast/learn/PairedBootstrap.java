package io.revops.forecast.learn;

import io.revops.forecast.Draws;
import io.revops.forecast.Normals;
import io.revops.forecast.Simulation;
import io.revops.forecast.Support;
import io.revops.metric.Reading;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * By how much one score is better than another on the same rows, with what chance does to it: the rows are drawn again with
 * replacement, the same for both. Rows of one group, such as an account on several days, are drawn together.
 *
 * @param difference the mean over the rows of what the challenger gains: above 0, it is better
 * @param draws the same mean of each drawing
 */
public record PairedBootstrap(double difference, Draws draws) {
    /** The log-loss that the challenger saves. */
    public static PairedBootstrap ofLogLoss(
            double[] labels, double[] champion, double[] challenger, long seed, int drawings) {
        check(labels, champion, challenger);
        return of(saved(labels, champion, challenger), seed, drawings);
    }

    /**
     * The same, drawing groups.
     *
     * @param groups of the rows, in their order
     */
    public static PairedBootstrap ofLogLoss(
            double[] labels, double[] champion, double[] challenger, List<String> groups, long seed, int drawings) {
        check(labels, champion, challenger);
        if (groups.size() != labels.length) {
            throw new IllegalArgumentException("There are " + labels.length + " labels and " + groups.size()
                    + " groups. Maybe one group for each row.");
        }
        double[] gains = saved(labels, champion, challenger);
        Map<String, Cluster> byGroup = new HashMap<>();
        for (int i = 0; i < gains.length; i++) {
            byGroup.merge(groups.get(i), new Cluster(gains[i], 1), Cluster::plus);
        }
        return of(byGroup.values(), seed, drawings);
    }

    private static double[] saved(double[] labels, double[] champion, double[] challenger) {
        double[] gains = new double[labels.length];
        Arrays.setAll(gains, i -> LogOdds.loss(labels[i], champion[i]) - LogOdds.loss(labels[i], challenger[i]));
        return gains;
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

    /** What rows that are drawn together gain. */
    private record Cluster(double sum, int rows) {
        Cluster plus(Cluster other) {
            return new Cluster(sum + other.sum, rows + other.rows);
        }
    }

    private static PairedBootstrap of(double[] gains, long seed, int drawings) {
        return of(Arrays.stream(gains).mapToObj(g -> new Cluster(g, 1)).toList(), seed, drawings);
    }

    private static PairedBootstrap of(Collection<Cluster> clusters, long seed, int drawings) {
        List<Cluster> sorted = clusters.stream()
                .sorted(Comparator.comparingDouble(Cluster::sum).thenComparing(Cluster::rows))
                .toList(); // so that the order of rows does not matter
        double all = sorted.stream().mapToInt(Cluster::rows).sum();
        double[] means = new double[drawings];
        for (int d = 0; d < drawings; d++) {
            RandomGenerator stream = Simulation.streamFor(seed, "bootstrap " + d);
            double sum = 0;
            long rows = 0;
            for (int i = 0; i < sorted.size(); i++) {
                Cluster drawn = sorted.get((int) (Normals.uniform(stream) * sorted.size()));
                sum += drawn.sum();
                rows += drawn.rows();
            }
            means[d] = sum / rows;
        }
        double mean = sorted.stream().mapToDouble(Cluster::sum).sum() / all;
        return new PairedBootstrap(
                mean, Draws.of(new Support.Simulated(seed, drawings, OptionalInt.of(sorted.size())), means));
    }

    /** The value that a drawing is at or below with a probability. */
    public Reading<Double> quantile(double probability) {
        return draws.quantile(probability);
    }
}
