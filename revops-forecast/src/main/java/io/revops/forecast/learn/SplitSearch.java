package io.revops.forecast.learn;

/**
 * Looks for the split of a leaf that gains most.
 *
 * <p>With G and H the sums of first and second derivatives, a leaf's value is w = −G / (H + λ), held between its bounds, and its
 * score −(2 G w + (H + λ) w²), which is G² / (H + λ) where no bound holds it; a split gains the children's scores less the
 * parent's. A feature that moves the score one way only may not order its children the other way, and what is below them is
 * bounded by the middle between them.
 */
final class SplitSearch {
    /** A leaf with less curvature than this is sure of itself already. */
    private static final double LEAST_SECOND = 1e-3;

    private final Bins bins;
    private final int leastRows;
    private final double lambda;
    /** Empty where no feature is held. */
    private final int[] signs;

    SplitSearch(Bins bins, BoostingOptions options, int[] signs) {
        this.bins = bins;
        this.leastRows = options.leafRows().least();
        this.lambda = options.penalty().lambda();
        this.signs = signs;
    }

    /** What a leaf says, before the learning rate. */
    double value(Gradients gradients, Totals leaf) {
        return value(gradients.first(leaf.first()), gradients.second(leaf.second()), leaf);
    }

    private double value(double first, double second, Totals bounds) {
        double curve = second + lambda;
        double value = curve == 0 ? 0 : -first / curve;
        return Math.min(bounds.high(), Math.max(bounds.low(), value));
    }

    private double score(double first, double second, Totals bounds) {
        double value = value(first, second, bounds);
        return -(2 * first * value + (second + lambda) * value * value);
    }

    /** The best split by one feature. */
    Split best(Gradients gradients, Totals leaf, long[] sums, int feature) {
        int start = 2 * bins.start(feature);
        int count = bins.count(feature);
        int missing = start + 2 * count;
        int missingRows = gradients.rows(sums[missing + 1]);
        int all = gradients.rows(leaf.second());
        double parent = score(gradients.first(leaf.first()), gradients.second(leaf.second()), leaf);
        double least = 1e-12 * Math.abs(parent);
        Split best = Split.NONE;
        long first = 0;
        long second = 0;
        int last = missingRows > 0 ? count : count - 1; // with missing values, all others against them is a split too
        for (int bin = 0; bin < last; bin++) {
            int at = start + 2 * bin;
            if (sums[at + 1] == 0) {
                continue;
            }
            first += sums[at];
            second += sums[at + 1];
            int rows = gradients.rows(second);
            if (rows >= leastRows && all - rows >= leastRows) {
                double gain = gain(gradients, leaf, feature, first, second, parent);
                if (gain > best.gain() && gain > least) {
                    best = new Split(gain, feature, bin, false, first, second);
                }
            }
            int with = rows + missingRows;
            if (missingRows > 0 && bin < count - 1 && with >= leastRows && all - with >= leastRows) {
                long withFirst = first + sums[missing];
                long withSecond = second + sums[missing + 1];
                double gain = gain(gradients, leaf, feature, withFirst, withSecond, parent);
                if (gain > best.gain() && gain > least) {
                    best = new Split(gain, feature, bin, true, withFirst, withSecond);
                }
            }
            if (all - rows < leastRows) {
                break;
            }
        }
        return best;
    }

    /** 0 where the split is not allowed. */
    private double gain(Gradients gradients, Totals leaf, int feature, long leftFirst, long leftSecond, double parent) {
        double g = gradients.first(leftFirst);
        double h = gradients.second(leftSecond);
        double otherG = gradients.first(leaf.first() - leftFirst);
        double otherH = gradients.second(leaf.second() - leftSecond);
        if (h < LEAST_SECOND || otherH < LEAST_SECOND) {
            return 0;
        }
        if (signs.length == 0) {
            return g * g / (h + lambda) + otherG * otherG / (otherH + lambda) - parent;
        }
        if (signs[feature] != 0 && (value(otherG, otherH, leaf) - value(g, h, leaf)) * signs[feature] < 0) {
            return 0;
        }
        return score(g, h, leaf) + score(otherG, otherH, leaf) - parent;
    }

    /** What is known of the two sides of a split. */
    Totals[] children(Gradients gradients, Totals leaf, Split split) {
        Totals left = new Totals(split.first(), split.second(), leaf.low(), leaf.high());
        Totals right =
                new Totals(leaf.first() - split.first(), leaf.second() - split.second(), leaf.low(), leaf.high());
        int sign = signs.length == 0 ? 0 : signs[split.feature()];
        if (sign == 0) {
            return new Totals[] {left, right};
        }
        double middle = (value(gradients, left) + value(gradients, right)) / 2;
        return sign > 0 ? bounded(left, right, middle) : swap(bounded(right, left, middle));
    }

    private static Totals[] bounded(Totals lower, Totals upper, double middle) {
        return new Totals[] {
            new Totals(lower.first(), lower.second(), lower.low(), middle),
            new Totals(upper.first(), upper.second(), middle, upper.high())
        };
    }

    private static Totals[] swap(Totals... pair) {
        return new Totals[] {pair[1], pair[0]};
    }
}
