package io.revops.load.export;

import io.revops.book.IssueCode;
import io.revops.load.BadRow;
import io.revops.load.CsvTable;
import io.revops.load.LoadLog;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A CSV table whose columns are found in any case and with blanks or hyphens for underscores: {@code Record ID},
 * {@code record_id} and {@code RECORD-ID} are one column.
 */
public final class Sheet {
    private final Path file;
    private final String system;
    private final UnaryOperator<String> naming;

    private Sheet(Path file, String system, UnaryOperator<String> naming) {
        this.file = file;
        this.system = system;
        this.naming = naming;
    }

    /**
     * A table in a file.
     *
     * @param system the kind of system that the file comes from, for {@link io.revops.book.Source}
     */
    public static Sheet of(Path file, String system) {
        return new Sheet(file, system, name -> name);
    }

    /** Columns as they are required below, of a text in which commas part them, and bars their other names. */
    public static List<List<String>> columns(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(any -> List.of(any.split("\\|", -1)))
                .toList();
    }

    /** The same, with names that are changed further once they are in lower case and without blanks. */
    public Sheet named(UnaryOperator<String> how) {
        return new Sheet(file, system, how);
    }

    /**
     * Reads every row.
     *
     * @param required what must be there: of each, any one of these columns
     * @param reader what to do about a row
     * @throws java.io.UncheckedIOException if the file cannot be opened or read
     */
    public void read(LoadLog log, List<List<String>> required, Function<SheetRow, LoadLog.Verdict> reader) {
        Map<String, String> columns = new HashMap<>();
        CsvTable.of(file, system)
                .read(
                        log,
                        List.of(),
                        written -> {
                            written.forEach(column -> columns.putIfAbsent(naming.apply(key(column)), column));
                            required.forEach(any -> require(any, columns, written));
                        },
                        row -> reader.apply(new SheetRow(row, columns)));
    }

    private static void require(List<String> any, Map<String, String> columns, List<String> written) {
        if (any.stream().noneMatch(columns::containsKey)) {
            String all = written.toString();
            throw new BadRow(
                    IssueCode.MISSING_COLUMN,
                    any.get(0),
                    "",
                    "The header lacks " + String.join(" or ", any) + ". Maybe the wrong file; it has "
                            + (all.length() <= 200 ? all : all.substring(0, 200) + "...") + ".");
        }
    }

    private static String key(String column) {
        return column.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    }
}
