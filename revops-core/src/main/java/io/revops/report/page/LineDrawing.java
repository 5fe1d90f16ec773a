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
        Plot plot =
                Plot.open(page, data, id, description(), axis, chart.columns().get(0));
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

    private void band(Plot plot, Band band) {
        double[] low = data.values(band.low());
        double[] high = data.values(band.high());
        for (Stretch stretch : Stretch.of(low, high)) {
            String around = stretch.points(plot, high) + " " + stretch.pointsBack(plot, low);
            page.empty("polygon", "class", "band " + Palette.of(band.tone()), "points", around);
        }
    }

    private void area(Plot plot, Plotted line) {
        double[] values = data.values(line.column());
        for (Stretch stretch : Stretch.of(values)) {
            String around = stretch.points(plot, values) + " " + stretch.pointsBack(plot, new double[values.length]);
            page.empty("polygon", "class", "area " + Palette.of(line.tone()), "points", around);
        }
    }

    private void lines(Plot plot, Plotted line) {
        double[] values = data.values(line.column());
        for (Stretch stretch : Stretch.of(values)) {
            if (stretch.from() < stretch.to()) {
                String points = stretch.points(plot, values);
                page.empty("polyline", "class", "line " + Palette.of(line.tone()), "points", points);
            }
        }
    }

    /** A dot at the end of each line, and where a number stands alone. */
    private void dots(Plot plot, Plotted line) {
        double[] values = data.values(line.column());
        List<Stretch> stretches = Stretch.of(values);
        for (Stretch stretch : stretches) {
            if (stretch.from() == stretch.to() || stretch.equals(stretches.get(stretches.size() - 1))) {
                page.empty(
                        "circle",
                        "class",
                        "dot " + Palette.of(line.tone()),
                        "cx",
                        Numerals.share(plot.x(stretch.to())),
                        "cy",
                        Numerals.fixed(plot.y(values[stretch.to()])),
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
        return data.described(String.join("; ", parts) + ".");
    }
}
