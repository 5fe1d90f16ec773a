package io.revops.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rows one after another in which there are numbers.
 *
 * @param from the first
 * @param to the last, in it
 */
record Stretch(int from, int to) {
    /** The stretches over which all of these columns have numbers. */
    static List<Stretch> of(double[]... columns) {
        List<Stretch> stretches = new ArrayList<>();
        int from = -1;
        int size = columns[0].length;
        for (int row = 0; row <= size; row++) {
            int at = row;
            boolean known = row < size && Stream.of(columns).noneMatch(values -> Double.isNaN(values[at]));
            if (known && from < 0) {
                from = row;
            } else if (!known && from >= 0) {
                stretches.add(new Stretch(from, row - 1));
                from = -1;
            }
        }
        return stretches;
    }

    /** The places of its rows in a part of a plot that is stretched, from left to right. */
    String points(Plot plot, double[] values) {
        return points(plot, values, from, to);
    }

    /** The same from right to left. */
    String pointsBack(Plot plot, double[] values) {
        return points(plot, values, to, from);
    }

    private static String points(Plot plot, double[] values, int first, int last) {
        StringBuilder points = new StringBuilder();
        int step = first <= last ? 1 : -1;
        for (int row = first; row != last + step; row += step) {
            points.append(row == first ? "" : " ")
                    .append(Numerals.fixed(plot.x(row) * 10))
                    .append(',')
                    .append(Numerals.fixed(plot.y(values[row])));
        }
        return points.toString();
    }
}
