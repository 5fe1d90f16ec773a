package io.revops.report;

import io.revops.metric.Explanation;
import io.revops.report.chart.Chart;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a report, as data: printed as text, Markdown and a page, and written as JSON.
 *
 * @param id names it for programs, unique in its report
 * @param title names it for readers
 * @param text paragraphs before the tables
 * @param tables its tables
 * @param how how its figures were concluded
 * @param charts pictures of its tables; each stands before the table that it draws
 */
public record Section(
        String id, String title, List<String> text, List<Table> tables, List<Explanation> how, List<Chart> charts) {
    /** Checks that every chart draws a table of this section, and columns of that table. */
    public Section {
        text = List.copyOf(text);
        tables = tables.stream().map(Table::withReasons).toList();
        how = List.copyOf(how);
        charts = List.copyOf(charts);
        for (Chart chart : charts) {
            check(id, chart, tables);
        }
    }

    /** A section without charts. */
    public Section(String id, String title, List<String> text, List<Table> tables, List<Explanation> how) {
        this(id, title, text, tables, how, List.of());
    }

    /** The section with one more chart. */
    public Section with(Chart chart) {
        List<Chart> more = new ArrayList<>(charts);
        more.add(chart);
        return new Section(id, title, text, tables, how, more);
    }

    private static void check(String section, Chart chart, List<Table> tables) {
        Table table = tables.stream()
                .filter(t -> t.id().equals(chart.table()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The chart " + chart.id() + " draws a table ("
                        + chart.table() + ") that the section " + section + " does not have. Maybe one of "
                        + tables.stream().map(Table::id).toList() + "."));
        table.column(chart.label());
        chart.columns().forEach(table::column);
    }
}
