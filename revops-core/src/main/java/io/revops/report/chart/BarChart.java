package io.revops.report.chart;

import java.util.List;
import java.util.Objects;

/**
 * One horizontal bar for each row, from top to bottom, with its printed number: segments, stages.
 *
 * @param frame what every chart says of itself
 * @param value the column that the bars show
 */
public record BarChart(Frame frame, Plotted value) implements Chart {
    public BarChart {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(value, "value");
    }

    /** Bars of a column. */
    public static BarChart of(Frame frame, String column, Tone tone) {
        return new BarChart(frame, new Plotted(column, tone));
    }

    @Override
    public List<String> columns() {
        return List.of(value.column());
    }
}
