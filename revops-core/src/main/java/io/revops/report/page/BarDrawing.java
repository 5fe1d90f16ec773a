package io.revops.report.page;

import io.revops.report.chart.BarChart;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Horizontal bars, each under its name and its number, so that a long name has the whole width. */
final class BarDrawing {
    private static final double ROW = 42;
    private static final double THICK = 12;
    private static final int LONGEST = 36;

    private BarDrawing() {}

    static void draw(Markup page, ChartData data, BarChart chart, String id) {
        String column = chart.value().column();
        double[] values = data.values(column);
        Plot.open(page, id, chart.title(), description(data, column), data.size() * ROW, "rows");
        double low = Math.min(0, known(values).min().orElse(0));
        double high = Math.max(0, known(values).max().orElse(0));
        double span = high - low == 0 ? 1 : high - low;
        for (int row = 0; row < values.length; row++) {
            double top = row * ROW;
            String name = data.labels().get(row);
            page.words(
                    "text",
                    name.isBlank() ? "(none)" : RowLabels.shortened(name, LONGEST),
                    "class",
                    "bar-name",
                    "x",
                    "0",
                    "y",
                    Numerals.fixed(top + 14));
            page.words(
                    "text",
                    data.printed(row, column),
                    "class",
                    "bar-value",
                    "x",
                    "100%",
                    "y",
                    Numerals.fixed(top + 14));
            page.empty(
                    "rect",
                    "class",
                    "track",
                    "x",
                    "0",
                    "width",
                    "100%",
                    "y",
                    Numerals.fixed(top + 20),
                    "height",
                    Numerals.fixed(THICK));
            if (!Double.isNaN(values[row]) && values[row] != 0) {
                double from = (Math.min(0, values[row]) - low) * 100 / span;
                page.empty(
                        "rect",
                        "class",
                        Palette.of(chart.value().tone()),
                        "x",
                        Numerals.share(from),
                        "width",
                        Numerals.share(Math.abs(values[row]) * 100 / span),
                        "y",
                        Numerals.fixed(top + 20),
                        "height",
                        Numerals.fixed(THICK));
            }
        }
        page.close();
    }

    private static DoubleStream known(double[] values) {
        return Arrays.stream(values).filter(v -> !Double.isNaN(v));
    }

    private static String description(ChartData data, String column) {
        double[] values = data.values(column);
        int most = IntStream.range(0, values.length)
                .filter(i -> !Double.isNaN(values[i]))
                .reduce((a, b) -> values[b] > values[a] ? b : a)
                .orElse(0);
        return data.described(data.size() + (data.size() == 1 ? " bar" : " bars") + "; the most has "
                + data.labels().get(most) + ", " + data.printed(most, column) + ".");
    }
}
