package io.revops.forecast;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Many things that each bring an amount or nothing, independent of each other: the open deals of a quarter.
 *
 * <p>Mean, variance and skewness of their total are known without drawing. How likely the total is to reach a number is told exactly
 * by {@link Odds}, or by drawing: {@link Simulation#total(Chances)}, which is made for thousands of deals and can shake all of them by
 * a common shock. Deals that share a shock are not independent, and their total is wider than these moments say.
 */
public final class Chances {
    private final String[] ids;
    private final double[] probabilities;
    private final double[] amounts;

    private Chances(String[] ids, double[] probabilities, double[] amounts) {
        this.ids = ids;
        this.probabilities = probabilities;
        this.amounts = amounts;
    }

    /** By id, in any order; their order is that of the ids. */
    public static Chances of(Map<String, Chance> chances) {
        TreeMap<String, Chance> sorted = new TreeMap<>(chances);
        return new Chances(
                sorted.keySet().toArray(new String[0]),
                sorted.values().stream().mapToDouble(Chance::probability).toArray(),
                sorted.values().stream().mapToDouble(Chance::amount).toArray());
    }

    /** How many. */
    public int size() {
        return ids.length;
    }

    String id(int index) {
        return ids[index];
    }

    double probability(int index) {
        return probabilities[index];
    }

    double amount(int index) {
        return amounts[index];
    }

    /** The same with an amount of 1 each: their total is how many of them come true. */
    public Chances counted() {
        double[] ones = new double[amounts.length];
        Arrays.fill(ones, 1);
        return new Chances(ids, probabilities, ones);
    }

    /** The same with every probability times a factor, and 1 at most: what a good or a bad month does to all. */
    public Chances times(double factor) {
        if (!(factor >= 0 && Double.isFinite(factor))) {
            throw new IllegalArgumentException("The factor is " + factor + ". Maybe one between 0 and 10.");
        }
        return new Chances(
                ids,
                Arrays.stream(probabilities).map(p -> Math.min(1, p * factor)).toArray(),
                amounts);
    }

    /**
     * The same with each amount at the nearest multiple of a step; the total moves by half a step for each at most. What {@link Odds}
     * cannot hold in cents it may hold in hundreds.
     */
    public Chances toNearest(double step) {
        if (!(step > 0 && Double.isFinite(step))) {
            throw new IllegalArgumentException("The step is " + step + ". Maybe 100.");
        }
        return new Chances(
                ids,
                probabilities,
                Arrays.stream(amounts)
                        .map(a -> StrictMath.rint(a / step) * step)
                        .toArray());
    }

    /** The mean of the total: Σ p · a. */
    public double mean() {
        double sum = 0;
        for (int i = 0; i < ids.length; i++) {
            sum += probabilities[i] * amounts[i];
        }
        return sum;
    }

    /** The variance of the total: Σ p · (1 − p) · a². */
    public double variance() {
        double sum = 0;
        for (int i = 0; i < ids.length; i++) {
            sum += probabilities[i] * (1 - probabilities[i]) * amounts[i] * amounts[i];
        }
        return sum;
    }

    /** The standard deviation of the total. */
    public double deviation() {
        return StrictMath.sqrt(variance());
    }

    /** The skewness of the total: Σ p · (1 − p) · (1 − 2p) · a³ / variance^1.5; 0 where nothing is uncertain. */
    public double skewness() {
        double sum = 0;
        for (int i = 0; i < ids.length; i++) {
            double p = probabilities[i];
            sum += p * (1 - p) * (1 - 2 * p) * amounts[i] * amounts[i] * amounts[i];
        }
        double variance = variance();
        return variance == 0 ? 0 : sum / (variance * StrictMath.sqrt(variance));
    }

    /** Whether every id, probability and amount is the same. */
    @Override
    public boolean equals(Object o) {
        return o instanceof Chances that
                && Arrays.equals(ids, that.ids)
                && Arrays.equals(probabilities, that.probabilities)
                && Arrays.equals(amounts, that.amounts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(ids) + Arrays.hashCode(probabilities);
    }

    /** {@code 12 chances, mean 277.75}. */
    @Override
    public String toString() {
        return ids.length + (ids.length == 1 ? " chance" : " chances") + ", mean " + mean();
    }
}
