package io.revops.forecast.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * How the values of a column, or scores, were spread when the model was made: what later ones are compared with.
 *
 * @param name of the column
 * @param edges rising; a value belongs to the first bin whose edge it is at or below, or to the last bin
 * @param counts rows of each bin, one more than there are edges
 * @param missing rows without a value
 */
public record FrozenBins(String name, List<Double> edges, List<Long> counts, long missing) {
    private static final int MOST = 10;

    public FrozenBins {
        Objects.requireNonNull(name, "name");
        edges = List.copyOf(edges);
        counts = List.copyOf(counts);
        if (counts.size() != edges.size() + 1) {
            throw new IllegalArgumentException("The bins of (" + name + ") have " + edges.size() + " edges and "
                    + counts.size() + " counts. Maybe the file was cut.");
        }
    }

    /** Up to {@value #MOST} bins of about the same number of rows; a constant has one below it, its own, and one above it. */
    public static FrozenBins of(String name, double... values) {
        double[] present =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        List<Double> edges = new ArrayList<>();
        for (int b = 1; b < MOST && present.length > 0; b++) {
            double edge = present[(int) (((long) present.length * b - 1) / MOST)];
            if (edge < present[present.length - 1] && (edges.isEmpty() || edge > edges.get(edges.size() - 1))) {
                edges.add(edge);
            }
        }
        if (edges.isEmpty() && present.length > 0) {
            edges.addAll(List.of(Math.nextDown(present[0]), present[0]));
        }
        return counted(name, edges, values);
    }

    /** All rows, also those without a value. */
    public long rows() {
        return counts.stream().mapToLong(c -> c).sum() + missing;
    }

    /** Rows of other values in the same bins. */
    public FrozenBins recount(double... values) {
        return counted(name, edges, values);
    }

    private static FrozenBins counted(String name, List<Double> edges, double... values) {
        long missing = Arrays.stream(values).filter(Double::isNaN).count();
        return new FrozenBins(name, edges, count(edges, values), missing);
    }

    private static List<Long> count(List<Double> edges, double... values) {
        long[] counts = new long[edges.size() + 1];
        for (double value : values) {
            if (!Double.isNaN(value)) {
                int bin = 0;
                while (bin < edges.size() && value > edges.get(bin)) {
                    bin++;
                }
                counts[bin]++;
            }
        }
        return Arrays.stream(counts).boxed().toList();
    }
}
