package io.revops.load;

import io.revops.book.IssueCode;
import io.revops.book.PeriodRows;
import io.revops.book.RevenueBook;
import io.revops.money.Money;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Subscriptions as periods with a monthly price, one CSV row each: the shape in which a warehouse keeps recurring revenue.
 *
 * <pre>
 * subscription_id,customer_id,start_date,end_date,monthly_amount,plan,quantity,currency
 * s1,acme,2025-01-01,2025-04-01,100,basic,5,USD
 * s1,acme,2025-04-01,,180,pro,9,USD
 * </pre>
 *
 * <ul>
 *   <li>{@code start_date} is the first day and {@code end_date} the day after the last; an empty one has not come yet.
 *   <li>{@code monthly_amount} is the whole price of a month, whatever the quantity.
 *   <li>{@code plan}, {@code quantity} and {@code currency} may be left out. A plan becomes a product. A quantity is above 0,
 *       and 1 if there is none. The currency has to be told to the reader if the file does not say it; where a row says it,
 *       the row holds. Other columns are ignored.
 *   <li>The rows of one subscription are its phases. Between two that do not touch it is worth nothing; after the last it
 *       has ended. A row that overlaps an earlier one, by start and line, is an issue, and is left out.
 * </ul>
 */
public final class PeriodsCsv {
    static final String SYSTEM = "periods";
    private static final List<String> REQUIRED =
            List.of("subscription_id", "customer_id", "start_date", "end_date", "monthly_amount");

    private final @Nullable Currency currency;
    private final BadRows badRows;

    private PeriodsCsv(@Nullable Currency currency, BadRows badRows) {
        this.currency = currency;
        this.badRows = Objects.requireNonNull(badRows, "badRows");
    }

    /** Reads files in which every row says its currency. */
    public static PeriodsCsv reader() {
        return new PeriodsCsv(null, BadRows.COLLECT);
    }

    /** Reads files in which a row without a currency is in that of an ISO 4217 code. */
    public static PeriodsCsv in(String currencyCode) {
        return new PeriodsCsv(Money.currency(currencyCode), BadRows.COLLECT);
    }

    /** The same reader, which does something else about bad rows. */
    public PeriodsCsv with(BadRows other) {
        return new PeriodsCsv(currency, other);
    }

    /**
     * Reads a file.
     *
     * @throws java.io.UncheckedIOException if it cannot be opened or read
     */
    public Loaded<RevenueBook> read(Path file) {
        return read(CsvTable.of(file, SYSTEM));
    }

    /**
     * Reads rows from elsewhere, with the same columns.
     *
     * @throws java.io.UncheckedIOException if they cannot be fetched
     */
    public Loaded<RevenueBook> read(RowSource rows) {
        LoadLog log = new LoadLog(badRows);
        Periods periods = new Periods(log, row -> Phase.Content.monthly(row, currency));
        new RowIntake(log, SYSTEM, rows.name(), REQUIRED, this::hasCurrency, periods::read).take(rows);
        RevenueBook.Builder book = RevenueBook.builder();
        periods.addTo(book, id -> false);
        return log.loaded(book);
    }

    /**
     * Reads a file into columns, without a book: the same rows are accepted, rejected and counted twice as by {@link #read}, and
     * the same issues found, in a fraction of the time and memory. A ledger of these rows equals that of the book, with rows
     * for causes; what a ledger has no use for is not kept.
     *
     * @throws java.io.UncheckedIOException if it cannot be opened or read
     */
    public Loaded<PeriodRows> stream(Path file) {
        return new PeriodStream(Objects.requireNonNull(file, "file"), badRows, currency, REQUIRED, this::hasCurrency)
                .read();
    }

    private void hasCurrency(List<String> columns) {
        if (currency == null && !columns.contains("currency")) {
            throw new BadRow(
                    IssueCode.MISSING_COLUMN,
                    "currency",
                    "",
                    "There is no column currency, and the reader was told none. Maybe PeriodsCsv.in(\"USD\").");
        }
    }
}
