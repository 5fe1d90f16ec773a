package io.revops.report.page;

import java.util.Arrays;

/** A small line without words beside a figure; the numbers are in their own table, so it is not read aloud. */
final class SparkDrawing {
    private static final double WIDTH = 200;
    private static final double HEIGHT = 32;
    private static final double MARGIN = 3;

    private SparkDrawing() {}

    static void draw(Markup page, double[] values) {
        double[] known = Arrays.stream(values).filter(Double::isFinite).toArray();
        if (known.length < 2) {
            return;
        }
        double low = Arrays.stream(known).min().orElseThrow();
        double high = Arrays.stream(known).max().orElseThrow();
        page.open(
                "svg",
                "class",
                "spark",
                "aria-hidden",
                "true",
                "viewBox",
                "0 0 " + Numerals.fixed(WIDTH) + " " + Numerals.fixed(HEIGHT),
                "preserveAspectRatio",
                "none");
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i])) {
                double up = high == low ? 0.5 : (values[i] - low) / (high - low);
                points.append(points.isEmpty() ? "" : " ")
                        .append(Numerals.fixed(i * WIDTH / (values.length - 1)))
                        .append(',')
                        .append(Numerals.fixed(HEIGHT - MARGIN - up * (HEIGHT - 2 * MARGIN)));
            } else {
                line(page, points);
            }
        }
        line(page, points);
        page.close();
    }

    private static void line(Markup page, StringBuilder points) {
        if (points.indexOf(" ") >= 0) {
            page.empty("polyline", "class", "line blue", "points", points.toString());
        }
        points.setLength(0);
    }
}
