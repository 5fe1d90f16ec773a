package io.revops.report.page;

import io.revops.report.Cell;
import io.revops.report.Column;
import io.revops.report.Table;
import io.revops.report.chart.Chart;
import io.revops.report.chart.Numbers;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The rows and columns of a table that a chart draws, without the table's totals. */
final class ChartData {
    /** What is larger has no place: sums of a few would have none either. */
    private static final double LARGEST = 1e300;

    private final Table table;
    private final Chart chart;
    private final List<String> labels;
    private final Map<String, double[]> places = new HashMap<>();

    ChartData(Table table, Chart chart) {
        this.table = table;
        this.chart = chart;
        int at = table.column(chart.label());
        labels = table.body().stream()
                .map(row -> Printable.of(row.get(at).printed()))
                .toList();
    }

    Chart chart() {
        return chart;
    }

    /** What each row is called. */
    List<String> labels() {
        return labels;
    }

    int size() {
        return table.body().size();
    }

    /** The numbers of a column, NaN where there is none. */
    double[] values(String column) {
        return places.computeIfAbsent(
                column,
                key -> table.numbers(key, chart.frame().numbers()).stream()
                        .mapToDouble(ChartData::place)
                        .toArray());
    }

    private static double place(Optional<BigDecimal> number) {
        double value = number.map(BigDecimal::doubleValue).orElse(Double.NaN);
        return Math.abs(value) > LARGEST ? Double.NaN : value;
    }

    /** The numbers of several columns, one column after the other. */
    double[] values(List<String> columns) {
        return columns.stream()
                .flatMapToDouble(column -> Arrays.stream(values(column)))
                .toArray();
    }

    Column column(String key) {
        return table.columns().get(table.column(key));
    }

    private Cell cell(int row, String column) {
        return table.body().get(row).get(table.column(column));
    }

    /** A number of a column for a reader: as it is printed, or short where it is drawn in the other unit. */
    String printed(int row, String column) {
        double value = values(column)[row];
        return chart.frame().numbers() == Numbers.AS_PRINTED || Double.isNaN(value)
                ? cell(row, column).printed()
                : number(column, BigDecimal.valueOf(value));
    }

    /** A number of a column, short. */
    String number(String column, BigDecimal value) {
        return isPercent(column) ? Numerals.percent(value, 1) : Numerals.compact(value);
    }

    /** Whether the column is printed in percent, with the sign or without, and exact as a ratio. */
    boolean isPercent(String column) {
        int at = table.column(column);
        Column of = table.columns().get(at);
        if (of.unit().equals("percent") && of.exactUnit().equals("ratio")) {
            return true;
        }
        return table.body().stream().anyMatch(row -> row.get(at).printed().contains("%"));
    }

    /** A description for who hears the page: what the numbers are in, then the sentence. */
    String described(String sentence) {
        String unit = unit(chart.columns().get(0));
        return (unit.isEmpty() ? "" : "In " + unit + ". ")
                + sentence.substring(0, 1).toUpperCase(Locale.ROOT)
                + sentence.substring(1);
    }

    /** What the drawn numbers are in: {@code USD per year}; empty for shares and ratios. */
    String unit(String column) {
        Column of = column(column);
        String unit = chart.frame().numbers() == Numbers.EXACT ? of.exactUnit() : of.unit();
        return unit.equals("ratio") ? "" : unit.replace("/", " per ");
    }
}
