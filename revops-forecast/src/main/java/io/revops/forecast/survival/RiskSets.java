package io.revops.forecast.survival;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Rows in the order in which the partial likelihood meets them: stratum by stratum, the last to leave first; columns centred and in
 * standard deviations.
 */
final class RiskSets {
    final int rows;
    final int columns;
    final List<String> strata;
    /** Row i in this order is row {@code source[i]} of the lifetimes. */
    final int[] source;
    /** Where each stratum begins, and where the last one ends. */
    final int[] begin;

    final double[] exit;
    final double[] entry;
    final boolean[] ended;
    final double[] weight;
    /** By row, then column. */
    final double[] x;

    final double[] mean;
    final double[] spread;
    /** Largest minus smallest value of a column, in standard deviations. */
    final double[] range;

    final Ties ties;
    /** Of each stratum, its rows by entry, the last first; only rows that enter late. */
    private final int[][] entering;

    RiskSets(Lifetimes lifetimes, Ties ties) {
        List<Lifetime> given = lifetimes.rows();
        this.ties = ties;
        rows = given.size();
        columns = lifetimes.columns().size();
        strata = List.copyOf(lifetimes.strata());
        Integer[] order = new Integer[rows];
        Arrays.setAll(order, i -> i);
        int[] group = new int[rows];
        Arrays.setAll(group, i -> Collections.binarySearch(strata, given.get(i).stratum()));
        Arrays.sort(order, (a, b) -> {
            int by = Integer.compare(group[a], group[b]);
            return by != 0
                    ? by
                    : Double.compare(given.get(b).exit(), given.get(a).exit());
        });
        source = new int[rows];
        begin = new int[strata.size() + 1];
        exit = new double[rows];
        entry = new double[rows];
        ended = new boolean[rows];
        weight = new double[rows];
        x = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            Lifetime row = given.get(order[i]);
            source[i] = order[i];
            begin[group[source[i]] + 1] = i + 1;
            exit[i] = row.exit();
            entry[i] = row.entry() == 0 ? Double.NEGATIVE_INFINITY : row.entry();
            ended[i] = row.cause().isPresent();
            weight[i] = row.weight();
        }
        mean = new double[columns];
        spread = new double[columns];
        range = new double[columns];
        standardise(given);
        entering = new int[strata.size()][];
        for (int s = 0; s < entering.length; s++) {
            entering[s] = late(begin[s], begin[s + 1]);
        }
    }

    private void standardise(List<Lifetime> given) {
        double all = 0;
        for (double w : weight) {
            all += w;
        }
        for (int j = 0; j < columns; j++) {
            double sum = 0;
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < rows; i++) {
                double value = given.get(i).value(j);
                sum += given.get(i).weight() * value;
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
            mean[j] = sum / all;
            double off = 0;
            for (Lifetime row : given) {
                off += (row.value(j) - mean[j]) / rows;
            }
            double square = 0;
            for (Lifetime row : given) {
                double around = row.value(j) - mean[j] - off; // from the mean of the rows, not of their weights
                square += around * around;
            }
            spread[j] = high > low ? StrictMath.sqrt(square / (rows - 1)) : 0;
            range[j] = spread[j] > 0 ? (high - low) / spread[j] : 0;
            for (int i = 0; i < rows; i++) {
                x[i * columns + j] = spread[j] > 0 ? (given.get(source[i]).value(j) - mean[j]) / spread[j] : 0;
            }
        }
    }

    /** Of a stratum, the rows that enter late, the last first. */
    int[] late(int stratum) {
        return entering[stratum];
    }

    private int[] late(int from, int to) {
        Integer[] order = new Integer[to - from];
        Arrays.setAll(order, i -> from + i);
        return Arrays.stream(order)
                .filter(i -> entry[i] > 0)
                .sorted((a, b) -> Double.compare(entry[b], entry[a]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Hears of each time at which something ended, stratum by stratum, the last time first. */
    interface Visitor {
        /**
         * One of the equal parts of the ends of a time: with Breslow's ties there is one, with Efron's one for each that ended.
         *
         * @param stratum its number
         * @param from the first row that leaves at the time
         * @param to after the last row that leaves at the time
         * @param part from 0
         * @param parts how many
         * @param share how much weight ended in this part
         * @param s0 Σ w e^η over those at risk
         * @param s1 Σ w e^η x, not to be kept
         * @param s2 the lower half of Σ w e^η x xᵀ, not to be kept; zero unless squares were asked for
         */
        void part(
                int stratum,
                int from,
                int to,
                int part,
                int parts,
                double share,
                double s0,
                double[] s1,
                double[][] s2);
    }

    double[] scores(double[] beta) {
        double[] eta = new double[rows];
        for (int i = 0; i < rows; i++) {
            double sum = 0;
            for (int j = 0; j < columns; j++) {
                sum += x[i * columns + j] * beta[j];
            }
            eta[i] = sum;
        }
        return eta;
    }

    /** Walks with the squares. */
    void walk(double[] risk, Visitor visitor) {
        for (int s = 0; s < strata.size(); s++) {
            walk(s, risk, visitor);
        }
    }

    private void walk(int stratum, double[] risk, Visitor visitor) {
        Sums all = new Sums(columns);
        Sums tied = new Sums(columns);
        Sums now = new Sums(columns);
        int watched = 0;
        int next = 0;
        int[] late = entering[stratum];
        for (int from = begin[stratum], to; from < begin[stratum + 1]; from = to) {
            double time = exit[from];
            while (next < late.length && entry[late[next]] >= time) {
                all.add(this, late[next], -risk[late[next]] * weight[late[next]]);
                next++;
                watched--;
            }
            if (watched == 0) {
                all.clear();
            }
            tied.clear();
            double weights = 0;
            int ends = 0;
            for (to = from; to < begin[stratum + 1] && exit[to] == time; to++) {
                double w = risk[to] * weight[to];
                all.add(this, to, w);
                watched++;
                if (ended[to]) {
                    ends++;
                    weights += weight[to];
                    if (ties == Ties.EFRON) {
                        tied.add(this, to, w);
                    }
                }
            }
            int parts = ties == Ties.EFRON ? ends : Math.min(1, ends);
            for (int k = 0; k < parts; k++) {
                Sums at = k == 0 ? all : now.less(all, tied, (double) k / parts);
                visitor.part(stratum, from, to, k, parts, weights / parts, at.s0, at.s1, at.s2);
            }
        }
    }

    /** Σ w e^η, Σ w e^η x and Σ w e^η x xᵀ. */
    private static final class Sums {
        private double s0;
        private final double[] s1;
        private final double[][] s2;

        Sums(int columns) {
            s1 = new double[columns];
            s2 = new double[columns][columns];
        }

        void clear() {
            s0 = 0;
            Arrays.fill(s1, 0);
            for (double[] row : s2) {
                Arrays.fill(row, 0);
            }
        }

        void add(RiskSets sets, int row, double w) {
            int p = s1.length;
            int at = row * p;
            double[] x = sets.x;
            s0 += w;
            for (int j = 0; j < p; j++) {
                double wx = w * x[at + j];
                s1[j] += wx;
                double[] line = s2[j];
                for (int k = 0; k <= j; k++) {
                    line[k] += wx * x[at + k];
                }
            }
        }

        Sums less(Sums all, Sums tied, double share) {
            int p = s1.length;
            s0 = all.s0 - share * tied.s0;
            for (int j = 0; j < p; j++) {
                s1[j] = all.s1[j] - share * tied.s1[j];
                for (int k = 0; k <= j; k++) {
                    s2[j][k] = all.s2[j][k] - share * tied.s2[j][k];
                }
            }
            return this;
        }
    }
}
