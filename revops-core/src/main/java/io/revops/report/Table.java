package io.revops.report;

import io.revops.report.chart.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A table.
 *
 * @param id names it for programs, unique in its section
 * @param title names it for readers
 * @param columns from left to right
 * @param rows each with a cell for every column
 * @param notes what has to be said under it
 * @param totals how many rows at its end sum up those before; a chart does not draw them
 */
public record Table(
        String id, String title, List<Column> columns, List<List<Cell>> rows, List<String> notes, int totals) {
    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        notes = List.copyOf(notes);
        for (List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("A row of the table (" + id + ") has " + row.size()
                        + " cells and not " + columns.size() + ". Maybe a column is missing.");
            }
        }
        if (totals < 0 || totals > rows.size()) {
            throw new IllegalArgumentException("The table (" + id + ") has " + rows.size() + " rows, and not " + totals
                    + " of them can be totals. Maybe add the rows first.");
        }
    }

    /** A table without totals. */
    public Table(String id, String title, List<Column> columns, List<List<Cell>> rows, List<String> notes) {
        this(id, title, columns, rows, notes, 0);
    }

    /** The same table, whose last rows are totals. */
    public Table withTotals(int last) {
        return new Table(id, title, columns, rows, notes, last);
    }

    /** The rows that are no totals. */
    public List<List<Cell>> body() {
        return rows.subList(0, rows.size() - totals);
    }

    /**
     * The place of a column by its key, from 0.
     *
     * @throws IllegalArgumentException if there is none
     */
    public int column(String key) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).key().equals(key)) {
                return i;
            }
        }
        throw new IllegalArgumentException("The table (" + id + ") has no column (" + key + "). Maybe one of "
                + columns.stream().map(Column::key).toList() + ".");
    }

    /** The numbers of a column without the totals, a gap where a cell has none. */
    public List<Optional<BigDecimal>> numbers(String key, Numbers unit) {
        int at = column(key);
        return body().stream()
                .map(row -> Optional.ofNullable(row.get(at).exact())
                        .map(exact -> columns.get(at).in(unit, exact)))
                .toList();
    }

    /** The table with the reasons of its undefined cells among its notes. */
    Table withReasons() {
        List<String> all = new ArrayList<>(notes);
        rows.stream()
                .flatMap(List::stream)
                .filter(c -> c.undefined() != null)
                .map(c -> "undefined: " + Objects.requireNonNull(c.undefined()).text())
                .distinct()
                .filter(reason -> !notes.contains(reason))
                .forEach(all::add);
        return new Table(id, title, columns, rows, all, totals);
    }
}
