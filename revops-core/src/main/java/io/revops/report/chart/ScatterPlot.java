package io.revops.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A point for each row: predicted against observed, one quantity against another.
 *
 * @param frame what every chart says of itself
 * @param x the column to the right
 * @param y the column upwards, with the tone of the points
 * @param interval the ends of a whisker through each point, if it has one
 * @param reference the line to compare with
 */
public record ScatterPlot(Frame frame, String x, Plotted y, Optional<Band> interval, Reference reference)
        implements Chart {
    /** A line to compare points with. */
    public enum Reference {
        NONE,
        /** Where both are equal: the points of a calibrated probability lie on it. */
        DIAGONAL
    }

    public ScatterPlot {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(y, "y");
        Objects.requireNonNull(interval, "interval");
        Objects.requireNonNull(reference, "reference");
    }

    /** Points of two columns. */
    public static ScatterPlot of(Frame frame, String x, String y, Tone tone) {
        return new ScatterPlot(frame, x, new Plotted(y, tone), Optional.empty(), Reference.NONE);
    }

    /** The same with a whisker through each point. */
    public ScatterPlot withInterval(String low, String high, String title) {
        return new ScatterPlot(frame, x, y, Optional.of(new Band(low, high, title, y.tone())), reference);
    }

    /** The same with a line to compare with. */
    public ScatterPlot with(Reference line) {
        return new ScatterPlot(frame, x, y, interval, line);
    }

    @Override
    public List<String> columns() {
        List<String> columns = new ArrayList<>(List.of(x, y.column()));
        interval.ifPresent(band -> columns.addAll(List.of(band.low(), band.high())));
        return columns;
    }
}
