package io.revops.report.page;

import io.revops.report.chart.Plotted;
import io.revops.report.chart.StackedBars;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Bars upon each other, from 0 up and from 0 down, and a line through their sums, broken where one of them is missing. */
final class StackedBarsDrawing {
    private static final double WIDEST = 8;
    private static final double OF_SLOT = 0.68;

    private final Markup page;
    private final ChartData data;
    private final StackedBars bars;
    private final double[][] values;
    private final double[] nets;

    private StackedBarsDrawing(Markup page, ChartData data, StackedBars bars) {
        this.page = page;
        this.data = data;
        this.bars = bars;
        values = bars.columns().stream().map(data::values).toArray(double[][]::new);
        nets = new double[data.size()];
        for (double[] column : values) {
            for (int row = 0; row < nets.length; row++) {
                nets[row] += column[row];
            }
        }
    }

    static void draw(Markup page, ChartData data, StackedBars bars, String id) {
        new StackedBarsDrawing(page, data, bars).draw(id);
    }

    private void draw(String id) {
        Plot plot = Plot.open(page, data, id, description(), axis(), first());
        for (int row = 0; row < data.size(); row++) {
            bar(plot, row);
        }
        if (!bars.net().isEmpty()) {
            net(plot);
        }
        for (int row = 0; row < data.size(); row++) {
            plot.hint(row, told(row));
        }
        plot.close(data.labels());
    }

    private String first() {
        return bars.columns().get(0);
    }

    private Axis axis() {
        double[] ends = new double[2 * data.size()];
        for (int row = 0; row < data.size(); row++) {
            for (double[] column : values) {
                double value = known(column[row]);
                ends[2 * row + (value < 0 ? 1 : 0)] += value;
            }
        }
        return Axis.withZero(ends, Plot.steps());
    }

    private void bar(Plot plot, int row) {
        double width = Math.min(WIDEST, plot.slot() * OF_SLOT);
        double up = 0;
        double down = 0;
        for (int s = 0; s < values.length; s++) {
            double value = known(values[s][row]);
            if (value == 0) {
                continue;
            }
            double from = value > 0 ? up : down;
            double top = plot.y(Math.max(from, from + value));
            double bottom = plot.y(Math.min(from, from + value));
            page.empty(
                    "rect",
                    "class",
                    Palette.of(bars.series().get(s).tone()),
                    "x",
                    Numerals.share(plot.x(row) - width / 2),
                    "width",
                    Numerals.share(width),
                    "y",
                    Numerals.fixed(top),
                    "height",
                    Numerals.fixed(bottom - top));
            up += Math.max(0, value);
            down += Math.min(0, value);
        }
    }

    private void net(Plot plot) {
        if (data.size() > 1) {
            plot.stretch();
            for (Stretch stretch : Stretch.of(nets)) {
                String points = stretch.points(plot, nets);
                page.empty("polyline", "class", "line halo", "points", points);
                page.empty("polyline", "class", "line ink", "points", points);
            }
            page.close();
        }
        for (int row = 0; row < nets.length; row++) {
            if (Double.isNaN(nets[row])) {
                continue;
            }
            page.empty(
                    "circle",
                    "class",
                    "dot ink",
                    "cx",
                    Numerals.share(plot.x(row)),
                    "cy",
                    Numerals.fixed(plot.y(nets[row])),
                    "r",
                    nets.length > 24 ? "2" : "3.5");
        }
    }

    private String told(int row) {
        List<String> parts = new ArrayList<>();
        for (Plotted series : bars.series()) {
            if (known(data.values(series.column())[row]) != 0) {
                parts.add(data.column(series.column()).title() + " " + data.printed(row, series.column()));
            }
        }
        if (!bars.net().isEmpty() && !Double.isNaN(nets[row])) {
            parts.add(bars.net() + " " + data.number(first(), BigDecimal.valueOf(nets[row])));
        }
        return data.labels().get(row) + ": " + String.join(", ", parts);
    }

    private String description() {
        List<String> parts = new ArrayList<>();
        for (int s = 0; s < values.length; s++) {
            double sum = 0;
            for (double value : values[s]) {
                sum += known(value);
            }
            parts.add(data.column(bars.columns().get(s)).title() + " " + data.number(first(), BigDecimal.valueOf(sum)));
        }
        return data.described("From " + data.labels().get(0) + " to "
                + data.labels().get(data.size() - 1) + ", in all: " + String.join(", ", parts) + ".");
    }

    private static double known(double value) {
        return Double.isNaN(value) ? 0 : value;
    }
}
