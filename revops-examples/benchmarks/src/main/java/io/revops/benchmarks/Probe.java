package io.revops.benchmarks;

import io.revops.book.ItemChange;
import io.revops.book.PeriodRows;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.book.BillingInterval;
import io.revops.book.Price;
import io.revops.ledger.Basis;
import io.revops.ledger.MovementTable;
import io.revops.ledger.MrrLedger;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.Valuation;
import io.revops.ledger.Workers;
import io.revops.load.PeriodsCsv;
import io.revops.money.ExchangeRates;
import io.revops.money.Money;
import io.revops.time.Cadence;
import io.revops.time.Moment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What is measured once, in a process of its own with a heap of its own: how much heap a million periods take, and how a ledger
 * of ten million does. Prints {@code name value} lines.
 */
final class Probe {
    private static final int LARGE = 10_000_000;
    private static final int MANY_ACCOUNTS = 1_000_000;

    private Probe() {}

    public static void main(String[] args) {
        switch (args[0]) {
            case "rows" -> heapOfRows();
            case "book" -> heapOfBook();
            case "scale" -> scale();
            case "fact" -> fact();
            default -> throw new IllegalArgumentException("There is no probe (" + args[0] + "). Maybe rows or book.");
        }
    }

    private static void heapOfRows() {
        Path file = PeriodsFile.of(Benchmarks.PERIODS);
        long before = used();
        MrrLedger ledger =
                MrrLedger.of(PeriodsCsv.reader().stream(file).orElseThrow(), RevenuePolicy.standard());
        say("heap.rows.mb", megabytes(used() - before));
        Answer.of(ledger.table(PeriodsFile.SPAN, Cadence.MONTH)).check();
    }

    private static void heapOfBook() {
        Path file = PeriodsFile.of(Benchmarks.PERIODS);
        long before = used();
        RevenueBook book = PeriodsCsv.reader().read(file).orElseThrow();
        say("heap.book.mb", megabytes(used() - before));
        long start = System.nanoTime();
        MrrLedger ledger = MrrLedger.of(book, RevenuePolicy.standard());
        say("book.ledger.ms", milliseconds(start));
        say("heap.book.ledger.mb", megabytes(used() - before));
        Answer.of(ledger.table(PeriodsFile.SPAN, Cadence.MONTH)).check();
        if (book.isEmpty()) {
            throw new IllegalStateException("The book has gone.");
        }
    }

    private static void scale() {
        PeriodRows rows = PeriodsFile.inMemory(LARGE);
        say("scale.accounts", rows.accounts());
        long[] one = new long[5];
        long[] two = new long[5];
        long[] whole = new long[5];
        ExecutorService pool = Executors.newFixedThreadPool(1);
        try {
            for (int i = 0; i < one.length; i++) {
                System.gc();
                long start = System.nanoTime();
                MrrLedger ledger = MrrLedger.of(rows, RevenuePolicy.standard());
                one[i] = milliseconds(start);
                MovementTable table = ledger.table(PeriodsFile.SPAN, Cadence.MONTH);
                whole[i] = milliseconds(start);
                long digest = i == 0 ? digest(ledger) : 0;
                ledger = MrrLedger.of(PeriodRows.builder("").build(), RevenuePolicy.standard());
                System.gc();
                start = System.nanoTime();
                MrrLedger parallel =
                        MrrLedger.of(rows, ExchangeRates.none(), RevenuePolicy.standard(), Workers.of(pool, 2));
                two[i] = milliseconds(start);
                if (!parallel.table(PeriodsFile.SPAN, Cadence.MONTH).equals(table)
                        || (i == 0 && digest(parallel) != digest)) {
                    throw new IllegalStateException("Two threads gave another ledger than one.");
                }
            }
        } finally {
            pool.shutdown();
        }
        say("scale.build.ms", median(one));
        say("scale.ms", median(whole));
        say("scale.two.ms", median(two));
    }

    /** Every movement of every account by events, in the order in which they are told, as a number. */
    private static long digest(MrrLedger ledger) {
        long[] digest = {ledger.toString().hashCode()};
        ledger.walk(
                PeriodsFile.SPAN.months(), Basis.EVENT, Cadence.MONTH, Valuation.closing(ledger), null, row -> {
                    long here = row.account() * 31L + row.period();
                    here = here * 31 + row.opening();
                    here = here * 31 + row.closing();
                    for (io.revops.ledger.MovementKind kind : io.revops.ledger.MovementKind.values()) {
                        here = here * 31 + row.amount(kind);
                    }
                    digest[0] = digest[0] * 1_000_003 + here;
                });
        for (int a = 0; a < ledger.accounts(); a += 101) {
            digest[0] = digest[0] * 31
                    + ledger.changes(ledger.account(a), PeriodsFile.SPAN).toString().hashCode();
        }
        return digest[0];
    }

    private static void fact() {
        RevenueBook.Builder facts = RevenueBook.builder();
        for (int a = 0; a < MANY_ACCOUNTS; a++) {
            facts.add(subscription(a, 100));
        }
        MrrLedger ledger = MrrLedger.of(facts.build(), RevenuePolicy.standard());
        List<Long> took = new ArrayList<>();
        MrrLedger now = ledger;
        for (int i = 0; i < 4000; i++) {
            int account = (int) (i * 7_368_787L % MANY_ACCOUNTS);
            Subscription more = subscription(account, 200).toBuilder()
                    .recorded(java.time.Instant.parse("2025-06-01T00:00:00Z"))
                    .build();
            long start = System.nanoTime();
            now = now.plus(List.of(more));
            if (i >= 2000) {
                took.add((System.nanoTime() - start) / 1000);
            }
        }
        took.sort(null);
        say("fact.accounts", now.accounts());
        say("fact.median.us", took.get(took.size() / 2));
        say("fact.p99.us", took.get(took.size() * 99 / 100));
    }

    private static Subscription subscription(int account, int amount) {
        Moment start = Moment.of(2023 + account % 3, 1 + account % 12, 1);
        return Subscription.builder("sub-" + account, "account-" + account)
                .start(start)
                .items(ItemChange.builder("i", start, "item")
                        .price(Price.flat(Money.of(amount, "USD"), BillingInterval.MONTHLY))
                        .build())
                .build();
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static long megabytes(long bytes) {
        return Math.round(bytes / 1e6);
    }

    private static long milliseconds(long since) {
        return (System.nanoTime() - since) / 1_000_000;
    }

    private static long median(long[] of) {
        long[] sorted = of.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void say(String name, long value) {
        System.out.println(name + " " + value);
    }
}
