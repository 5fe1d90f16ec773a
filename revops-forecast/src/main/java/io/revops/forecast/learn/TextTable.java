package io.revops.forecast.learn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** A flat table as it was exported: named columns of text. A {@link Schema} says how it becomes numbers. */
public final class TextTable {
    private final List<String> columns;
    private final List<List<String>> cells;

    private TextTable(List<String> columns, List<List<String>> cells) {
        this.columns = columns;
        this.cells = cells;
    }

    /** Builds a table row by row. */
    public static final class Builder {
        private final List<String> columns;
        private final List<List<String>> cells = new ArrayList<>();
        private final Map<String, String> words = new HashMap<>();

        private Builder(List<String> columns) {
            this.columns = columns;
            columns.forEach(c -> cells.add(new ArrayList<>()));
        }

        /** Adds a row: cells in the order of the columns, absent at the end where there is nothing. */
        public Builder row(List<String> row) {
            if (row.size() > columns.size()) {
                throw new IllegalArgumentException("A row has " + row.size() + " cells for " + columns.size()
                        + " columns. Maybe a separator inside a cell.");
            }
            for (int c = 0; c < columns.size(); c++) {
                String cell = c < row.size() ? row.get(c).strip() : "";
                cells.get(c).add(words.size() < 1 << 16 ? words.computeIfAbsent(cell, w -> w) : cell);
            }
            return this;
        }

        /** The rows so far. */
        public TextTable build() {
            return new TextTable(columns, cells.stream().map(List::copyOf).toList());
        }
    }

    /** A table with columns of these names, each once. */
    public static Builder of(List<String> columns) {
        if (new HashSet<>(columns).size() < columns.size()) {
            throw new IllegalArgumentException("A column is there twice in " + columns + ". Maybe rename one of them.");
        }
        return new Builder(List.copyOf(columns));
    }

    /** The names of the columns in order. */
    public List<String> columns() {
        return columns;
    }

    /** How many rows. */
    public int size() {
        return cells.isEmpty() ? 0 : cells.get(0).size();
    }

    /** The cells of a column, without blanks around them; empty where there is nothing. */
    public List<String> column(String name) {
        int place = columns.indexOf(name);
        if (place < 0) {
            throw new IllegalArgumentException(
                    "There is no column (" + name + ") in the table. Maybe one of " + columns + ".");
        }
        return cells.get(place);
    }

    /** {@code 7043 rows x 21 columns}. */
    @Override
    public String toString() {
        return size() + " rows x " + columns.size() + " columns";
    }
}
