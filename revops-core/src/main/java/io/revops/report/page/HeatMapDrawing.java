package io.revops.report.page;

import io.revops.report.chart.HeatMap;
import java.math.BigDecimal;
import java.util.List;

/** Fields in rows and columns, the more the stronger; numbers in them where there is room. */
final class HeatMapDrawing {
    private static final double FIELD = 26;
    private static final double HEAD = 20;
    private static final int WITH_NUMBERS = 16;
    private static final int WITH_NUMBERS_ON_A_PHONE = 7;
    private static final int LONGEST = 9;
    private static final int EVERY = 3;

    private final Markup page;
    private final ChartData data;
    private final HeatMap map;
    private final double low;
    private final double high;

    private HeatMapDrawing(Markup page, ChartData data, HeatMap map) {
        this.page = page;
        this.data = data;
        this.map = map;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double value : data.values(map.columns())) {
            if (!Double.isNaN(value)) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        low = least;
        high = most;
    }

    static void draw(Markup page, ChartData data, HeatMap map, String id) {
        HeatMapDrawing drawing = new HeatMapDrawing(page, data, map);
        drawing.draw(id);
        drawing.legend();
    }

    private void draw(String id) {
        Plot.open(page, id, map.title(), description(), HEAD + data.size() * FIELD, "heat");
        List<String> labels = data.labels();
        double width = 100.0 / Math.max(1, map.columns().size());
        for (int c = 0; c < map.columns().size(); c++) {
            boolean desk = map.columns().size() > WITH_NUMBERS_ON_A_PHONE && c % EVERY != 0;
            if (map.columns().size() <= WITH_NUMBERS || c % EVERY == 0) {
                page.words(
                        "text",
                        RowLabels.shortened(
                                Printable.of(data.column(map.columns().get(c)).title()), LONGEST),
                        "class",
                        desk ? "name desk" : "name",
                        "x",
                        Numerals.share((c + 0.5) * width),
                        "y",
                        "12");
            }
        }
        for (int row = 0; row < data.size(); row++) {
            page.words(
                    "text",
                    RowLabels.shortened(labels.get(row), LONGEST),
                    "class",
                    "tick",
                    "x",
                    "-8",
                    "y",
                    Numerals.fixed(HEAD + row * FIELD + 17));
        }
        for (int c = 0; c < map.columns().size(); c++) {
            double[] values = data.values(map.columns().get(c));
            for (int row = 0; row < values.length; row++) {
                if (!Double.isNaN(values[row])) {
                    field(labels.get(row), map.columns().get(c), row, values[row], c * width, width);
                }
            }
        }
        page.close();
    }

    private void field(String label, String column, int row, double value, double x, double width) {
        String y = Numerals.fixed(HEAD + row * FIELD);
        page.open("g", "class", "h" + step(value));
        page.open(
                "rect",
                "class",
                "field",
                "x",
                Numerals.share(x),
                "width",
                Numerals.share(width),
                "y",
                y,
                "height",
                Numerals.fixed(FIELD));
        page.words("title", label + ", " + data.column(column).title() + ": " + data.printed(row, column));
        page.close();
        if (map.columns().size() <= WITH_NUMBERS) {
            String number = data.isPercent(column)
                    ? Numerals.percent(BigDecimal.valueOf(value), 0).replace("%", "")
                    : Numerals.compact(BigDecimal.valueOf(value));
            page.words(
                    "text",
                    number,
                    "class",
                    map.columns().size() <= WITH_NUMBERS_ON_A_PHONE ? "in" : "in desk",
                    "x",
                    Numerals.share(x + width / 2),
                    "y",
                    Numerals.fixed(HEAD + row * FIELD + 17));
        }
        page.close();
    }

    private int step(double value) {
        if (high <= low) {
            return Palette.steps() / 2;
        }
        return (int) Math.min(Palette.steps() - 1, (value - low) / (high - low) * Palette.steps());
    }

    private void legend() {
        String column = map.columns().get(0);
        page.open("p", "class", "scale", "aria-hidden", "true");
        page.text(data.number(column, BigDecimal.valueOf(low)) + " ");
        for (int i = 0; i < Palette.steps(); i++) {
            page.empty("span", "class", "swatch h" + i);
        }
        page.text(" " + data.number(column, BigDecimal.valueOf(high)));
        page.close();
    }

    private String description() {
        String column = map.columns().get(0);
        return data.described(data.size() + " rows and " + map.columns().size() + " columns, from "
                + data.number(column, BigDecimal.valueOf(low)) + " to "
                + data.number(column, BigDecimal.valueOf(high)) + ".");
    }
}
