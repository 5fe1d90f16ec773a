package io.revops.report.page;

import io.revops.report.chart.Band;
import io.revops.report.chart.ScatterPlot;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Points by two numbers, with whiskers, and the line where both are equal. */
final class ScatterDrawing {
    private final Markup page;
    private final ChartData data;
    private final ScatterPlot chart;
    private final Axis across;
    private final Axis up;

    private ScatterDrawing(Markup page, ChartData data, ScatterPlot chart) {
        this.page = page;
        this.data = data;
        this.chart = chart;
        List<String> ys = new ArrayList<>(chart.columns());
        boolean diagonal = chart.reference() == ScatterPlot.Reference.DIAGONAL;
        if (!diagonal) {
            ys.remove(chart.x());
        }
        up = Axis.around(data.values(ys), Plot.steps());
        across = diagonal ? up : Axis.around(data.values(chart.x()), Plot.steps());
    }

    static void draw(Markup page, ChartData data, ScatterPlot chart, String id) {
        new ScatterDrawing(page, data, chart).draw(id);
    }

    private void draw(String id) {
        String column = chart.y().column();
        Plot plot = Plot.open(page, data, id, description(), up, column);
        for (BigDecimal tick : across.ticks()) {
            String label = data.isPercent(chart.x()) ? Numerals.percent(tick, 1) : Numerals.compact(tick);
            page.words("text", label, "class", "name", "x", x(tick.doubleValue()), "y", "270");
        }
        if (chart.reference() == ScatterPlot.Reference.DIAGONAL) {
            page.empty(
                    "line",
                    "class",
                    "reference",
                    "x1",
                    x(up.low()),
                    "y1",
                    Numerals.fixed(plot.y(up.low())),
                    "x2",
                    x(up.high()),
                    "y2",
                    Numerals.fixed(plot.y(up.high())));
        }
        double[] xs = data.values(chart.x());
        double[] ys = data.values(column);
        chart.interval().ifPresent(band -> whiskers(plot, xs, band));
        for (int row = 0; row < xs.length; row++) {
            if (!Double.isNaN(xs[row]) && !Double.isNaN(ys[row])) {
                page.open(
                        "circle",
                        "class",
                        "point " + Palette.of(chart.y().tone()),
                        "cx",
                        x(xs[row]),
                        "cy",
                        Numerals.fixed(plot.y(ys[row])),
                        "r",
                        "4.5");
                page.words(
                                "title",
                                data.labels().get(row) + ": "
                                        + data.column(chart.x()).title() + " "
                                        + data.printed(row, chart.x()) + ", "
                                        + data.column(column).title() + " " + data.printed(row, column))
                        .close();
            }
        }
        page.close();
    }

    private void whiskers(Plot plot, double[] xs, Band band) {
        double[] low = data.values(band.low());
        double[] high = data.values(band.high());
        for (int row = 0; row < xs.length; row++) {
            if (!Double.isNaN(xs[row]) && !Double.isNaN(low[row]) && !Double.isNaN(high[row])) {
                page.empty(
                        "line",
                        "class",
                        "whisker " + Palette.of(band.tone()),
                        "x1",
                        x(xs[row]),
                        "x2",
                        x(xs[row]),
                        "y1",
                        Numerals.fixed(plot.y(low[row])),
                        "y2",
                        Numerals.fixed(plot.y(high[row])));
            }
        }
    }

    private String x(double value) {
        return Numerals.share(across.along(value) * 100);
    }

    private String description() {
        return data.size() + " points: " + data.column(chart.x()).title() + " to the right, "
                + data.column(chart.y().column()).title() + " upwards.";
    }
}
