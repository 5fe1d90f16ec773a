package io.revops.report.chart;

import java.util.List;
import java.util.Objects;

/**
 * The figures that are read first, large, each with what it was before and how it went.
 *
 * @param frame what every chart says of itself; its label column names the figures
 * @param now the column of the figures
 * @param before the column of what they were
 * @param figures which rows are shown, in this order
 */
public record Headlines(Frame frame, String now, String before, List<Headline> figures) implements Chart {
    public Headlines {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(now, "now");
        Objects.requireNonNull(before, "before");
        figures = List.copyOf(figures);
    }

    @Override
    public List<String> columns() {
        return List.of(now, before);
    }
}
