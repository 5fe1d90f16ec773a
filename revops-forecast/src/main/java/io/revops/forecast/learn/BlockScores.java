package io.revops.forecast.learn;

import java.util.Arrays;
import java.util.TreeSet;

/**
 * Scores many rows by the same trees, 64 at a time: each question that any tree asks is answered once for all 64, as a bit each, and
 * a tree is walked with sets of rows. What is added to a row, and in what order, is the same as row by row.
 */
final class BlockScores {
    private static final int BLOCK = Long.SIZE;

    private final Trees trees;
    /** By feature, every threshold that a tree asks for, in order. */
    private final double[][] thresholds;
    /** By feature and threshold, which rows of the block are at or below it. */
    private final long[][] below;
    /** By feature, which rows of the block have no value. */
    private final long[] missing;
    /** By tree and node, the place of its threshold. */
    private final int[][] places;

    private final long[] sets;

    private BlockScores(Trees trees) {
        this.trees = trees;
        int k = trees.columns().size();
        thresholds = new double[k][];
        below = new long[k][];
        missing = new long[k];
        places = new int[trees.trees().size()][];
        for (int f = 0; f < k; f++) {
            thresholds[f] = thresholds(f);
            below[f] = new long[thresholds[f].length + 1];
        }
        int most = 1;
        for (int t = 0; t < places.length; t++) {
            RegressionTree tree = trees.trees().get(t);
            places[t] = new int[tree.size()];
            most = Math.max(most, tree.size());
            for (int i = 0; i < tree.size(); i++) {
                places[t][i] = tree.isLeaf(i) ? 0 : Arrays.binarySearch(thresholds[tree.feature(i)], tree.threshold(i));
            }
        }
        sets = new long[most];
    }

    private double[] thresholds(int feature) {
        TreeSet<Double> asked = new TreeSet<>();
        for (RegressionTree tree : trees.trees()) {
            for (int i = 0; i < tree.size(); i++) {
                if (tree.feature(i) == feature) {
                    asked.add(tree.threshold(i));
                }
            }
        }
        return asked.stream().mapToDouble(t -> t).toArray();
    }

    static double[] of(Trees trees, DataSet data) {
        double[] scores = new double[data.size()];
        Arrays.fill(scores, trees.base());
        BlockScores block = new BlockScores(trees);
        for (int from = 0; from < scores.length; from += BLOCK) {
            int rows = Math.min(BLOCK, scores.length - from);
            for (int f = 0; f < block.thresholds.length; f++) {
                block.answer(f, data.raw(f), from, rows);
            }
            long all = rows == BLOCK ? -1L : (1L << rows) - 1;
            for (int t = 0; t < block.places.length; t++) {
                block.add(trees.trees().get(t), block.places[t], all, from, scores);
            }
        }
        return scores;
    }

    /** Every question about one feature: a row is at or below a threshold if it is at or below an earlier one. */
    private void answer(int feature, double[] column, int from, int rows) {
        double[] steps = thresholds[feature];
        if (steps.length == 0) {
            return;
        }
        long[] atOrBelow = below[feature];
        Arrays.fill(atOrBelow, 0);
        long without = 0;
        for (int i = 0; i < rows; i++) {
            double value = column[from + i];
            if (Double.isNaN(value)) {
                without |= 1L << i;
            } else {
                atOrBelow[above(steps, value)] |= 1L << i;
            }
        }
        for (int s = 1; s < steps.length; s++) {
            atOrBelow[s] |= atOrBelow[s - 1];
        }
        missing[feature] = without;
    }

    /** How many thresholds the value is above. Signs of differences, not comparisons: a processor cannot guess those. */
    private static int above(double[] steps, double value) {
        int low = 0;
        int size = steps.length;
        while (size > 1) {
            int half = size >>> 1;
            low += half * (int) (Double.doubleToRawLongBits(steps[low + half - 1] - value) >>> 63);
            size -= half;
        }
        return low + (int) (Double.doubleToRawLongBits(steps[low] - value) >>> 63);
    }

    private void add(RegressionTree tree, int[] placesOf, long all, int from, double[] scores) {
        sets[0] = all;
        for (int i = 0; i < placesOf.length; i++) {
            long set = sets[i];
            if (tree.isLeaf(i)) {
                double value = tree.value(i);
                while (set != 0) {
                    scores[from + Long.numberOfTrailingZeros(set)] += value;
                    set &= set - 1;
                }
            } else {
                int feature = tree.feature(i);
                long left = below[feature][placesOf[i]];
                if (tree.isMissingLeft(i)) {
                    left |= missing[feature];
                }
                sets[tree.left(i)] = set & left;
                sets[tree.right(i)] = set & ~left;
            }
        }
    }
}
