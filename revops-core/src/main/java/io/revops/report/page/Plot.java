package io.revops.report.page;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The ground of a chart with rows from left to right: grid, numbers at the left, labels below. Across, everything is placed in
 * percent, so that it fits any width; down and in the size of its words in pixels, so that it can be read at any.
 */
final class Plot {
    static final double HEIGHT = 240;
    private static final double TOP = 12;
    private static final double STEPS = 4;
    private static final double BELOW = 40;

    private final Markup page;
    private final Axis axis;
    private final int slots;

    private Plot(Markup page, Axis axis, int slots) {
        this.page = page;
        this.axis = axis;
        this.slots = slots;
    }

    static int steps() {
        return (int) STEPS;
    }

    /** Opens a drawing that is read aloud as its title and a description. */
    static void open(Markup page, String id, String title, String description, double height, String kind) {
        page.open(
                "svg",
                "role",
                "img",
                "class",
                kind,
                "height",
                Numerals.fixed(height),
                "aria-labelledby",
                id + "-t " + id + "-d");
        page.words("title", title, "id", id + "-t").words("desc", description, "id", id + "-d");
    }

    /** Opens a drawing with a grid; close it with {@link #close}. */
    static Plot open(Markup page, ChartData data, String id, String description, Axis axis, String numbersOf) {
        open(page, id, data.chart().title(), description, TOP + HEIGHT + BELOW, "plot");
        Plot plot = new Plot(page, axis, Math.max(1, data.size()));
        plot.grid(data, numbersOf);
        return plot;
    }

    private void grid(ChartData data, String numbersOf) {
        boolean flat = axis.low() == 0 && IntStream.range(0, data.size()).allMatch(i -> isNothing(data, i));
        for (BigDecimal tick : axis.ticks()) {
            String y = Numerals.fixed(y(tick.doubleValue()));
            boolean zero = tick.signum() == 0;
            if (flat && !zero) {
                continue;
            }
            page.empty("line", "class", zero ? "zero" : "grid", "x1", "0", "x2", "100%", "y1", y, "y2", y);
            String label = data.isPercent(numbersOf) ? Numerals.percent(tick, 1) : Numerals.compact(tick);
            page.words("text", label, "class", "tick", "x", "-8", "y", Numerals.fixed(y(tick.doubleValue()) + 4));
        }
    }

    private static boolean isNothing(ChartData data, int row) {
        return data.chart().columns().stream().allMatch(column -> {
            double value = data.values(column)[row];
            return Double.isNaN(value) || value == 0;
        });
    }

    /** Where a number lies from the top, in pixels. */
    double y(double value) {
        return TOP + (1 - axis.along(value)) * HEIGHT;
    }

    /** The middle of a row's place, in percent from the left. */
    double x(int row) {
        return (row + 0.5) * 100 / slots;
    }

    /** How wide a row's place is, in percent. */
    double slot() {
        return 100.0 / slots;
    }

    /** Begins a part whose own coordinates are a thousand across, stretched to the width; down they are pixels. */
    void stretch() {
        String height = Numerals.fixed(TOP + HEIGHT + BELOW);
        page.open(
                "svg",
                "class",
                "stretch",
                "viewBox",
                "0 0 1000 " + height,
                "preserveAspectRatio",
                "none",
                "width",
                "100%",
                "height",
                height);
    }

    /** The labels of the rows, as many as there is room for on a desk and, fewer, on a phone; then the drawing is closed. */
    void close(List<String> labels) {
        RowLabels.of(labels).draw(page, this, TOP + HEIGHT + 18);
        page.close();
    }

    /** What a pointer that rests on a row is told. */
    void hint(int row, String words) {
        page.open(
                "rect",
                "class",
                "hint",
                "x",
                Numerals.share(x(row) - slot() / 2),
                "width",
                Numerals.share(slot()),
                "y",
                Numerals.fixed(TOP),
                "height",
                Numerals.fixed(HEIGHT));
        page.words("title", words).close();
    }
}
