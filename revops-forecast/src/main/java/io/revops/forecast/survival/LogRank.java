package io.revops.forecast.survival;

import io.revops.forecast.arithmetic.Cholesky;
import io.revops.forecast.arithmetic.Tails;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Whether groups end at the same rate: the log-rank test.
 *
 * <p>At each time at which something ended, the d ended of n at risk are shared out over the groups by their numbers at risk; χ² =
 * (O − E)ᵀ V⁻¹ (O − E) over all groups but one, with the hypergeometric variance V. Strata are summed, so that like is compared with
 * like. It sees groups whose hazards keep their proportion best and misses curves that cross.
 *
 * <p>N. Mantel, Cancer Chemotherapy Reports 50, 1966, 163–170.
 *
 * @param groups in alphabetical order
 * @param statistic χ², 0 if fewer than two groups could end
 * @param degrees of freedom
 * @param pValue how likely a statistic as large is, if the groups end at the same rate
 */
public record LogRank(List<Group> groups, double statistic, int degrees, double pValue) {
    public LogRank {
        groups = List.copyOf(groups);
    }

    /**
     * One of the groups.
     *
     * @param rows how many lifetimes
     * @param ended how many ended
     * @param expected how many would have, at the rate of all
     */
    public record Group(String name, int rows, double ended, double expected) {}

    /** Compares the strata of lifetimes with each other. */
    public static LogRank between(Lifetimes lifetimes) {
        return between(lifetimes.byStratum());
    }

    /**
     * Compares groups within their common strata.
     *
     * @throws IllegalArgumentException if there are fewer than two groups, their units differ, or rows are weighted
     */
    public static LogRank between(SortedMap<String, Lifetimes> groups) {
        List<String> names = List.copyOf(groups.keySet());
        int k = names.size();
        if (k < 2) {
            throw new IllegalArgumentException(
                    "There is nothing to compare in " + names + ". Maybe two groups or more.");
        }
        SortedSet<String> strata = new TreeSet<>();
        SortedSet<TimeScale> scales = new TreeSet<>();
        for (Lifetimes each : groups.values()) {
            strata.addAll(each.strata());
            scales.add(each.scale());
            if (each.isWeighted()) {
                throw new IllegalArgumentException(
                        "The log-rank test counts rows, and these are weighted. Maybe a CoxRegression with a column for the group.");
            }
        }
        if (scales.size() > 1) {
            throw new IllegalArgumentException("The times are in " + scales + ". Maybe one unit for all.");
        }
        double[] ended = new double[k];
        double[] expected = new double[k];
        double[][] variance = new double[k][k];
        for (String stratum : strata) {
            List<List<Lifetime>> parts = new ArrayList<>();
            for (String name : names) {
                parts.add(Objects.requireNonNull(groups.get(name)).rows().stream()
                        .filter(r -> r.stratum().equals(stratum))
                        .toList());
            }
            add(parts, ended, expected, variance);
        }
        List<Group> counted = new ArrayList<>();
        for (int g = 0; g < k; g++) {
            counted.add(new Group(
                    names.get(g),
                    Objects.requireNonNull(groups.get(names.get(g))).size(),
                    ended[g],
                    expected[g]));
        }
        return tested(counted, variance);
    }

    private static void add(List<List<Lifetime>> groups, double[] ended, double[] expected, double[][] variance) {
        int k = groups.size();
        double[][] out = new double[k][];
        double[][] in = new double[k][];
        SortedMap<Double, double[]> times = new TreeMap<>();
        for (int g = 0; g < k; g++) {
            int group = g;
            List<Lifetime> rows = groups.get(g);
            out[g] = rows.stream().mapToDouble(Lifetime::exit).sorted().toArray();
            in[g] = rows.stream()
                    .mapToDouble(Lifetime::entry)
                    .filter(e -> e > 0)
                    .sorted()
                    .toArray();
            rows.stream()
                    .filter(r -> r.cause().isPresent())
                    .forEach(r -> times.computeIfAbsent(r.exit(), x -> new double[k])[group]++);
        }
        times.forEach((time, d) -> {
            double[] n = new double[k];
            double all = 0;
            double deaths = 0;
            for (int g = 0; g < k; g++) {
                n[g] = atLeast(out[g], time) - atLeast(in[g], time);
                all += n[g];
                deaths += d[g];
            }
            double spread = all > 1 ? deaths * (all - deaths) / (all - 1) : 0;
            for (int g = 0; g < k; g++) {
                ended[g] += d[g];
                expected[g] += deaths * n[g] / all;
                for (int h = 0; h < k; h++) {
                    variance[g][h] += spread * n[g] / all * ((g == h ? 1 : 0) - n[h] / all);
                }
            }
        });
    }

    private static int atLeast(double[] sorted, double time) {
        return sorted.length - Doubles.below(sorted, time);
    }

    private static LogRank tested(List<Group> groups, double[][] variance) {
        int[] able = IntStream.range(0, groups.size())
                .filter(g -> groups.get(g).expected() > 0)
                .toArray();
        int degrees = able.length - 1;
        if (degrees < 1) {
            return new LogRank(groups, 0, 0, 1);
        }
        double[][] v = new double[degrees][degrees];
        double[] u = new double[degrees];
        for (int g = 0; g < degrees; g++) {
            Group group = groups.get(able[g]);
            u[g] = group.ended() - group.expected();
            for (int h = 0; h < degrees; h++) {
                v[g][h] = variance[able[g]][able[h]];
            }
        }
        Cholesky cholesky = Cholesky.of(v, Cholesky.TOLERANCE);
        if (cholesky.singular().isPresent()) {
            return new LogRank(groups, 0, 0, 1);
        }
        double statistic = cholesky.quadratic(u);
        return new LogRank(groups, statistic, degrees, Tails.aboveChiSquared(statistic, degrees));
    }

    /** {@code chi-squared 12.3 on 2 degrees of freedom, p = 0.002}. */
    @Override
    public String toString() {
        return "chi-squared " + statistic + " on " + degrees + " degrees of freedom, p = " + pValue;
    }
}
