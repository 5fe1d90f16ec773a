package io.revops.forecast.learn;

import io.revops.metric.Proportion;
import java.util.ArrayList;
import java.util.List;

/**
 * What was said beside what happened, bin by bin: the table behind a calibration plot.
 *
 * @param bins those that hold a row, from the lowest probability up
 */
public record Reliability(List<Bin> bins) {
    public Reliability {
        bins = List.copyOf(bins);
    }

    /**
     * Rows with about the same probability.
     *
     * @param from the lowest probability, or the bin's lower edge
     * @param to the highest probability, or the bin's upper edge
     * @param said the mean of the probabilities
     * @param happened in how many of the rows
     */
    public record Bin(double from, double to, double said, Proportion happened) {}

    /** Bins of equal width from 0 to 1; each holds its lower edge, and the last one both. */
    public static Reliability ofEqualWidth(double[] labels, double[] probabilities, int bins) {
        if (bins < 1) {
            throw new IllegalArgumentException("There are " + bins + " bins. Maybe 10.");
        }
        double[] said = new double[bins];
        int[] rows = new int[bins];
        int[] events = new int[bins];
        for (int i = 0; i < labels.length; i++) {
            int bin = Math.min(bins - 1, (int) (probabilities[i] * bins));
            said[bin] += probabilities[i];
            rows[bin]++;
            events[bin] += labels[i] == 1 ? 1 : 0;
        }
        List<Bin> table = new ArrayList<>();
        for (int b = 0; b < bins; b++) {
            if (rows[b] > 0) {
                table.add(new Bin(
                        (double) b / bins, (b + 1.0) / bins, said[b] / rows[b], new Proportion(events[b], rows[b])));
            }
        }
        return new Reliability(table);
    }

    /** Bins of about the same number of rows; rows of one probability stay together. */
    public static Reliability ofEqualCount(double[] labels, double[] probabilities, int bins) {
        if (bins < 1) {
            throw new IllegalArgumentException("There are " + bins + " bins. Maybe 10.");
        }
        List<Bin> table = new ArrayList<>();
        int[] order = Order.ascending(probabilities);
        int bin = 0;
        for (int from = 0; from < order.length; ) {
            do {
                bin++;
            } while ((long) order.length * bin / bins <= from);
            int to = (int) ((long) order.length * bin / bins);
            while (to < order.length && probabilities[order[to]] == probabilities[order[to - 1]]) {
                to++;
            }
            double said = 0;
            int events = 0;
            for (int i = from; i < to; i++) {
                said += probabilities[order[i]];
                events += labels[order[i]] == 1 ? 1 : 0;
            }
            table.add(new Bin(
                    probabilities[order[from]],
                    probabilities[order[to - 1]],
                    said / (to - from),
                    new Proportion(events, to - from)));
            from = to;
        }
        return new Reliability(table);
    }

    /** Σ nᵦ/n |said − happened|. */
    public double expectedError() {
        long rows = bins.stream().mapToLong(b -> b.happened().cases()).sum();
        double sum = 0;
        for (Bin bin : bins) {
            sum += bin.happened().cases() * Math.abs(bin.said() - bin.happened().value());
        }
        return sum / rows;
    }
}
