package io.revops.forecast.learn;

/**
 * The rising sequence nearest to another one in weighted squares, by pooling adjacent violators: wherever a value is below the one
 * before it, both become their mean (R. E. Barlow et al., Statistical Inference under Order Restrictions, 1972).
 */
public final class PooledViolators {
    private PooledViolators() {}

    /** The rising sequence nearest to the values, each counting the same. */
    public static double[] of(double... values) {
        double[] ones = new double[values.length];
        java.util.Arrays.fill(ones, 1);
        return of(values, ones);
    }

    /** The rising sequence nearest to the values. */
    public static double[] of(double[] values, double[] weights) {
        double[] sums = new double[values.length];
        double[] pooled = new double[values.length];
        int[] ends = new int[values.length];
        int blocks = 0;
        for (int i = 0; i < values.length; i++) {
            sums[blocks] = values[i] * weights[i];
            pooled[blocks] = weights[i];
            ends[blocks] = i + 1;
            blocks++;
            while (blocks > 1 && sums[blocks - 2] * pooled[blocks - 1] >= sums[blocks - 1] * pooled[blocks - 2]) {
                sums[blocks - 2] += sums[blocks - 1];
                pooled[blocks - 2] += pooled[blocks - 1];
                ends[blocks - 2] = ends[blocks - 1];
                blocks--;
            }
        }
        double[] rising = new double[values.length];
        for (int b = 0, i = 0; b < blocks; b++) {
            while (i < ends[b]) {
                rising[i++] = sums[b] / pooled[b];
            }
        }
        return rising;
    }
}
