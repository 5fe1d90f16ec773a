package io.revops.forecast.territory;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How even territories are in one measure, by x = load : fair load of each rep. All are 0, and max : min 1, if everybody has the fair
 * share.
 *
 * @param variation the coefficient of variation √(Σ c (x − 1)² / Σ c), with c the capacities; the mean of x is 1
 * @param maxToMin the largest x : the smallest; empty if somebody has nothing
 * @param gini Σ (2i − n − 1) xᵢ / (n Σ x) over ascending x (C. Gini, 1912)
 */
public record Fairness(double variation, OptionalDouble maxToMin, double gini) {
    /**
     * Of loads.
     *
     * @param shares x of each rep
     * @param capacities c of each rep, likewise
     */
    public static Fairness of(double[] shares, double[] capacities) {
        if (shares.length != capacities.length) {
            throw new IllegalArgumentException("There are " + shares.length + " loads and " + capacities.length
                    + " capacities. Maybe one of each for every rep.");
        }
        double squares = 0;
        double capacity = 0;
        for (int i = 0; i < shares.length; i++) {
            squares += capacities[i] * (shares[i] - 1) * (shares[i] - 1);
            capacity += capacities[i];
        }
        double[] sorted = shares.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double sum = 0;
        double weighed = 0;
        for (int i = 0; i < n; i++) {
            sum += sorted[i];
            weighed += (2 * (i + 1) - n - 1) * sorted[i];
        }
        return new Fairness(
                capacity == 0 ? 0 : StrictMath.sqrt(squares / capacity),
                n == 0 || sorted[0] <= 0 ? OptionalDouble.empty() : OptionalDouble.of(sorted[n - 1] / sorted[0]),
                sum == 0 ? 0 : weighed / (n * sum));
    }

    /** {@code CV 3.2 %, max : min 1.11, Gini 0.018}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "CV %.1f %%, max : min %s, Gini %.3f",
                variation * 100,
                maxToMin.isPresent() ? String.format(Locale.ROOT, "%.2f", maxToMin.getAsDouble()) : "-",
                gini);
    }
}
