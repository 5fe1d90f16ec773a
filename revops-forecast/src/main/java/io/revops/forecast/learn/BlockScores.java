package io.revops.forecast.learn;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * Scores many rows by the same trees, 64 at a time: each question that any tree asks is answered once for all 64, as a bit each, and
 * a tree is walked with sets of rows. What is added to a row, and in what order, is the same as row by row.
 */
final class BlockScores {
    static final int BLOCK = Long.SIZE;

    private final List<BlockTree> trees;
    /** By feature, every threshold that a tree asks for, in order. */
    private final double[][] thresholds;
    /** By feature, where its answers begin. */
    private final int[] starts;
    /** By feature and threshold, which rows of the block are at or below it. */
    private final long[] below;
    /** Which rows of the block have no value: by feature, counted from 1; none at 0. */
    private final long[] missing;

    private BlockScores(Trees trees) {
        int k = trees.columns().size();
        thresholds = new double[k][];
        starts = new int[k];
        missing = new long[k + 1];
        int answers = 0;
        for (int f = 0; f < k; f++) {
            thresholds[f] = thresholds(trees, f);
            starts[f] = answers;
            answers += thresholds[f].length + 1; // the last is of those above every threshold
        }
        below = new long[answers];
        this.trees =
                trees.trees().stream().map(t -> BlockTree.of(t, this::place)).toList();
    }

    private static double[] thresholds(Trees trees, int feature) {
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

    /** Where the answer to the question of a node is. */
    private int place(RegressionTree tree, int node) {
        int feature = tree.feature(node);
        return starts[feature] + Arrays.binarySearch(thresholds[feature], tree.threshold(node));
    }

    static double[] of(Trees trees, DataSet data) {
        double[] scores = new double[data.size()];
        double[] sums = new double[BLOCK];
        BlockScores block = new BlockScores(trees);
        for (int from = 0; from < scores.length; from += BLOCK) {
            int rows = Math.min(BLOCK, scores.length - from);
            for (int f = 0; f < block.thresholds.length; f++) {
                block.answer(f, data.raw(f), from, rows);
            }
            Arrays.fill(sums, trees.base());
            for (BlockTree tree : block.trees) {
                tree.add(block.below, block.missing, sums);
            }
            System.arraycopy(sums, 0, scores, from, rows);
        }
        return scores;
    }

    /** Every question about one feature: a row is at or below a threshold if it is at or below an earlier one. */
    private void answer(int feature, double[] column, int from, int rows) {
        double[] steps = thresholds[feature];
        if (steps.length == 1) {
            answerOne(feature, column, from, rows);
        } else if (steps.length > 1) {
            int start = starts[feature];
            Arrays.fill(below, start, start + steps.length, 0);
            long without = 0;
            for (int i = 0; i < rows; i++) {
                double value = column[from + i];
                if (Double.isNaN(value)) {
                    without |= 1L << i;
                } else {
                    below[start + above(steps, value)] |= 1L << i;
                }
            }
            for (int s = 1; s < steps.length; s++) {
                below[start + s] |= below[start + s - 1];
            }
            missing[feature + 1] = without;
        }
    }

    /** A feature that is asked for one threshold, as most of those are that are 0 or 1. */
    private void answerOne(int feature, double[] column, int from, int rows) {
        double step = thresholds[feature][0];
        long over = 0;
        long without = 0;
        for (int i = 0; i < rows; i++) {
            double value = column[from + i];
            over |= isOver(step, value) << i;
            without |= (Double.isNaN(value) ? 1L : 0L) << i;
        }
        below[starts[feature]] = ~(over | without);
        missing[feature + 1] = without;
    }

    /** How many thresholds the value is above. */
    private static int above(double[] steps, double value) {
        int low = 0;
        int size = steps.length;
        while (size > 1) {
            int half = size >>> 1;
            low += half * (int) isOver(steps[low + half - 1], value);
            size -= half;
        }
        return low + (int) isOver(steps[low], value);
    }

    /** 1 if the value is greater, else 0. The sign of a difference, not a comparison: a processor cannot guess those. */
    private static long isOver(double step, double value) {
        return Double.doubleToRawLongBits(step - value) >>> 63;
    }
}
