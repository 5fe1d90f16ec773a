package io.revops.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A table.
 *
 * @param id names it for programs, unique in its section
 * @param title names it for readers
 * @param columns from left to right
 * @param rows each with a cell for every column
 * @param notes what has to be said under it
 */
public record Table(String id, String title, List<Column> columns, List<List<Cell>> rows, List<String> notes) {
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
    }

    /** The table with the reasons of its undefined cells among its notes. */
    Table withReasons() {
        List<String> all = new ArrayList<>(notes);
        rows.stream()
                .flatMap(List::stream)
                .filter(c -> c.undefined() != null)
                .map(c -> "undefined: "
                        + java.util.Objects.requireNonNull(c.undefined()).text())
                .distinct()
                .forEach(all::add);
        return new Table(id, title, columns, rows, all);
    }
}
