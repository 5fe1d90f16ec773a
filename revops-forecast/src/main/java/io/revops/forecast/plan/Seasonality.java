package io.revops.forecast.plan;

import io.revops.time.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;

/**
 * How a year's quota falls on its months.
 *
 * @param weights of the first, second ... month of the plan's year, from 0 up; only their proportion counts; none for equal
 *     months
 */
public record Seasonality(List<Double> weights) {
    /** Every month the same. */
    public static final Seasonality EVEN = new Seasonality(List.of());

    public Seasonality {
        weights = List.copyOf(weights);
        double sum = 0;
        for (double weight : weights) {
            if (!(weight >= 0 && Double.isFinite(weight))) {
                throw new IllegalArgumentException("A month weighs " + weight + ". Maybe a number from 0 up.");
            }
            sum += weight;
        }
        if (!weights.isEmpty() && sum == 0) {
            throw new IllegalArgumentException("No month weighs anything. Maybe Seasonality.EVEN.");
        }
    }

    /** By months from the first of the plan's year. */
    public static Seasonality months(double... weights) {
        return new Seasonality(boxed(1, weights));
    }

    /** By quarters, whose months are equal. */
    public static Seasonality quarters(double... weights) {
        return new Seasonality(boxed(3, weights));
    }

    private static List<Double> boxed(int times, double... weights) {
        List<Double> boxed = new ArrayList<>();
        for (double weight : weights) {
            boxed.addAll(Collections.nCopies(times, weight / times));
        }
        return boxed;
    }

    /** The weights of a year's months. */
    double[] of(Span year) {
        int months = year.months().size();
        if (!weights.isEmpty() && weights.size() != months) {
            throw new IllegalArgumentException("The seasonality has " + weights.size() + " months, and " + year
                    + " has " + months + ". Maybe one weight for each, or four quarters for a year.");
        }
        double[] of = new double[months];
        for (int i = 0; i < months; i++) {
            of[i] = weights.isEmpty() ? 1 : weights.get(i);
        }
        return of;
    }

    /** {@code even}, or each quarter's or month's share of the year: {@code 20.0, 25.0, 15.0, 40.0 % by quarter}. */
    @Override
    public String toString() {
        if (weights.isEmpty()) {
            return "even";
        }
        boolean quarters = weights.size() % 3 == 0;
        for (int m = 0; quarters && m < weights.size(); m++) {
            quarters = weights.get(m).equals(weights.get(m / 3 * 3));
        }
        int step = quarters ? 3 : 1;
        double sum = weights.stream().mapToDouble(w -> w).sum();
        StringJoiner shares = new StringJoiner(", ", "", quarters ? " % by quarter" : " % by month");
        for (int m = 0; m < weights.size(); m += step) {
            BigDecimal share = new BigDecimal(100 * step * weights.get(m) / sum);
            shares.add(share.setScale(1, RoundingMode.HALF_EVEN).toPlainString());
        }
        return shares.toString();
    }
}
