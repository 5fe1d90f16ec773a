package io.revops.load;

import java.util.List;

/** A table in memory. */
record ListedRows(String name, List<String> columns, Iterable<? extends List<?>> all) implements RowSource {
    @Override
    public void read(Rows rows) {
        if (!rows.columns(columns)) {
            return;
        }
        long number = 0;
        for (List<?> values : all) {
            number++;
            rows.row(number, values.toArray());
        }
    }
}
