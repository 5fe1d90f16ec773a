package io.revops.load.baremetrics;

import io.revops.book.RevenueBook;
import io.revops.load.BadRows;
import io.revops.load.LoadLog;
import io.revops.load.Loaded;
import io.revops.load.export.Registry;
import io.revops.load.export.Sheet;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Reads the template with which subscriptions are imported into Baremetrics, one CSV row each.
 *
 * <pre>
 * plan_oid,plan_name,plan_currency,plan_amount,plan_interval,plan_interval_count,customer_oid,customer_name,customer_email,
 *     subscription_oid,subscription_started_at,subscription_canceled_at,subscription_quantity
 * plan_1,Team,USD,5000,month,1,acme,Acme,ada@acme.example,s1,2025-01-15,,3
 * </pre>
 *
 * <ul>
 *   <li>{@code plan_oid}, {@code plan_name}: a product. Must be there: plan_oid.
 *   <li>{@code plan_currency}: an ISO 4217 code. {@code plan_amount}: what one unit costs for one interval, in the currency's
 *       smallest unit, whole and not negative: 5000 are 50.00 dollars or 5,000 yen. Both must be there.
 *   <li>{@code plan_interval}: day, week, month or year, every so many of which {@code plan_interval_count} says, 1 if it is
 *       empty. A quarter is 3 months. Must be there: plan_interval.
 *   <li>{@code customer_oid}, {@code customer_name}, {@code customer_email}: an account, whose domain is that of the e-mail.
 *       Must be there: customer_oid. A customer may have several subscriptions; where its rows name or mail it differently,
 *       one of them holds, always the same, and it is an issue.
 *   <li>{@code subscription_oid} and {@code subscription_started_at}, its first day, must be there.
 *   <li>{@code subscription_canceled_at}: the first day on which it is no longer paid, if it was cancelled; it was asked for
 *       on that day, for all the template says.
 *   <li>{@code subscription_quantity}: above 0, and 1 if it is empty.
 * </ul>
 *
 * <p>Days are written {@code 2025-01-15}. Columns are found by name, in any order and case; others are ignored, so that the
 * column with examples may stay, but rows with examples and explanations are read as rows, and have to go. A row that is there
 * twice counts once; of different rows with one subscription_oid one is kept, always the same (the one that starts last),
 * and the others are rejected: the template has no way to tell that a subscription changed. The order of rows means nothing.
 */
public final class BaremetricsTemplate {
    static final String SYSTEM = "baremetrics";

    private static final List<List<String>> REQUIRED = List.of(
            List.of("plan_oid"),
            List.of("plan_currency"),
            List.of("plan_amount"),
            List.of("plan_interval"),
            List.of("customer_oid"),
            List.of("subscription_oid"),
            List.of("subscription_started_at"));

    private BaremetricsTemplate() {}

    /**
     * Reads a file and collects what is wrong.
     *
     * @throws java.io.UncheckedIOException if it cannot be opened or read
     */
    public static Loaded<RevenueBook> read(Path file) {
        return reader().read(file);
    }

    /** A reader with the usual options: {@link BadRows#COLLECT}. */
    public static Reader reader() {
        return new Reader(BadRows.COLLECT);
    }

    /** Reads with options. */
    public static final class Reader {
        private final BadRows badRows;

        private Reader(BadRows badRows) {
            this.badRows = Objects.requireNonNull(badRows, "badRows");
        }

        /** The same with another way to treat bad rows. */
        public Reader with(BadRows other) {
            return new Reader(other);
        }

        /**
         * Reads a file.
         *
         * @throws java.io.UncheckedIOException if it cannot be opened or read
         * @throws io.revops.load.LoadException in strict mode, at the first error
         */
        public Loaded<RevenueBook> read(Path file) {
            LoadLog log = new LoadLog(badRows);
            Registry<TemplateRow> rows = new Registry<>(Comparator.comparing(TemplateRow::started));
            Sheet.of(file, SYSTEM).read(log, REQUIRED, row -> {
                TemplateRow written = TemplateRow.of(row);
                return rows.add(written.subscription(), written, row.source());
            });
            rows.settle(log);
            return log.loaded(new TemplateBook(rows, log).book());
        }
    }
}
