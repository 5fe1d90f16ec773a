package io.revops.quickstart.churn;

import io.revops.forecast.learn.TextTable;
import io.revops.load.CsvTable;
import io.revops.load.RowSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a CSV file as it is, and keeps what could not be read. */
final class Sheet implements RowSource.Rows {
    private final List<String> columns = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private Optional<String> unreadable = Optional.empty();
    private Optional<TextTable.Builder> table = Optional.empty();
    private long broken;

    private Sheet() {}

    /**
     * The table in a file.
     *
     * @throws IllegalArgumentException if there is no such file, nothing in it, or it cannot be read to its end
     */
    static Sheet read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("There is no file (" + file + "). Maybe check the path, from "
                    + Path.of("").toAbsolutePath() + ".");
        }
        Sheet sheet = new Sheet();
        CsvTable.of(file, "table").read(sheet);
        sheet.unreadable.ifPresent(why -> {
            throw new IllegalArgumentException(file + " cannot be read to its end. " + why);
        });
        if (sheet.columns.isEmpty() || sheet.table().size() == 0) {
            throw new IllegalArgumentException(file + " has no rows. Maybe the export was cut off, or failed.");
        }
        return sheet;
    }

    TextTable table() {
        return table.map(TextTable.Builder::build).orElseThrow();
    }

    /** What could not be read. */
    List<String> warnings() {
        return List.copyOf(warnings);
    }

    @Override
    public boolean columns(List<String> names) {
        for (String name : names) {
            columns.add(name.isBlank() ? "column " + (columns.size() + 1) : name.strip());
        }
        table = Optional.of(TextTable.of(columns));
        return true;
    }

    @Override
    public void row(long number, @Nullable Object... values) {
        table.orElseThrow()
                .row(Arrays.stream(values)
                        .map(v -> v == null ? "" : v.toString())
                        .toList());
    }

    @Override
    public void broken(long number, String reason) {
        broken++;
        if (broken == 1) {
            warnings.add("Row " + number + " cannot be read: " + reason);
        } else {
            warnings.set(0, broken + " rows cannot be read, the last in line " + number + ": " + reason);
        }
    }

    @Override
    public void unreadable(String reason) {
        unreadable = Optional.of(reason);
    }
}
