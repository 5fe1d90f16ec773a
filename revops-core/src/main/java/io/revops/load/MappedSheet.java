package io.revops.load;

import io.revops.book.RevenueBook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Reads any sheet with a {@link Mapping} that says what its columns mean.
 *
 * <pre>{@code
 * RevenueBook deals = MappedSheet.read(Path.of("deals.csv"), Mapping.shipped("pipedrive-deals")).orElseThrow();
 * RevenueBook company = MappedSheet.reader()
 *         .add(Path.of("customers.csv"), Mapping.read(Path.of("customers.json")))
 *         .add(Path.of("deals.csv"), Mapping.read(Path.of("deals.json")))
 *         .read().orElseThrow();
 * }</pre>
 *
 * <ul>
 *   <li>Columns are found in any case, and those that the mapping does not name are not read. If one is missing that a fact
 *       cannot be without, no row is read; if another one is, it counts as empty, and a note says so.
 *   <li>A row that cannot be read is rejected, with an issue that names the file, the line, the column and the text as the sheet
 *       writes them. Whatever {@link CsvTable} does about files holds here.
 * </ul>
 */
public final class MappedSheet {
    static final String SYSTEM = "sheet";

    private MappedSheet() {}

    /**
     * Reads a CSV file and collects bad rows.
     *
     * @throws java.io.UncheckedIOException if it cannot be opened or read
     */
    public static Loaded<RevenueBook> read(Path file, Mapping mapping) {
        return reader().add(file, mapping).read();
    }

    /** A reader without a sheet, which collects bad rows. */
    public static Reader reader() {
        return new Reader(BadRows.COLLECT, List.of());
    }

    /** Reads one or several sheets into one book. Immutable. */
    public static final class Reader {
        private record Sheet(RowSource rows, Mapping mapping) {}

        private final BadRows badRows;
        private final List<Sheet> sheets;

        private Reader(BadRows badRows, List<Sheet> sheets) {
            this.badRows = badRows;
            this.sheets = sheets;
        }

        /** The same reader, which does something else about bad rows. */
        public Reader with(BadRows other) {
            return new Reader(Objects.requireNonNull(other, "badRows"), sheets);
        }

        /** The same reader with a CSV file; one file may be added with several mappings. */
        public Reader add(Path file, Mapping mapping) {
            return add(mapping.table(file, SYSTEM), mapping);
        }

        /** The same reader with rows from elsewhere, such as {@link JdbcRows}. */
        public Reader add(RowSource rows, Mapping mapping) {
            List<Sheet> more = new ArrayList<>(sheets);
            more.add(new Sheet(Objects.requireNonNull(rows, "rows"), Objects.requireNonNull(mapping, "mapping")));
            return new Reader(badRows, List.copyOf(more));
        }

        /**
         * Reads every sheet.
         *
         * @throws IllegalStateException if no sheet was added
         * @throws java.io.UncheckedIOException if a file cannot be opened or read
         * @throws LoadException at the first error, if bad rows are {@link BadRows#STRICT}
         */
        public Loaded<RevenueBook> read() {
            if (sheets.isEmpty()) {
                throw new IllegalStateException("There is no sheet to read. Maybe add(file, mapping) before.");
            }
            LoadLog log = new LoadLog(badRows);
            NativeRows rows = new NativeRows(log);
            Periods periods = new Periods(log, Phase.Content::monthlyOrYearly);
            for (Sheet sheet : sheets) {
                String name = sheet.rows().name();
                MappedRows mapped = new MappedRows(sheet.mapping(), log, rows, periods);
                new RowIntake(log, SYSTEM, name, List.of(), columns -> mapped.header(log, name, columns), mapped::read)
                        .take(sheet.rows());
            }
            return rows.loaded(book -> periods.addTo(book, rows::has));
        }
    }
}
