package io.revops.health;

import java.util.Arrays;
import java.util.List;

/**
 * How the last week compares with a customer's own weeks before.
 *
 * <p>Counts are compared on the scale 2√(n + 3/8) (F. J. Anscombe, Biometrika 35, 1948, 246–254), on which the standard deviation
 * of a count that happens at random is about 1 whatever its mean. The distance is that from the median of the weeks before, in
 * units of their spread: 1.4826 times the median absolute deviation, and never less than 1. So one odd week before hides
 * nothing, and a customer who was always exactly even is not blamed for chance.
 *
 * @param last the count of the last seven days
 * @param before the counts of the weeks before, the earliest first
 */
record UsageBaseline(long last, List<Long> before) {
    private static final double TO_SIGMA = 1.482602218505602;

    UsageBaseline {
        before = List.copyOf(before);
    }

    /** The middle count of the weeks before. */
    double median() {
        return median(before.stream().mapToDouble(Long::doubleValue).toArray());
    }

    /** How far the last week is from the weeks before, in units of their spread; below 0: less. */
    double z() {
        double[] weeks = before.stream().mapToDouble(UsageBaseline::even).toArray();
        double middle = median(weeks);
        double[] off = Arrays.stream(weeks).map(w -> Math.abs(w - middle)).toArray();
        return (even(last) - middle) / Math.max(1, TO_SIGMA * median(off));
    }

    private static double even(long count) {
        return 2 * StrictMath.sqrt(count + 0.375);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }
}
