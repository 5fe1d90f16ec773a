package io.revops.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One bar for each row from left to right, its columns upon each other: what is above 0 upwards, what is below downwards.
 *
 * @param frame what every chart says of itself
 * @param series the columns from 0 outwards
 * @param net what the legend calls the line through the sums of the columns; empty for no line
 */
public record StackedBars(Frame frame, List<Plotted> series, String net) implements Chart {
    public StackedBars {
        Objects.requireNonNull(frame, "frame");
        series = List.copyOf(series);
        Objects.requireNonNull(net, "net");
    }

    /** Bars of nothing yet. */
    public static StackedBars of(Frame frame) {
        return new StackedBars(frame, List.of(), "");
    }

    /** The same with one more column, farther from 0. */
    public StackedBars with(String column, Tone tone) {
        List<Plotted> more = new ArrayList<>(series);
        more.add(new Plotted(column, tone));
        return new StackedBars(frame, more, net);
    }

    /** The same with a line through the sums of the columns. */
    public StackedBars withNet(String title) {
        return new StackedBars(frame, series, title);
    }

    @Override
    public List<String> columns() {
        return series.stream().map(Plotted::column).toList();
    }
}
