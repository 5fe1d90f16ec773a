package io.revops.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.AccountId;
import io.revops.book.Entry;
import io.revops.book.PeriodRows;
import io.revops.book.RevenueBook;
import io.revops.load.Loaded;
import io.revops.load.PeriodsCsv;
import io.revops.money.ExchangeRate;
import io.revops.money.ExchangeRates;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** A ledger of rows is the ledger of a book of the same rows. */
class RowLedgerLaws {
    private static final String HEADER =
            "subscription_id,customer_id,start_date,end_date,monthly_amount,plan,quantity,currency";
    private static final Span WIDE = Span.parse("2011-10-01/2012-07-01");
    private static final ExchangeRates RATES = ExchangeRates.of(List.of(
            ExchangeRate.of(LocalDate.of(2011, 1, 1), "EUR", "USD", "1.3"),
            ExchangeRate.of(LocalDate.of(2011, 12, 31), "EUR", "USD", "1.2961"),
            ExchangeRate.of(LocalDate.of(2012, 2, 29), "EUR", "USD", "1.3443")));

    /** One customer has many subscriptions, whose ids begin alike; days are around month ends, and a day that Samoa skipped. */
    @Provide
    static Arbitrary<List<String>> sheets() {
        Arbitrary<String> day = Arbitraries.of(
                "2011-11-01",
                "2011-12-01",
                "2011-12-29",
                "2011-12-30",
                "2011-12-31",
                "2012-01-01",
                "2012-01-15",
                "2012-02-01",
                "2012-02-29",
                "2012-03-01",
                "2012-05-31");
        Arbitrary<String> row = Combinators.combine(
                        Arbitraries.of("s", "s1", "s-1", "s/item", "s/item/p", "t", "\u00E9", "\uFFFD", "\uD83D\uDE00"),
                        Arbitraries.frequencyOf(
                                Tuple.of(5, Arbitraries.just("")), Tuple.of(1, Arbitraries.of("b", "b\u00E9"))),
                        day,
                        Arbitraries.frequencyOf(Tuple.of(4, day), Tuple.of(1, Arbitraries.just(""))),
                        Arbitraries.of(
                                "100", "100", "120.50", "0", "-5", "0.00000049", "80", "33.335", "20.0049999999"),
                        Arbitraries.of("", "p", "q"),
                        Arbitraries.of("USD", "USD", "USD", "EUR"))
                .as((sub, other, from, to, amount, plan, currency) -> String.join(
                        ",",
                        sub + other,
                        other.isEmpty() ? "a" : other,
                        from.compareTo(to) < 0 || to.isEmpty() ? from : to,
                        from.compareTo(to) < 0 ? to : from.equals(to) || to.isEmpty() ? "" : from,
                        amount,
                        plan,
                        "1",
                        currency));
        return row.list().ofMinSize(1).ofMaxSize(20).withoutEdgeCases();
    }

    @Provide
    static Arbitrary<RevenuePolicy> policies() {
        return Combinators.combine(
                        Arbitraries.of(Basis.class),
                        Arbitraries.of("UTC", "America/New_York", "Pacific/Apia"),
                        Arbitraries.of(FreeAccount.class),
                        Arbitraries.of(Pause.class),
                        Arbitraries.of(StateRounding.class),
                        Arbitraries.of(FxMethod.CLOSE_RATE, FxMethod.CLOSE_RATE, FxMethod.START_LOCKED),
                        Arbitraries.of(Grain.ACCOUNT, Grain.SUBSCRIPTION, Grain.ITEM))
                .as((basis, zone, free, pause, rounding, rates, grain) -> RevenuePolicy.standard()
                        .with(basis, ReportingZone.of(zone), free, pause, rounding, rates, grain)
                        .with(ReportingCurrency.of("USD")));
    }

    /** Otherwise a company that is too large for a book would have other figures than one that is not. */
    @Property
    void rowsAndTheirBookGiveOneLedger(@ForAll("sheets") List<String> lines, @ForAll("policies") RevenuePolicy policy)
            throws IOException {
        areTheSame(lines, policy);
    }

    /** The ledger of the rows and that of their book are told the same. */
    static void areTheSame(List<String> lines, RevenuePolicy policy) throws IOException {
        Path file = write(lines);
        Loaded<RevenueBook> book = PeriodsCsv.reader().read(file);
        Loaded<PeriodRows> rows = PeriodsCsv.reader().stream(file);
        assertThat(rows.issues()).isEqualTo(book.issues());
        MrrLedger ofBook = MrrLedger.of(book.value().toBuilder().rates(RATES).build(), policy);
        MrrLedger ofRows = MrrLedger.of(rows.value(), RATES, policy, Workers.one());
        assertThat(ofRows).hasToString(ofBook.toString());
        for (Cadence cadence : List.of(Cadence.DAY, Cadence.MONTH)) {
            assertThat(Row.of(ofRows, WIDE, policy.basis(), cadence))
                    .isEqualTo(Row.of(ofBook, WIDE, policy.basis(), cadence));
        }
        for (int a = 0; a < ofBook.accounts(); a++) {
            AccountId account = ofBook.account(a);
            assertThat(ofRows.account(a)).isEqualTo(account);
            List<LedgerChange> theirs = ofBook.changes(account, WIDE);
            List<LedgerChange> ours = ofRows.changes(account, WIDE);
            assertThat(ours)
                    .extracting(RowLedgerLaws::withoutFacts)
                    .isEqualTo(theirs.stream().map(RowLedgerLaws::withoutFacts).toList());
            for (int i = 0; i < ours.size(); i++) {
                causesAreRows(ours.get(i), theirs.get(i), lines);
            }
        }
    }

    /** Otherwise a sheet, which does not say when it was written, would be late for a close; and its stream would not be. */
    @Property(tries = 200)
    void noCloseMakesASheetLate(@ForAll("sheets") List<String> lines, @ForAll("policies") RevenuePolicy open)
            throws IOException {
        Path file = write(lines);
        RevenuePolicy closed =
                open.with(Closing.monthly(Span.of(WIDE.from(), WIDE.to().minusMonths(6)), 0));
        RevenueBook book =
                PeriodsCsv.reader().read(file).value().toBuilder().rates(RATES).build();
        List<Row> restated = Row.of(MrrLedger.of(book, open), WIDE, open.basis(), Cadence.MONTH);
        assertThat(Row.of(MrrLedger.of(book, closed), WIDE, open.basis(), Cadence.MONTH))
                .isEqualTo(restated);
        MrrLedger rows = MrrLedger.of(PeriodsCsv.reader().stream(file).value(), RATES, closed, Workers.one());
        assertThat(Row.of(rows, WIDE, open.basis(), Cadence.MONTH)).isEqualTo(restated);
    }

    private static List<Object> withoutFacts(LedgerChange c) {
        return List.of(
                c.account(),
                c.item(),
                c.at(),
                c.before(),
                c.after(),
                c.because().stream().map(Because::clause).toList());
    }

    /** The row that is named says the subscription, and the day on which it happened. */
    private static void causesAreRows(LedgerChange of, LedgerChange inBook, List<String> lines) {
        for (int i = 0; i < of.because().size(); i++) {
            Entry fact = of.because().get(i).fact();
            Entry same = inBook.because().get(i).fact();
            if (same == null) {
                assertThat(fact).isNull();
                continue;
            }
            assertThat(fact).isNotNull();
            assertThat(fact.effective()).isEqualTo(same.effective());
            assertThat(fact.id()).startsWith("periods.csv:");
            int line = Integer.parseInt(fact.id().substring("periods.csv:".length()));
            String[] cells = lines.get(line - 2).split(",", -1);
            assertThat(cells[0]).isEqualTo(of.item().subscription().value());
            assertThat(cells[same.id().startsWith("phase@") ? 2 : 3])
                    .isEqualTo(same.effective().toString());
        }
    }

    /** Otherwise the figures would depend on the machine: threads share no state and take no turn that counts. */
    @Property(tries = 10)
    void threadsDoNotMatter(@ForAll("sheets") List<String> lines, @ForAll("policies") RevenuePolicy policy)
            throws IOException {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 9_000; i++) {
            String[] cells = lines.get(i % lines.size()).split(",", -1);
            cells[0] += "-" + i;
            cells[1] += "-" + i / 2 % 4200;
            many.add(String.join(",", cells));
        }
        PeriodRows rows = PeriodsCsv.reader().stream(write(many)).value();
        MrrLedger one = MrrLedger.of(rows, RATES, policy, Workers.one());
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            MrrLedger several = MrrLedger.of(rows, RATES, policy, Workers.of(threads, 4));
            assertThat(several).hasToString(one.toString());
            assertThat(several.table(WIDE, Cadence.MONTH)).isEqualTo(one.table(WIDE, Cadence.MONTH));
            for (int a = 0; a < one.accounts(); a += 97) {
                assertThat(several.changes(several.account(a), WIDE)).isEqualTo(one.changes(one.account(a), WIDE));
            }
        } finally {
            threads.shutdown();
        }
    }

    /** Otherwise the table would not be what its rows are: a stretch without movement is counted in one go. */
    @Property
    void theTableAddsUpTheWalk(@ForAll("sheets") List<String> lines, @ForAll("policies") RevenuePolicy policy)
            throws IOException {
        MrrLedger ledger = MrrLedger.of(PeriodsCsv.reader().stream(write(lines)).value(), RATES, policy, Workers.one());
        List<Row> rows = Row.of(ledger, WIDE, policy.basis(), Cadence.MONTH);
        MovementTable table = ledger.table(WIDE, Cadence.MONTH);
        assertThat(table.rows()).extracting(MovementTable.Row::period).isEqualTo(WIDE.months());
        for (MovementTable.Row row : table.rows()) {
            List<Row> here =
                    rows.stream().filter(r -> r.period().equals(row.period())).toList();
            assertThat(row.opening().microsPerYear().longValueExact())
                    .isEqualTo(here.stream().mapToLong(Row::opening).sum());
            assertThat(row.closing().microsPerYear().longValueExact())
                    .isEqualTo(here.stream().mapToLong(Row::closing).sum());
            assertThat(row.activeAtOpening())
                    .isEqualTo(here.stream().mapToLong(Row::unitsAtOpening).sum());
            assertThat(row.active())
                    .isEqualTo(here.stream().mapToLong(Row::unitsAtClosing).sum());
            for (MovementKind kind : MovementKind.values()) {
                assertThat(row.count(kind))
                        .isEqualTo(here.stream().mapToLong(r -> r.count(kind)).sum());
                assertThat(row.amount(kind).microsPerYear().longValueExact())
                        .isEqualTo(here.stream().mapToLong(r -> r.amount(kind)).sum());
            }
        }
    }

    /** Into a folder of this process: other tests ask the same laws at the same time. */
    private static Path write(List<String> lines) {
        try {
            Path folder = Path.of(
                    "target", "row-ledger-laws-" + ProcessHandle.current().pid());
            Files.createDirectories(folder);
            return Files.writeString(folder.resolve("periods.csv"), HEADER + "\n" + String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
