package io.revops.forecast.learn;

import java.util.Arrays;

/**
 * A tree of questions "is the feature at most the threshold?" whose leaves hold what they add to a score. Plain numbers, node by
 * node; the root is node 0 and children stand behind their parent.
 */
public final class RegressionTree {
    private final int[] features;
    private final double[] thresholds;
    private final int[] lefts;
    private final int[] rights;
    private final boolean[] missingLeft;
    private final double[] values;
    private final double[] covers;

    private RegressionTree(
            int[] features,
            double[] thresholds,
            int[] lefts,
            int[] rights,
            boolean[] missingLeft,
            double[] values,
            double[] covers) {
        this.features = features;
        this.thresholds = thresholds;
        this.lefts = lefts;
        this.rights = rights;
        this.missingLeft = missingLeft;
        this.values = values;
        this.covers = covers;
    }

    /**
     * A node as it is written to a file.
     *
     * @param feature the place of the feature that is asked for; −1 in a leaf
     * @param threshold a value that is at most this goes left
     * @param left the node there
     * @param right the node for larger values
     * @param missing the node for missing values: the left or the right one
     * @param value what a leaf adds; 0 elsewhere
     * @param cover how many rows of the training came by
     */
    public record Node(int feature, double threshold, int left, int right, int missing, double value, double cover) {}

    /** A tree of nodes. */
    public static RegressionTree of(Node... nodes) {
        int n = nodes.length;
        RegressionTree tree = new RegressionTree(
                new int[n], new double[n], new int[n], new int[n], new boolean[n], new double[n], new double[n]);
        for (int i = 0; i < n; i++) {
            Node node = nodes[i];
            boolean isLeaf = node.feature() < 0;
            boolean isBroken = isLeaf
                    ? !Double.isFinite(node.value())
                    : node.left() <= i
                            || node.right() <= i
                            || node.left() >= n
                            || node.right() >= n
                            || (node.missing() != node.left() && node.missing() != node.right())
                            || Double.isNaN(node.threshold());
            if (isBroken || !(node.cover() > 0)) {
                throw new IllegalArgumentException(
                        "Node " + i + " of " + n + " is broken (" + node + "). Maybe the file was changed.");
            }
            tree.features[i] = node.feature();
            tree.thresholds[i] = node.threshold() + 0.0; // minus zero is zero
            tree.lefts[i] = node.left();
            tree.rights[i] = node.right();
            tree.missingLeft[i] = !isLeaf && node.missing() == node.left();
            tree.values[i] = node.value();
            tree.covers[i] = node.cover();
        }
        if (n == 0) {
            throw new IllegalArgumentException("A tree has no node. Maybe the file was cut.");
        }
        return tree;
    }

    /** How many nodes. */
    public int size() {
        return features.length;
    }

    /** One node. */
    public Node node(int i) {
        return new Node(
                features[i], thresholds[i], lefts[i], rights[i], isLeaf(i) ? 0 : missing(i), values[i], covers[i]);
    }

    boolean isLeaf(int node) {
        return features[node] < 0;
    }

    int feature(int node) {
        return features[node];
    }

    double threshold(int node) {
        return thresholds[node];
    }

    boolean isMissingLeft(int node) {
        return missingLeft[node];
    }

    int left(int node) {
        return lefts[node];
    }

    int right(int node) {
        return rights[node];
    }

    double value(int node) {
        return values[node];
    }

    double cover(int node) {
        return covers[node];
    }

    private int missing(int node) {
        return missingLeft[node] ? lefts[node] : rights[node];
    }

    /** The child that a row goes to. */
    int child(int node, double[] row) {
        double value = row[features[node]];
        if (value <= thresholds[node]) {
            return lefts[node];
        }
        return Double.isNaN(value) ? missing(node) : rights[node];
    }

    /** What the tree adds to the score of a row. */
    double value(double[] row) {
        int node = 0;
        while (features[node] >= 0) {
            node = child(node, row);
        }
        return values[node];
    }

    /** The mean of what it adds to the rows it was grown on. */
    double mean() {
        double sum = 0;
        for (int i = 0; i < features.length; i++) {
            sum += isLeaf(i) ? values[i] * covers[i] : 0;
        }
        return sum / covers[0];
    }

    /** Whether every node is the same, bit for bit. */
    @Override
    public boolean equals(Object o) {
        return o instanceof RegressionTree that
                && Arrays.equals(features, that.features)
                && Arrays.equals(thresholds, that.thresholds)
                && Arrays.equals(lefts, that.lefts)
                && Arrays.equals(rights, that.rights)
                && Arrays.equals(missingLeft, that.missingLeft)
                && Arrays.equals(values, that.values)
                && Arrays.equals(covers, that.covers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values) * 31 + Arrays.hashCode(thresholds);
    }

    /** {@code 15 nodes}. */
    @Override
    public String toString() {
        return features.length + " nodes";
    }
}
