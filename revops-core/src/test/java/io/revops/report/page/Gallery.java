package io.revops.report.page;

import io.revops.metric.Explanation;
import io.revops.metric.Undefined;
import io.revops.metric.UndefinedCode;
import io.revops.report.Cell;
import io.revops.report.Column;
import io.revops.report.Imprint;
import io.revops.report.Report;
import io.revops.report.Section;
import io.revops.report.Table;
import io.revops.report.chart.BarChart;
import io.revops.report.chart.Chart;
import io.revops.report.chart.Frame;
import io.revops.report.chart.Headline;
import io.revops.report.chart.Headlines;
import io.revops.report.chart.HeatMap;
import io.revops.report.chart.LineChart;
import io.revops.report.chart.ScatterPlot;
import io.revops.report.chart.Spark;
import io.revops.report.chart.StackedBars;
import io.revops.report.chart.Tone;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Every kind of chart, with the data on which drawings go wrong: none, one, nothing but zeros, gaps, losses, long names. */
final class Gallery {
    private static final List<String> COLUMNS = List.of("a", "b", "low", "high");

    private Gallery() {}

    static Report of(Section... sections) {
        return new Report(
                "Gallery", Span.year(2025), List.of(sections), new Imprint("revops test", "policy: none", "no data"));
    }

    /** One section with all kinds of charts of the same rows. */
    static Section everyKind(String id, List<String> labels, double[]... columns) {
        return everyKind(id, table(labels, columns));
    }

    static Section everyKind(String id, Table table) {
        List<Chart> charts = List.of(
                StackedBars.of(frame("bars"))
                        .with("a", Tone.BLUE)
                        .with("b", Tone.RUST)
                        .withNet("net"),
                LineChart.of(frame("line")).with("a", Tone.BLUE),
                LineChart.of(frame("fan"))
                        .withBand("low", "high", "80 % interval", Tone.SKY)
                        .with("a", Tone.BLUE)
                        .with("b", Tone.AMBER),
                BarChart.of(frame("rows"), "b", Tone.TEAL),
                HeatMap.of(frame("map"), COLUMNS),
                ScatterPlot.of(
                                frame("points").withNote("Where they are equal, they lie on the line."),
                                "a",
                                "b",
                                Tone.BLUE)
                        .withInterval("low", "high", "95 % interval")
                        .with(ScatterPlot.Reference.DIAGONAL),
                new Headlines(
                        frame("cards"),
                        "a",
                        "b",
                        table.rows().stream()
                                .limit(2)
                                .map(row -> new Headline(
                                        row.get(0).printed(),
                                        "+1.0 %",
                                        Headline.News.GOOD,
                                        Optional.of(new Spark(id, "t", "a"))))
                                .toList()));
        return new Section(id, "Section " + id, List.of("Words."), List.of(table), List.of(), charts);
    }

    static Table table(List<String> labels, double[]... columns) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int row = 0; row < labels.size(); row++) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.text(labels.get(row))));
            for (double[] column : columns) {
                cells.add(cell(column[row]));
            }
            rows.add(cells);
        }
        return table(rows);
    }

    static Table table(List<List<Cell>> rows) {
        List<Column> columns = new ArrayList<>(List.of(Column.words("label", "label")));
        COLUMNS.forEach(key -> columns.add(Column.numbers(key, "column " + key, "USD")));
        return new Table("t", "Table", columns, rows, List.of());
    }

    static Cell cell(double value) {
        return Double.isNaN(value)
                ? new Cell("undefined", null, new Undefined<>(UndefinedCode.NO_ACCOUNTS, "There is none. Maybe later."))
                : Cell.number(String.valueOf(value), BigDecimal.valueOf(value))
                        .with(new Explanation(
                                "A is " + value, "a", List.of("a"), List.of(), List.of("x", "  y"), List.of()));
    }

    static List<String> months(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Span.month(2023 + i / 12, 1 + i % 12).toString())
                .toList();
    }

    static double[] values(int count, java.util.function.IntToDoubleFunction of) {
        return IntStream.range(0, count).mapToDouble(of).toArray();
    }

    private static Frame frame(String id) {
        return Frame.of(id, "Chart " + id, "t", "label");
    }
}
