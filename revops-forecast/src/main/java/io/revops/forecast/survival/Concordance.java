package io.revops.forecast.survival;

/**
 * Of all pairs in a stratum of which one is seen to end while the other still runs, the share in which the one with the higher score
 * ended first; equal scores count half (F. E. Harrell and others, JAMA 247, 1982, 2543–2546). Pairs count by the product of weights.
 */
final class Concordance {
    private final double[] tree;
    private double all;

    private Concordance(int ranks) {
        tree = new double[ranks + 1];
    }

    static double of(RiskSets sets, double[] score) {
        double[] distinct = Doubles.distinct(score);
        double[] pairs = new double[3];
        for (int s = 0; s < sets.strata.size(); s++) {
            count(sets, s, score, distinct, pairs);
        }
        double comparable = pairs[0] + pairs[1] + pairs[2];
        return comparable == 0 ? 0.5 : (pairs[0] + pairs[1] / 2) / comparable;
    }

    private static void count(RiskSets sets, int stratum, double[] score, double[] distinct, double[] pairs) {
        Concordance running = new Concordance(distinct.length);
        int end = sets.begin[stratum + 1];
        int[] late = sets.late(stratum);
        int next = 0;
        for (int from = sets.begin[stratum], to; from < end; from = to) {
            double time = sets.exit[from];
            to = from;
            while (to < end && sets.exit[to] == time) {
                to++;
            }
            while (next < late.length && sets.entry[late[next]] >= time) {
                running.add(rank(distinct, score[late[next]]), -sets.weight[late[next]]);
                next++;
            }
            for (int i = from; i < to; i++) {
                if (!sets.ended[i]) {
                    running.add(rank(distinct, score[i]), sets.weight[i]);
                }
            }
            for (int i = from; i < to; i++) {
                if (sets.ended[i]) {
                    int rank = rank(distinct, score[i]);
                    double below = running.below(rank);
                    double upTo = running.below(rank + 1);
                    pairs[0] += sets.weight[i] * below;
                    pairs[1] += sets.weight[i] * (upTo - below);
                    pairs[2] += sets.weight[i] * (running.all - upTo);
                }
            }
            for (int i = from; i < to; i++) {
                if (sets.ended[i]) {
                    running.add(rank(distinct, score[i]), sets.weight[i]);
                }
            }
        }
    }

    private static int rank(double[] distinct, double score) {
        return Doubles.upTo(distinct, score) - 1;
    }

    private void add(int rank, double weight) {
        all += weight;
        for (int i = rank + 1; i < tree.length; i += i & -i) {
            tree[i] += weight;
        }
    }

    private double below(int rank) {
        double sum = 0;
        for (int i = rank; i > 0; i -= i & -i) {
            sum += tree[i];
        }
        return sum;
    }
}
