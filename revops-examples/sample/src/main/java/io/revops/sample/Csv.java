package io.revops.sample;

import org.jspecify.annotations.Nullable;

/** One row of comma-separated values; what holds a comma, a quote or a line end is quoted, null is empty. */
final class Csv {
    private Csv() {}

    static String row(@Nullable Object... cells) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                row.append(',');
            }
            Object value = cells[i];
            String cell = value == null ? "" : value.toString();
            boolean quote = cell.indexOf(',') >= 0 || cell.indexOf('"') >= 0 || cell.indexOf('\n') >= 0;
            row.append(quote ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
        return row.toString();
    }
}
