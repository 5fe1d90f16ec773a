package io.revops.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Lines over rows from left to right, with bands behind them: a series, or a history and the fan of its forecast.
 *
 * @param frame what every chart says of itself
 * @param lines each column as a line, broken where a cell has no number
 * @param bands behind the lines, the widest first
 */
public record LineChart(Frame frame, List<Plotted> lines, List<Band> bands) implements Chart {
    public LineChart {
        Objects.requireNonNull(frame, "frame");
        lines = List.copyOf(lines);
        bands = List.copyOf(bands);
    }

    /** A chart of no line yet. */
    public static LineChart of(Frame frame) {
        return new LineChart(frame, List.of(), List.of());
    }

    /** The same with one more line. */
    public LineChart with(String column, Tone tone) {
        List<Plotted> more = new ArrayList<>(lines);
        more.add(new Plotted(column, tone));
        return new LineChart(frame, more, bands);
    }

    /** The same with one more band, over those before. */
    public LineChart withBand(String low, String high, String title, Tone tone) {
        List<Band> more = new ArrayList<>(bands);
        more.add(new Band(low, high, title, tone));
        return new LineChart(frame, lines, more);
    }

    @Override
    public List<String> columns() {
        return Stream.concat(
                        lines.stream().map(Plotted::column),
                        bands.stream().flatMap(band -> Stream.of(band.low(), band.high())))
                .distinct()
                .toList();
    }
}
