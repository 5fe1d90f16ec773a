package io.revops.quickstart;

import io.revops.load.CsvTable;
import io.revops.load.RowSource;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A CSV file as rows of named cells, stripped; empty cells are none. */
final class PlainSheet implements RowSource.Rows {
    private final Path file;
    private final List<String> columns = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private String broken = "";

    private PlainSheet(Path file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException if it cannot be read, or a column is missing
     */
    static PlainSheet read(Path file, List<String> needed) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("There is no file (" + file + "). Maybe check the path.");
        }
        PlainSheet sheet = new PlainSheet(file);
        CsvTable.of(file, "sheet").read(sheet);
        if (!sheet.broken.isEmpty()) {
            throw new IllegalArgumentException(file + " cannot be read. " + sheet.broken);
        }
        for (String column : needed) {
            if (!sheet.columns.contains(column)) {
                throw new IllegalArgumentException(file + " has no column " + column + ". Maybe rename one; it has "
                        + sheet.columns + ", and needed are " + needed + ".");
            }
        }
        return sheet;
    }

    List<String> columns() {
        return columns;
    }

    List<Line> lines() {
        return lines;
    }

    @Override
    public boolean columns(List<String> names) {
        names.forEach(name -> columns.add(name.strip()));
        return true;
    }

    @Override
    public void row(long number, @Nullable Object... values) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(values.length, columns.size()); i++) {
            Object value = values[i];
            if (value != null && !value.toString().isBlank()) {
                cells.put(columns.get(i), value.toString().strip());
            }
        }
        lines.add(new Line(file.getFileName() + ":" + number, cells));
    }

    @Override
    public void broken(long number, String reason) {
        broken = "Line " + number + ": " + reason;
    }

    @Override
    public void unreadable(String reason) {
        broken = reason;
    }

    /** One row, and where it stands. */
    record Line(String where, Map<String, String> cells) {
        Optional<String> text(String column) {
            return Optional.ofNullable(cells.get(column));
        }

        String needed(String column) {
            return text(column)
                    .orElseThrow(() -> new IllegalArgumentException(
                            where + " has no " + column + ". Maybe a line was cut off, or fill it in."));
        }

        Optional<BigDecimal> number(String column) {
            return text(column).map(text -> {
                try {
                    return new BigDecimal(text);
                } catch (NumberFormatException e) {
                    throw new IllegalArgumentException(
                            where + ": the " + column + " (" + text + ") is no number. Maybe 1234.50.", e);
                }
            });
        }

        Optional<Integer> count(String column) {
            return number(column).map(number -> {
                try {
                    return number.intValueExact();
                } catch (ArithmeticException e) {
                    throw new IllegalArgumentException(
                            where + ": the " + column + " (" + number + ") is no count. Maybe 12.", e);
                }
            });
        }
    }
}
