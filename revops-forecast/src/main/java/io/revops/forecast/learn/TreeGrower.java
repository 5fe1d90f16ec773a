package io.revops.forecast.learn;

import io.revops.forecast.Lanes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Grows one tree after the other on the same bins, always splitting the leaf that gains most (G. Ke et al., LightGBM, NeurIPS 2017;
 * gains and leaf values as in T. Chen and C. Guestrin, XGBoost, KDD 2016).
 *
 * <p>A leaf keeps the sums of derivatives of each bin; of two children the smaller is counted, and the larger is the difference.
 * Of equal gains the lower feature wins, then the lower threshold, then missing values on the right; of equal leaves the older.
 */
final class TreeGrower {
    /** So many rows are counted by every feature before the next: their derivatives stay in the processor's cache. */
    private static final int BLOCK = 1 << 11;

    private final Bins bins;
    private final BoostingOptions options;
    private final SplitSearch search;
    private final Lanes lanes;
    private final Packs packs;
    private final int[] unpacked;
    private final int[] rows;
    private final int[] moved;
    private final long[] first;
    private final long[] second;
    private final List<long[]> spare = new ArrayList<>();

    TreeGrower(Bins bins, BoostingOptions options, int[] signs, Lanes lanes) {
        this.bins = bins;
        this.options = options;
        this.search = new SplitSearch(bins, options, signs);
        this.lanes = lanes;
        this.packs = Packs.of(bins);
        this.unpacked = IntStream.range(0, bins.features())
                .filter(f -> !Packs.isTwo(bins, f))
                .toArray();
        this.rows = new int[bins.rows()];
        this.moved = new int[bins.rows()];
        this.first = new long[bins.rows()];
        this.second = new long[bins.rows()];
    }

    /** A leaf while the tree grows: the rows from one place to another, and what is known of them. */
    private static final class Leaf {
        final int node;
        final int from;
        final int to;
        final int depth;
        final Totals totals;
        long[] sums = {};
        Split best = Split.NONE;

        Leaf(int node, int from, int to, int depth, Totals totals) {
            this.node = node;
            this.from = from;
            this.to = to;
            this.depth = depth;
            this.totals = totals;
        }
    }

    /** The next tree; adds what it says of each row to the row's margin. */
    RegressionTree grow(Gradients gradients, double[] margins) {
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i;
        }
        List<RegressionTree.Node> nodes = new ArrayList<>();
        List<Leaf> leaves = new ArrayList<>();
        Leaf root = new Leaf(0, 0, rows.length, 0, Totals.of(gradients));
        nodes.add(leaf(gradients, root));
        leaves.add(root);
        if (canSplit(root)) {
            count(gradients, root);
            seek(gradients, root);
        }
        while (leaves.size() < options.leaves().most()) {
            Leaf best = leaves.get(0);
            for (Leaf leaf : leaves) {
                int more = Double.compare(leaf.best.gain(), best.best.gain());
                if (more > 0 || (more == 0 && leaf.node < best.node)) {
                    best = leaf;
                }
            }
            if (best.best.gain() <= 0) {
                break;
            }
            split(gradients, nodes, leaves, best);
        }
        for (Leaf leaf : leaves) {
            double value = nodes.get(leaf.node).value();
            for (int i = leaf.from; i < leaf.to; i++) {
                margins[rows[i]] += value;
            }
            release(leaf);
        }
        return RegressionTree.of(nodes.toArray(RegressionTree.Node[]::new));
    }

    private void split(Gradients gradients, List<RegressionTree.Node> nodes, List<Leaf> leaves, Leaf leaf) {
        Split split = leaf.best;
        int middle = divide(leaf, split);
        Totals[] children = search.children(gradients, leaf.totals, split);
        Leaf left = new Leaf(nodes.size(), leaf.from, middle, leaf.depth + 1, children[0]);
        Leaf right = new Leaf(nodes.size() + 1, middle, leaf.to, leaf.depth + 1, children[1]);
        boolean missingLeft =
                bins.misses(split.feature()) ? split.missingLeft() : left.to - left.from > right.to - right.from;
        double threshold = split.bin() == bins.count(split.feature()) - 1
                ? Double.MAX_VALUE
                : bins.threshold(split.feature(), split.bin());
        nodes.set(
                leaf.node,
                new RegressionTree.Node(
                        split.feature(),
                        threshold,
                        left.node,
                        right.node,
                        missingLeft ? left.node : right.node,
                        0,
                        leaf.to - leaf.from));
        nodes.add(leaf(gradients, left));
        nodes.add(leaf(gradients, right));
        leaves.set(leaves.indexOf(leaf), left);
        leaves.add(right);
        if (leaves.size() < options.leaves().most()) {
            Leaf small = left.to - left.from <= right.to - right.from ? left : right;
            Leaf large = small == left ? right : left;
            if (canSplit(large)) {
                count(gradients, small);
                large.sums = leaf.sums;
                leaf.sums = new long[0];
                subtract(large.sums, small.sums);
                seek(gradients, large);
                if (canSplit(small)) {
                    seek(gradients, small);
                }
            }
        }
        release(leaf);
    }

    private boolean canSplit(Leaf leaf) {
        return leaf.depth < options.depth().most()
                && leaf.to - leaf.from >= 2 * options.leafRows().least();
    }

    private RegressionTree.Node leaf(Gradients gradients, Leaf leaf) {
        double value = options.rate().share() * search.value(gradients, leaf.totals);
        return new RegressionTree.Node(-1, 0, 0, 0, 0, value, leaf.to - leaf.from);
    }

    /** Moves the rows that go left before those that go right, each in their order. */
    private int divide(Leaf leaf, Split split) {
        byte[] codes = bins.codes(split.feature());
        int missing = bins.count(split.feature());
        int left = leaf.from;
        int right = 0;
        for (int i = leaf.from; i < leaf.to; i++) {
            int row = rows[i];
            int bin = codes[row] & 0xFF;
            boolean goesLeft = bin == missing ? split.missingLeft() : bin <= split.bin();
            if (goesLeft) {
                rows[left++] = row;
            } else {
                moved[right++] = row;
            }
        }
        System.arraycopy(moved, 0, rows, left, right);
        return left;
    }

    private void count(Gradients gradients, Leaf leaf) {
        int n = leaf.to - leaf.from;
        for (int i = 0; i < n; i++) {
            int row = rows[leaf.from + i];
            first[i] = gradients.first()[row];
            second[i] = gradients.second()[row];
        }
        leaf.sums = spare.isEmpty() ? new long[2 * bins.start(bins.features())] : spare.remove(spare.size() - 1);
        lanes.each(lanes.threads(), lane -> count(leaf, n, lane));
    }

    /** Every so-manieth pack and column is one lane's. */
    private void count(Leaf leaf, int n, int lane) {
        int step = lanes.threads();
        for (int c = lane; c < unpacked.length; c += step) {
            Arrays.fill(leaf.sums, 2 * bins.start(unpacked[c]), 2 * bins.start(unpacked[c] + 1), 0);
        }
        for (int p = lane; p < packs.size(); p += step) {
            packs.clear(p);
        }
        for (int start = 0; start < n; start += BLOCK) {
            int end = Math.min(n, start + BLOCK);
            for (int p = lane; p < packs.size(); p += step) {
                packs.count(p, rows, leaf.from, start, end, first, second);
            }
            for (int c = lane; c < unpacked.length; c += step) {
                count(leaf, unpacked[c], start, end);
            }
        }
        for (int p = lane; p < packs.size(); p += step) {
            packs.write(p, bins, leaf.totals, leaf.sums);
        }
    }

    /** Adds up the derivatives of some rows of a leaf in each bin of a feature: two numbers a bin. */
    private void count(Leaf leaf, int feature, int start, int end) {
        byte[] codes = bins.codes(feature);
        int at = 2 * bins.start(feature);
        long[] sums = leaf.sums;
        int[] order = rows;
        long[] g = first;
        long[] h = second;
        for (int i = start; i < end; i++) {
            int bin = at + 2 * (codes[order[leaf.from + i]] & 0xFF);
            sums[bin] += g[i];
            sums[bin + 1] += h[i];
        }
    }

    private static void subtract(long[] from, long[] less) {
        for (int i = 0; i < from.length; i++) {
            from[i] -= less[i];
        }
    }

    private void seek(Gradients gradients, Leaf leaf) {
        Split[] each = new Split[bins.features()];
        lanes.each(each.length, f -> each[f] = search.best(gradients, leaf.totals, leaf.sums, f));
        for (Split split : each) {
            if (split.gain() > leaf.best.gain()) {
                leaf.best = split;
            }
        }
    }

    private void release(Leaf leaf) {
        if (leaf.sums.length > 0) {
            spare.add(leaf.sums);
            leaf.sums = new long[0];
        }
    }
}
