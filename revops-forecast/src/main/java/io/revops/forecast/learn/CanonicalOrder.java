package io.revops.forecast.learn;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Rows in an order that depends on what is in them and not on how they came, so that sums over them are the same.
 *
 * <p>By a hash of the content, then by the content itself; rows with the same content may change places.
 */
final class CanonicalOrder {
    private CanonicalOrder() {}

    static DataSet of(DataSet data) {
        int n = data.size();
        long[] hashes = new long[n];
        for (int f = 0; f < data.features().size(); f++) {
            mix(hashes, data.raw(f));
        }
        mix(hashes, data.rawLabels());
        mix(hashes, data.rawWeights());
        Integer[] order = IntStream.range(0, n).boxed().toArray(Integer[]::new);
        Arrays.sort(
                order, Comparator.<Integer>comparingLong(i -> hashes[i]).thenComparing((a, b) -> content(data, a, b)));
        return data.select(Arrays.stream(order).mapToInt(i -> i).toArray());
    }

    private static void mix(long[] hashes, double[] values) {
        for (int i = 0; i < hashes.length; i++) {
            long z = (hashes[i] + 0x9E3779B97F4A7C15L ^ Double.doubleToLongBits(values[i])) * 0xBF58476D1CE4E5B9L;
            z = (z ^ (z >>> 30)) * 0x94D049BB133111EBL;
            hashes[i] = z ^ (z >>> 31);
        }
    }

    private static int content(DataSet data, int a, int b) {
        for (int f = 0; f < data.features().size(); f++) {
            int by = Double.compare(data.value(a, f), data.value(b, f));
            if (by != 0) {
                return by;
            }
        }
        int by = Double.compare(data.label(a), data.label(b));
        return by != 0 ? by : Double.compare(data.weight(a), data.weight(b));
    }
}
