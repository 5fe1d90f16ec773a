package io.revops.forecast.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Columns of two bins, eight to a byte: rows are counted by the pattern of all eight at once, and what belongs to one column is the
 * sum over the patterns that have its bit. Sums of whole numbers are the same either way.
 */
final class Packs {
    private static final int PATTERNS = 1 << Byte.SIZE;

    private final int[][] features;
    private final byte[][] patterns;
    private final long[][] sums;

    private Packs(int[][] features, byte[][] patterns) {
        this.features = features;
        this.patterns = patterns;
        this.sums = new long[features.length][2 * PATTERNS];
    }

    /** The columns of two bins and without missing values. */
    static Packs of(Bins bins) {
        List<Integer> two = new ArrayList<>();
        for (int f = 0; f < bins.features(); f++) {
            if (isTwo(bins, f)) {
                two.add(f);
            }
        }
        int packs = (two.size() + Byte.SIZE - 1) / Byte.SIZE;
        int[][] features = new int[packs][];
        byte[][] patterns = new byte[packs][bins.rows()];
        for (int p = 0; p < packs; p++) {
            features[p] = two.subList(p * Byte.SIZE, Math.min(two.size(), (p + 1) * Byte.SIZE)).stream()
                    .mapToInt(f -> f)
                    .toArray();
            for (int bit = 0; bit < features[p].length; bit++) {
                byte[] codes = bins.codes(features[p][bit]);
                for (int i = 0; i < codes.length; i++) {
                    patterns[p][i] |= (byte) (codes[i] << bit);
                }
            }
        }
        return new Packs(features, patterns);
    }

    /** Whether a column is in a pack. */
    static boolean isTwo(Bins bins, int feature) {
        return bins.count(feature) == 2 && !bins.misses(feature);
    }

    /** How many packs. */
    int size() {
        return features.length;
    }

    /** Forgets what was counted. */
    void clear(int pack) {
        Arrays.fill(sums[pack], 0);
    }

    /**
     * Counts rows by pattern.
     *
     * @param rows the places of rows, of which those from one place to another are counted
     * @param first their first derivatives, from 0 for the row at {@code offset}
     */
    void count(int pack, int[] rows, int offset, int start, int end, long[] first, long[] second) {
        byte[] pattern = patterns[pack];
        long[] to = sums[pack];
        for (int i = start; i < end; i++) {
            int at = 2 * (pattern[rows[offset + i]] & 0xFF);
            to[at] += first[i];
            to[at + 1] += second[i];
        }
    }

    /** Writes what was counted to the bins of each column: those with its bit are in the upper one. */
    void write(int pack, Bins bins, Totals totals, long[] leaf) {
        long[] from = sums[pack];
        for (int bit = 0; bit < features[pack].length; bit++) {
            long first = 0;
            long second = 0;
            for (int pattern = 1 << bit; pattern < PATTERNS; pattern = (pattern + 1) | 1 << bit) {
                first += from[2 * pattern];
                second += from[2 * pattern + 1];
            }
            int at = 2 * bins.start(features[pack][bit]);
            leaf[at] = totals.first() - first;
            leaf[at + 1] = totals.second() - second;
            leaf[at + 2] = first;
            leaf[at + 3] = second;
        }
    }
}
