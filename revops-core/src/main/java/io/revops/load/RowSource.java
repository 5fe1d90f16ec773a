package io.revops.load;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of rows, wherever a host keeps them: a file ({@link CsvTable}), a database ({@link JdbcRows}), or something of its
 * own, which implements the one method {@link #read}.
 *
 * <pre>{@code
 * RowSource accounts = RowSource.of("crm.accounts", List.of("account_id", "name"), List.of(List.of("acme", "Acme Inc.")));
 * RevenueBook book = NativeForm.reader().read("accounts", accounts).orElseThrow();
 * }</pre>
 */
public interface RowSource {
    /** What issues call it: a file without its folder, a table, a topic. */
    String name();

    /**
     * Gives the names of the columns, then every row in order.
     *
     * @throws java.io.UncheckedIOException if the rows cannot be fetched; what is wrong <em>with</em> a row is said to
     *     {@code rows} and never thrown
     */
    void read(Rows rows);

    /** A table in memory, whose rows are numbered from 1. */
    static RowSource of(String name, List<String> columns, Iterable<? extends List<?>> rows) {
        return new ListedRows(name, List.copyOf(columns), rows);
    }

    /** Takes a table, row by row. */
    interface Rows {
        /**
         * Takes the names of the columns, once and first.
         *
         * @return whether the rows are wanted; if a column is missing they are not
         */
        boolean columns(List<String> names);

        /**
         * Takes a row.
         *
         * @param number its line or number, for issues
         * @param values in the order of the columns, absent at the end or {@code null} where there is none: text, numbers,
         *     {@code true} and {@code false}, enums, UUIDs, the types of {@code java.time} and the dates of {@code java.sql};
         *     of any other the row is rejected
         */
        void row(long number, @Nullable Object... values);

        /** Counts a row that cannot even be taken apart as rejected. */
        void broken(long number, String reason);

        /** Says that nothing more can be read, and why. */
        void unreadable(String reason);
    }
}
