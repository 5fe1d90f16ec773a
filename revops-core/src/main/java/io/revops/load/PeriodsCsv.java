package io.revops.load;

import io.revops.book.Account;
import io.revops.book.AccountId;
import io.revops.book.BillingInterval;
import io.revops.book.Ending;
import io.revops.book.IssueCode;
import io.revops.book.ItemChange;
import io.revops.book.PeriodRows;
import io.revops.book.Price;
import io.revops.book.Product;
import io.revops.book.ProductId;
import io.revops.book.ProductKind;
import io.revops.book.RevenueBook;
import io.revops.book.Source;
import io.revops.book.Subscription;
import io.revops.book.SubscriptionId;
import io.revops.money.Money;
import io.revops.time.Moment;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private static final String ITEM = "item";
    private static final List<String> REQUIRED =
            List.of("subscription_id", "customer_id", "start_date", "end_date", "monthly_amount");

    private final @Nullable Currency currency;
    private final BadRows badRows;

    private PeriodsCsv(@Nullable Currency currency, BadRows badRows) {
        this.currency = currency;
        this.badRows = badRows;
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
        LoadLog log = new LoadLog(badRows);
        Map<SubscriptionId, List<Phase>> phases = new LinkedHashMap<>();
        Map<Phase.Content, Source> seen = new LinkedHashMap<>();
        CsvTable.of(file, SYSTEM).read(log, REQUIRED, this::hasCurrency, row -> {
            Phase.Content content = Phase.Content.read(row, currency);
            if (seen.putIfAbsent(content, row.source()) != null) {
                return LoadLog.Verdict.DUPLICATE;
            }
            List<Phase> of = phases.computeIfAbsent(content.subscription(), s -> new ArrayList<>(1));
            if (!of.isEmpty() && !of.get(0).content().customer().equals(content.customer())) {
                throw conflict(content.customer());
            }
            of.add(new Phase(content, row.source()));
            return LoadLog.Verdict.ACCEPTED;
        });
        RevenueBook.Builder book = RevenueBook.builder();
        Set<AccountId> accounts = new LinkedHashSet<>();
        Set<ProductId> products = new LinkedHashSet<>();
        phases.forEach((id, of) -> {
            Subscription subscription = subscription(id, withoutOverlaps(of, log));
            book.add(subscription);
            accounts.add(subscription.account());
            subscription.items().forEach(i -> i.product().ifPresent(products::add));
        });
        accounts.forEach(id -> book.add(Account.builder(id).build()));
        products.forEach(id -> book.add(
                Product.builder(id).name(id.value()).kind(ProductKind.RECURRING).build()));
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
        return new PeriodStream(file, badRows, currency, REQUIRED, this::hasCurrency).read();
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

    static BadRow conflict(AccountId customer) {
        return new BadRow(
                IssueCode.CONFLICT,
                "customer_id",
                customer.value(),
                "An earlier row of the subscription names another customer. Maybe two subscriptions have one id.");
    }

    static void overlap(LoadLog log, Source place, LocalDate start, long with) {
        log.rejectAccepted(
                place,
                IssueCode.OVERLAP,
                "start_date",
                start.toString(),
                "The row starts before that of line " + with
                        + " of the same subscription ends. Maybe its end_date is the last day and not the day after.");
    }

    private static List<Phase> withoutOverlaps(List<Phase> phases, LoadLog log) {
        List<Phase> sorted = new ArrayList<>(phases);
        sorted.sort(Comparator.comparing((Phase p) -> p.content().start())
                .thenComparing(p -> p.source().line()));
        List<Phase> kept = new ArrayList<>();
        for (Phase phase : sorted) {
            LocalDate start = phase.content().start();
            Optional<Phase> last = kept.isEmpty() ? Optional.empty() : Optional.of(kept.get(kept.size() - 1));
            Optional<Phase> overlapped = last.filter(
                    p -> p.content().end().filter(end -> !end.isAfter(start)).isEmpty());
            if (overlapped.isPresent()) {
                overlap(log, phase.source(), start, overlapped.get().source().line());
            } else {
                kept.add(phase);
            }
        }
        return kept;
    }

    private static Subscription subscription(SubscriptionId id, List<Phase> phases) {
        Phase first = phases.get(0);
        Subscription.Builder subscription = Subscription.builder(
                        id, first.content().customer())
                .start(Moment.of(first.content().start()))
                .source(first.source());
        Optional<LocalDate> end = Optional.of(first.content().start());
        for (Phase phase : phases) {
            LocalDate start = phase.content().start();
            end.filter(start::isAfter)
                    .ifPresent(gap -> subscription.items(ItemChange.builder("gap@" + gap, Moment.of(gap), ITEM)
                            .quantity(BigDecimal.ZERO)
                            .build()));
            subscription.items(ItemChange.builder("phase@" + start, Moment.of(start), ITEM)
                    .product(phase.content().plan().orElse(null))
                    .quantity(phase.content().quantity())
                    .price(Price.flat(phase.content().monthly(), BillingInterval.MONTHLY))
                    .build());
            end = phase.content().end();
        }
        end.ifPresent(last ->
                subscription.endings(Ending.builder("end", Moment.of(last)).build()));
        return subscription.build();
    }
}
