package io.revops.report.page;

import io.revops.report.chart.Band;
import io.revops.report.chart.LineChart;
import io.revops.report.chart.Plotted;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Lines with gaps where there is no number, and the bands behind them. */
final class LineDrawing {
    private final Markup page;
    private final ChartData data;
    private final LineChart chart;

    private LineDrawing(Markup page, ChartData data, LineChart chart) {
        this.page = page;
        this.data = data;
        this.chart = chart;
    }

    static void draw(Markup page, ChartData data, LineChart chart, String id) {
        new LineDrawing(page, data, chart).draw(id);
    }

    private void draw(String id) {
        Axis axis = Axis.around(data.values(chart.columns()), Plot.steps());
        Plot plot = Plot.open(page, data, id, description(), axis, chart.columns().get(0));
        plot.stretch();
        chart.bands().forEach(band -> band(plot, band));
        if (chart.lines().size() == 1 && chart.bands().isEmpty() && axis.isFromZero()) {
            area(plot, chart.lines().get(0));
        }
        chart.lines().forEach(line -> lines(plot, line));
        page.close();
        chart.lines().forEach(line -> dots(plot, line));
        if (chart.lines().size() == 1) {
            ends(plot, chart.lines().get(0).column());
        }
        for (int row = 0; row < data.size(); row++) {
            plot.hint(row, told(row));
        }
        plot.close(data.labels());
    }

    /** The stretches of rows over which columns all have numbers, each {from, to}, both in it. */
    private List<int[]> stretches(String... columns) {
        List<double[]> all = new ArrayList<>();
        for (String column : columns) {
            all.add(data.values(column));
        }
        List<int[]> stretches = new ArrayList<>();
        int from = -1;
        for (int row = 0; row <= data.size(); row++) {
            int at = row;
            boolean known = row < data.size() && all.stream().noneMatch(v -> Double.isNaN(v[at]));
            if (known && from < 0) {
                from = row;
            } else if (!known && from >= 0) {
                stretches.add(new int[] {from, row - 1});
                from = -1;
            }
        }
        return stretches;
    }

    private void band(Plot plot, Band band) {
        double[] low = data.values(band.low());
        double[] high = data.values(band.high());
        for (int[] stretch : stretches(band.low(), band.high())) {
            String above = points(plot, high, stretch[0], stretch[1]);
            String below = points(plot, low, stretch[1], stretch[0]);
            page.empty("polygon", "class", "band " + Palette.of(band.tone()), "points", above + " " + below);
        }
    }

    private void area(Plot plot, Plotted line) {
        double[] values = data.values(line.column());
        for (int[] stretch : stretches(line.column())) {
            String floor = " " + Numerals.fixed(plot.x(stretch[1]) * 10) + "," + Numerals.fixed(plot.y(0)) + " "
                    + Numerals.fixed(plot.x(stretch[0]) * 10) + "," + Numerals.fixed(plot.y(0));
            page.empty(
                    "polygon",
                    "class",
                    "area " + Palette.of(line.tone()),
                    "points",
                    points(plot, values, stretch[0], stretch[1]) + floor);
        }
    }

    private void lines(Plot plot, Plotted line) {
        double[] values = data.values(line.column());
        for (int[] stretch : stretches(line.column())) {
            if (stretch[0] < stretch[1]) {
                page.empty(
                        "polyline",
                        "class",
                        "line " + Palette.of(line.tone()),
                        "points",
                        points(plot, values, stretch[0], stretch[1]));
            }
        }
    }

    /** A dot at the end of each line, and where a number stands alone. */
    private void dots(Plot plot, Plotted line) {
        double[] values = data.values(line.column());
        List<int[]> stretches = stretches(line.column());
        for (int[] stretch : stretches) {
            if (stretch[0] == stretch[1] || stretch == stretches.get(stretches.size() - 1)) {
                page.empty(
                        "circle",
                        "class",
                        "dot " + Palette.of(line.tone()),
                        "cx",
                        Numerals.share(plot.x(stretch[1])),
                        "cy",
                        Numerals.fixed(plot.y(values[stretch[1]])),
                        "r",
                        "3.5");
            }
        }
    }

    /** The first and the last number, written out. */
    private void ends(Plot plot, String column) {
        double[] values = data.values(column);
        int[] known = IntStream.range(0, values.length)
                .filter(i -> !Double.isNaN(values[i]))
                .toArray();
        if (known.length > 0) {
            end(plot, column, values, known[known.length - 1], "end last");
            if (known.length > 1) {
                end(plot, column, values, known[0], "end first");
            }
        }
    }

    private void end(Plot plot, String column, double[] values, int row, String kind) {
        page.words(
                "text",
                data.number(column, java.math.BigDecimal.valueOf(values[row])),
                "class",
                kind,
                "x",
                Numerals.share(plot.x(row)),
                "y",
                Numerals.fixed(Math.max(10, plot.y(values[row]) - 10)));
    }

    private static String points(Plot plot, double[] values, int from, int to) {
        StringBuilder points = new StringBuilder();
        int step = from <= to ? 1 : -1;
        for (int row = from; row != to + step; row += step) {
            points.append(row == from ? "" : " ")
                    .append(Numerals.fixed(plot.x(row) * 10))
                    .append(',')
                    .append(Numerals.fixed(plot.y(values[row])));
        }
        return points.toString();
    }

    private String told(int row) {
        List<String> parts = new ArrayList<>();
        for (Plotted line : chart.lines()) {
            parts.add(named(line.column()) + data.printed(row, line.column()));
        }
        for (Band band : chart.bands()) {
            String low = data.printed(row, band.low());
            String high = data.printed(row, band.high());
            if (!low.isEmpty() && !high.isEmpty()) {
                parts.add(band.title() + " " + low + " to " + high);
            }
        }
        return data.labels().get(row) + ": " + String.join(", ", parts);
    }

    private String named(String column) {
        return chart.columns().size() == 1 ? "" : data.column(column).title() + " ";
    }

    private String description() {
        List<String> parts = new ArrayList<>();
        for (Plotted line : chart.lines()) {
            double[] values = data.values(line.column());
            int[] known = IntStream.range(0, values.length)
                    .filter(i -> !Double.isNaN(values[i]))
                    .toArray();
            if (known.length > 0) {
                int first = known[0];
                int last = known[known.length - 1];
                parts.add(named(line.column()) + "from " + data.printed(first, line.column()) + " in "
                        + data.labels().get(first) + " to " + data.printed(last, line.column()) + " in "
                        + data.labels().get(last));
            }
        }
        return parts.isEmpty() ? "There is nothing to draw." : String.join("; ", parts) + ".";
    }
}
