package io.revops.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.AccountId;
import io.revops.book.BillingInterval;
import io.revops.book.Fact;
import io.revops.book.ItemChange;
import io.revops.book.Price;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.money.Money;
import io.revops.time.Cadence;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of closed periods under any policy. */
class ClosingLaws {
    private static final LocalDate FIRST = RandomBooks.SPAN.from();

    @Provide
    static Arbitrary<RevenueBook> books() {
        return RandomBooks.withBills();
    }

    @Provide
    static Arbitrary<RevenuePolicy> policies() {
        return RandomPolicies.any();
    }

    /** One to six closes of months, each up to sixty days late, and never before an earlier one. */
    @Provide
    static Arbitrary<Closing> closings() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 25).set().ofMinSize(1).ofMaxSize(6),
                        Arbitraries.integers().between(0, 60).list().ofSize(6))
                .as((months, delays) -> {
                    Closing closing = Closing.restate();
                    LocalDate last = FIRST;
                    int i = 0;
                    for (int month : months.stream().sorted().toList()) {
                        LocalDate through = FIRST.plusMonths(month + 1L).minusDays(1);
                        LocalDate on = through.plusDays(delays.get(i++));
                        last = on.isBefore(last) ? last : on;
                        closing = closing.then(through, last);
                    }
                    return closing;
                });
    }

    @Provide
    static Arbitrary<List<Moment>> moments() {
        return RandomBooks.moments().list().ofMinSize(1).ofMaxSize(4);
    }

    private record Place(AccountId account, Span period) {}

    private static Map<Place, Row> rows(RevenueBook book, RevenuePolicy policy) {
        return Row.of(MrrLedger.of(book, policy), RandomBooks.WIDE, policy.basis(), Cadence.MONTH).stream()
                .collect(Collectors.toMap(r -> new Place(r.account(), r.period()), r -> r));
    }

    private static LocalDate last(Closing closing) {
        return closing.closes().get(closing.closes().size() - 1).through();
    }

    /** The book, with more of its subscriptions and new ones, all recorded at one instant. */
    private static RevenueBook late(RevenueBook book, List<Moment> moments, Instant recorded) {
        RevenueBook.Builder more = RevenueBook.builder().rates(book.rates());
        book.facts().filter(f -> !(f instanceof Subscription)).forEach(more::add);
        List<Subscription> subscriptions = book.subscriptions();
        for (int i = 0; i < subscriptions.size(); i++) {
            Subscription subscription = subscriptions.get(i);
            Moment at = moments.get(i % moments.size());
            Subscription.Builder changed = subscription.toBuilder();
            if (!subscription.items().isEmpty()) {
                changed.items(ItemChange.builder(
                                "late", at, subscription.items().get(0).item())
                        .quantity(new BigDecimal(7))
                        .recorded(recorded)
                        .build());
            }
            more.add(changed.build());
            more.add(Subscription.builder("late-" + i, subscription.account().value())
                    .items(ItemChange.builder("late", at, "seats")
                            .price(Price.flat(Money.of(11, "USD"), BillingInterval.MONTHLY))
                            .recorded(recorded)
                            .build())
                    .recorded(recorded)
                    .build());
        }
        return more.build();
    }

    /** Otherwise a month that was reported to investors would be another one next year. */
    @Property(tries = 150)
    void closedMonthsNeverChangeWhateverIsRecordedLater(
            @ForAll("books") RevenueBook book,
            @ForAll("policies") RevenuePolicy open,
            @ForAll("closings") Closing closing,
            @ForAll("moments") List<Moment> moments) {
        RevenuePolicy policy = open.with(closing);
        Instant afterAll = closing.closes()
                .get(closing.closes().size() - 1)
                .known(policy.zone())
                .plusNanos(1);
        Map<Place, Row> before = rows(book, policy);
        Map<Place, Row> after = rows(late(book, moments, afterAll), policy);
        assertThat(closed(after, last(closing))).isEqualTo(closed(before, last(closing)));
    }

    private static Map<Place, Row> closed(Map<Place, Row> rows, LocalDate through) {
        return rows.entrySet().stream()
                .filter(e -> !e.getKey().period().to().isAfter(through.plusDays(1)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Otherwise closing once more would change what an earlier close had settled. */
    @Property(tries = 100)
    void laterCloseLeavesWhatWasClosedBefore(
            @ForAll("books") RevenueBook book,
            @ForAll("policies") RevenuePolicy policy,
            @ForAll("closings") Closing closing) {
        LocalDate through = last(closing);
        Closing more = closing.then(through.plusMonths(1), through.plusMonths(7));
        assertThat(closed(rows(book, policy.with(more)), through))
                .isEqualTo(closed(rows(book, policy.with(closing)), through));
    }

    /** Otherwise what was found late would never reach the books, or reach them twice. */
    @Property(tries = 150)
    void movementsAddUpToThoseOfRestating(
            @ForAll("books") RevenueBook book,
            @ForAll("policies") RevenuePolicy policy,
            @ForAll("closings") Closing closing) {
        Map<Place, Row> posted = rows(book, policy.with(closing));
        Map<Place, Row> restated = rows(book, policy);
        posted.values().forEach(row -> assertThat(row.opening() + row.moved()).isEqualTo(row.closing()));
        assertThat(sums(posted, Row::moved)).isEqualTo(sums(restated, Row::moved));
        LocalDate opens = last(closing).plusDays(1);
        assertThat(sums(from(posted, opens), Row::closing)).isEqualTo(sums(from(restated, opens), Row::closing));
    }

    private static Map<Place, Row> from(Map<Place, Row> rows, LocalDate day) {
        return rows.entrySet().stream()
                .filter(e -> !e.getKey().period().from().isBefore(day))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<AccountId, Long> sums(Map<Place, Row> rows, java.util.function.ToLongFunction<Row> of) {
        Map<AccountId, Long> sums =
                rows.values().stream().collect(Collectors.groupingBy(Row::account, Collectors.summingLong(of)));
        sums.values().removeIf(sum -> sum == 0);
        return sums;
    }

    /** Otherwise a book that nobody wrote recordings into would report its late months in the wrong place. */
    @Property(tries = 100)
    void whatIsClosedAfterEverythingWasKnownIsAsItWas(
            @ForAll("books") RevenueBook book, @ForAll("policies") RevenuePolicy policy) {
        Closing closing = Closing.restate().then(LocalDate.of(2025, 6, 30), LocalDate.of(2099, 12, 31));
        assertThat(rows(book, policy.with(closing))).isEqualTo(rows(book, policy));
    }

    /** Otherwise facts that come one by one would be posted elsewhere than facts that come together. */
    @Property(tries = 60)
    void ledgerThatGrowsIsTheLedgerOfTheWholeBook(
            @ForAll("books") RevenueBook book,
            @ForAll("policies") RevenuePolicy open,
            @ForAll("closings") Closing closing) {
        RevenuePolicy policy = open.with(closing);
        List<Fact> facts = book.facts().toList();
        RevenueBook.Builder half = RevenueBook.builder().rates(book.rates());
        facts.subList(0, facts.size() / 2).forEach(half::add);
        MrrLedger grown = MrrLedger.of(half.build(), policy).plus(facts.subList(facts.size() / 2, facts.size()));
        assertThat(Row.of(grown, RandomBooks.WIDE, policy.basis(), Cadence.MONTH))
                .isEqualTo(Row.of(MrrLedger.of(book, policy), RandomBooks.WIDE, policy.basis(), Cadence.MONTH));
    }
}
