package io.revops.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.AccountId;
import io.revops.book.RevenueBook;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The ledger against a recomputation from the facts that shares no code with it. */
class LedgerOracleTest {
    @Provide
    static Arbitrary<RevenueBook> books() {
        return RandomBooks.withoutAmountsOff();
    }

    @Provide
    static Arbitrary<RevenuePolicy> policies() {
        return RandomBooks.policies();
    }

    @Provide
    static Arbitrary<RevenuePolicy> ofStates() {
        return Combinators.combine(
                        RandomBooks.policies(),
                        Arbitraries.of(Trial.class),
                        Arbitraries.of(DiscountRule.class),
                        Arbitraries.of(
                                PastDue.INCLUDE_UNTIL_TERMINAL,
                                PastDue.EXCLUDE,
                                PastDue.autoChurn(10),
                                PastDue.autoChurn(60)),
                        Arbitraries.of(Pause.KEEP, Pause.CHURN),
                        Arbitraries.of(ChurnTiming.BILLING_END, ChurnTiming.CANCEL_REQUEST),
                        Arbitraries.of(WeekFactor.EXACT, WeekFactor.FOUR, WeekFactor.NONE),
                        Arbitraries.of(DayFactor.EXACT, DayFactor.THIRTY, DayFactor.NONE))
                .as((policy, trial, discount, late, pause, timing, week, day) ->
                        policy.with(trial, discount, late, pause, timing, week, day))
                .withoutEdgeCases();
    }

    /** Otherwise a vendor's convention would be a name for something else. */
    @Property(tries = 300)
    void everyDayClosesAtWhatTheFactsAreWorthByTheConventions(
            @ForAll("books") RevenueBook book, @ForAll("ofStates") RevenuePolicy policy) {
        everyDayClosesAtWhatTheFactsAreWorth(book, policy);
    }

    /** Otherwise a report would state revenue that the contracts do not add up to. */
    @Property
    void everyDayClosesAtWhatTheFactsAreWorth(
            @ForAll("books") RevenueBook book, @ForAll("policies") RevenuePolicy policy) {
        NaiveMrr naive = new NaiveMrr(book, policy);
        MrrLedger ledger = MrrLedger.of(book, policy);
        List<Span> days = Cadence.DAY.cut(RandomBooks.WIDE);
        Map<AccountId, long[]> closings = new java.util.HashMap<>();
        for (Row row : Row.of(ledger, RandomBooks.WIDE, policy.basis(), Cadence.DAY)) {
            int day = (int)
                    (row.period().from().toEpochDay() - RandomBooks.WIDE.from().toEpochDay());
            closings.computeIfAbsent(row.account(), a -> new long[days.size()])[day] = row.closing();
            assertThat(row.activeAtClosing()).isEqualTo(row.closing() > 0);
        }
        for (AccountId account : naive.accounts()) {
            long[] closing = closings.getOrDefault(account, new long[days.size()]);
            for (int i = 0; i < days.size(); i++) {
                assertThat(closing[i])
                        .as("%s at the close of %s", account, days.get(i))
                        .isEqualTo(naive.worthBefore(account, days.get(i).end(policy.zone())));
            }
        }
    }

    /** Otherwise somebody who paid before would be counted as new, or somebody new as won back. */
    @Property
    void netMovementsFollowFromTheMonthsCloses(
            @ForAll("books") RevenueBook book, @ForAll("policies") RevenuePolicy policy, @ForAll Cadence cadence) {
        NaiveMrr naive = new NaiveMrr(book, policy);
        Map<Place, Map<MovementKind, Long>> rows =
                amounts(Row.of(MrrLedger.of(book, policy), RandomBooks.WIDE, Basis.NET, cadence));
        Cadence looks = cadence == Cadence.DAY || cadence == Cadence.WEEK ? cadence : Cadence.MONTH;
        for (AccountId account : naive.accounts()) {
            Optional<Span> first = looks.cut(RandomBooks.WIDE).stream()
                    .filter(s -> naive.worthBefore(account, s.end(policy.zone())) > 0)
                    .findFirst();
            for (Span period : cadence.cut(RandomBooks.WIDE)) {
                long open = naive.worthBefore(account, period.start(policy.zone()));
                long close = naive.worthBefore(account, period.end(policy.zone()));
                boolean paid = first.filter(s -> !s.to().isAfter(period.from())).isPresent();
                Map<MovementKind, Long> expected = new EnumMap<>(MovementKind.class);
                if (open != close) {
                    expected.put(kind(open, close, paid), close - open);
                }
                assertThat(rows.getOrDefault(new Place(account, period), Map.of()))
                        .as("%s in %s", account, period)
                        .isEqualTo(expected);
            }
        }
    }

    /** Otherwise movements inside a month would be lost, or counted twice. */
    @Property
    void eventMovementsFollowFromEveryInstant(
            @ForAll("books") RevenueBook book, @ForAll("policies") RevenuePolicy policy, @ForAll Cadence cadence) {
        NaiveMrr naive = new NaiveMrr(book, policy);
        Map<Place, Map<MovementKind, Long>> rows =
                amounts(Row.of(MrrLedger.of(book, policy), RandomBooks.WIDE, Basis.EVENT, cadence));
        for (AccountId account : naive.accounts()) {
            List<Instant> instants = new ArrayList<>(naive.instants(account));
            for (Span period : cadence.cut(RandomBooks.WIDE)) {
                Map<MovementKind, Long> expected = new EnumMap<>(MovementKind.class);
                long before = 0;
                boolean paid = false;
                for (Instant at : instants) {
                    long after = naive.worth(account, at);
                    if (after != before
                            && !at.isBefore(period.start(policy.zone()))
                            && at.isBefore(period.end(policy.zone()))) {
                        expected.merge(kind(before, after, paid), after - before, Long::sum);
                    }
                    paid |= after > 0;
                    before = after;
                }
                assertThat(rows.getOrDefault(new Place(account, period), Map.of()))
                        .as("%s in %s", account, period)
                        .isEqualTo(expected);
            }
        }
    }

    private static MovementKind kind(long before, long after, boolean paid) {
        if (before == 0) {
            return paid ? MovementKind.REACTIVATION : MovementKind.NEW;
        }
        if (after == 0) {
            return MovementKind.CHURN;
        }
        return after > before ? MovementKind.EXPANSION : MovementKind.CONTRACTION;
    }

    private record Place(AccountId account, Span period) {}

    private static Map<Place, Map<MovementKind, Long>> amounts(List<Row> rows) {
        return rows.stream().collect(Collectors.toMap(r -> new Place(r.account(), r.period()), Row::amounts));
    }
}
