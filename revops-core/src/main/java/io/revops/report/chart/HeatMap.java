package io.revops.report.chart;

import java.util.List;
import java.util.Objects;

/**
 * A field for each row and column, the darker the more: a cohort triangle. What has no number stays empty.
 *
 * @param frame what every chart says of itself
 * @param columns from left to right, all in one unit
 */
public record HeatMap(Frame frame, List<String> columns) implements Chart {
    public HeatMap {
        Objects.requireNonNull(frame, "frame");
        columns = List.copyOf(columns);
    }

    /** A heat map of these columns. */
    public static HeatMap of(Frame frame, List<String> columns) {
        return new HeatMap(frame, columns);
    }
}
