package io.revops.forecast.learn;

import io.revops.forecast.Lanes;
import java.util.Arrays;

/**
 * A data set with each value replaced by the number of its bin: what trees are grown on.
 *
 * <p>A column of at most {@value #MOST} values has a bin for each; another has bins of about the same number of rows. Between two
 * bins lies a threshold, half way between the largest value of one and the smallest of the next, so that bins depend on the order
 * of the values and not on their size. Missing values are in the bin after the last.
 */
final class Bins {
    static final int MOST = 254;

    private final byte[][] codes;
    private final double[][] thresholds;
    private final int[] starts;
    private final boolean[] misses;

    private Bins(byte[][] codes, double[][] thresholds, boolean[] misses) {
        this.codes = codes;
        this.thresholds = thresholds;
        this.misses = misses;
        this.starts = new int[codes.length + 1];
        for (int f = 0; f < codes.length; f++) {
            starts[f + 1] = starts[f] + thresholds[f].length + 2;
        }
    }

    static Bins of(DataSet data, Lanes lanes) {
        int k = data.features().size();
        byte[][] codes = new byte[k][];
        double[][] thresholds = new double[k][];
        boolean[] misses = new boolean[k];
        lanes.each(k, f -> {
            double[] values = data.raw(f);
            double[] present =
                    Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
            misses[f] = present.length < values.length;
            thresholds[f] = thresholds(present);
            codes[f] = codes(values, thresholds[f]);
        });
        return new Bins(codes, thresholds, misses);
    }

    private static double[] thresholds(double... sorted) {
        double[] between = new double[MOST];
        int found = 0;
        boolean each = Arrays.stream(sorted).distinct().limit(MOST + 1L).count() <= MOST;
        int bin = 1;
        for (int i = 1; i < sorted.length; i++) {
            boolean full = each || i >= (long) sorted.length * bin / MOST;
            if (sorted[i] != sorted[i - 1] && full) {
                between[found++] = between(sorted[i - 1], sorted[i]);
                while (!each && (long) sorted.length * bin / MOST <= i) {
                    bin++;
                }
            }
        }
        return Arrays.copyOf(between, found);
    }

    /** Half way, and below the upper one whatever is rounded. */
    private static double between(double low, double high) {
        double middle = low / 2 + high / 2;
        return middle < low || middle >= high ? low : middle;
    }

    private static byte[] codes(double[] values, double[] thresholds) {
        byte[] codes = new byte[values.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (byte) (Double.isNaN(values[i]) ? thresholds.length + 1 : below(thresholds, values[i]));
        }
        return codes;
    }

    /** How many thresholds are below the value. */
    private static int below(double[] thresholds, double value) {
        int low = 0;
        int high = thresholds.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (thresholds[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    int features() {
        return codes.length;
    }

    int rows() {
        return codes.length == 0 ? 0 : codes[0].length;
    }

    /** The bins of a column, row by row, as unsigned bytes. */
    byte[] codes(int feature) {
        return codes[feature];
    }

    /** How many bins a column has, without that of missing values, whose number this is. */
    int count(int feature) {
        return thresholds[feature].length + 1;
    }

    /** The value up to which a bin and those below it go. */
    double threshold(int feature, int bin) {
        return thresholds[feature][bin];
    }

    /** Where a column's bins begin among all; at the number of columns, how many there are. */
    int start(int feature) {
        return starts[feature];
    }

    boolean misses(int feature) {
        return misses[feature];
    }
}
