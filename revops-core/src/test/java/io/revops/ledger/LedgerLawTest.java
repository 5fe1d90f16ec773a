package io.revops.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.AccountId;
import io.revops.book.RevenueBook;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for the ledger of any book, under any policy, cut in any way. */
class LedgerLawTest {
    @Provide
    static Arbitrary<RevenueBook> books() {
        return RandomBooks.books();
    }

    @Provide
    static Arbitrary<RevenuePolicy> policies() {
        return RandomBooks.policies();
    }

    private record Place(AccountId account, Span period) {}

    private static Map<Place, Row> rows(MrrLedger ledger, Basis basis, Cadence cadence) {
        Map<Place, Row> rows = new HashMap<>();
        Row.of(ledger, RandomBooks.WIDE, basis, cadence).forEach(row -> {
            assertThat(rows.put(new Place(row.account(), row.period()), row))
                    .as("two rows of %s in %s", row.account(), row.period())
                    .isNull();
        });
        return rows;
    }

    /** Otherwise a bridge from one balance to the next would not tie, and nobody would trust the rest. */
    @Property
    void openingAndMovementsAreTheClosing(
            @ForAll("books") RevenueBook book, @ForAll("policies") RevenuePolicy policy, @ForAll Cadence cadence) {
        for (Row row : rows(MrrLedger.of(book, policy), policy.basis(), cadence).values()) {
            assertThat(row.opening() + row.moved()).isEqualTo(row.closing());
            assertThat(row.segment()).isEmpty();
            assertThat(row.amount(MovementKind.NEW)).isNotNegative();
            assertThat(row.amount(MovementKind.REACTIVATION)).isNotNegative();
            assertThat(row.amount(MovementKind.EXPANSION)).isNotNegative();
            assertThat(row.amount(MovementKind.CONTRACTION)).isNotPositive();
            assertThat(row.amount(MovementKind.CHURN)).isNotPositive();
            assertThat(row.counts()).doesNotContainKeys(MovementKind.SEGMENT_IN, MovementKind.SEGMENT_OUT);
        }
    }

    /** Otherwise money would appear or vanish at midnight of the first. */
    @Property
    void aPeriodOpensAsTheOneBeforeClosed(
            @ForAll("books") RevenueBook book, @ForAll("policies") RevenuePolicy policy, @ForAll Cadence cadence) {
        MrrLedger ledger = MrrLedger.of(book, policy);
        Map<Place, Row> rows = rows(ledger, policy.basis(), cadence);
        List<Span> periods = cadence.cut(RandomBooks.WIDE);
        for (int a = 0; a < ledger.accounts(); a++) {
            long closing = 0;
            boolean active = false;
            for (Span period : periods) {
                Row row = rows.get(new Place(ledger.account(a), period));
                assertThat(row == null ? 0 : row.opening()).isEqualTo(closing);
                assertThat(row != null && row.activeAtOpening()).isEqualTo(active);
                closing = row == null ? 0 : row.closing();
                active = row != null && row.activeAtClosing();
            }
        }
    }

    /** Otherwise the year would close elsewhere than its last quarter, month and day. */
    @Property
    void closesAgreeHoweverTheSpanIsCut(@ForAll("books") RevenueBook book, @ForAll("policies") RevenuePolicy policy) {
        MrrLedger ledger = MrrLedger.of(book, policy);
        Map<AccountId, Map<java.time.LocalDate, Row>> byDay = new HashMap<>();
        rows(ledger, Basis.EVENT, Cadence.DAY)
                .forEach((place, row) -> byDay.computeIfAbsent(place.account(), a -> new HashMap<>())
                        .put(place.period().to(), row));
        for (Cadence cadence : List.of(Cadence.WEEK, Cadence.MONTH, Cadence.QUARTER, Cadence.YEAR)) {
            rows(ledger, policy.basis(), cadence).forEach((place, row) -> {
                Row day = byDay.getOrDefault(place.account(), Map.of())
                        .get(place.period().to());
                assertThat(day == null ? 0 : day.closing()).isEqualTo(row.closing());
                assertThat(day != null && day.activeAtClosing()).isEqualTo(row.activeAtClosing());
            });
        }
    }

    /** Otherwise switching the basis would change how much was won and lost, and not only how it is told. */
    @Property
    void eventsOfAPeriodAddUpToItsNetMovement(
            @ForAll("books") RevenueBook book, @ForAll("policies") RevenuePolicy policy, @ForAll Cadence cadence) {
        MrrLedger ledger = MrrLedger.of(book, policy);
        Map<Place, Row> net = rows(ledger, Basis.NET, cadence);
        Map<Place, Row> event = rows(ledger, Basis.EVENT, cadence);
        net.forEach((place, row) -> {
            Row events = event.get(place);
            assertThat(events.opening()).isEqualTo(row.opening());
            assertThat(events.closing()).isEqualTo(row.closing());
            assertThat(events.moved()).isEqualTo(row.moved());
            assertThat(events.amount(MovementKind.FX)).isEqualTo(row.amount(MovementKind.FX));
            assertThat(events.came()).isEqualTo(row.came());
            int moves = row.counts().entrySet().stream()
                    .filter(e -> e.getKey() != MovementKind.FX)
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            assertThat(moves).isLessThanOrEqualTo(1);
        });
        event.forEach((place, row) -> {
            if (!net.containsKey(place)) { // what came and went inside the period
                assertThat(row.moved()).isZero();
                assertThat(row.opening()).isZero();
            }
        });
    }

    /** Otherwise customers would be counted who never came, or lost who never were. */
    @Property
    void activeAtCloseIsActiveAtOpeningAndWhoCameLessWhoLeft(
            @ForAll("books") RevenueBook book, @ForAll("policies") RevenuePolicy policy, @ForAll Cadence cadence) {
        for (Row row : rows(MrrLedger.of(book, policy), policy.basis(), cadence).values()) {
            assertThat((row.activeAtOpening() ? 1 : 0) + row.came()).isEqualTo(row.activeAtClosing() ? 1 : 0);
        }
    }

    /** Otherwise a count of customers would depend on exchange rates. */
    @Property
    void countingNeedsNoCurrency(
            @ForAll("books") RevenueBook book, @ForAll("policies") RevenuePolicy policy, @ForAll Cadence cadence) {
        MrrLedger ledger = MrrLedger.of(book, policy);
        Map<Place, Row> valued = rows(ledger, policy.basis(), cadence);
        List<Row> counted = Row.of(ledger, RandomBooks.WIDE, policy.basis(), cadence, Valuation.counting(), null);
        for (Row row : counted) {
            Row same = valued.get(new Place(row.account(), row.period()));
            assertThat(row.activeAtOpening()).isEqualTo(same.activeAtOpening());
            assertThat(row.activeAtClosing()).isEqualTo(same.activeAtClosing());
            for (MovementKind kind : List.of(MovementKind.NEW, MovementKind.REACTIVATION, MovementKind.CHURN)) {
                assertThat(row.count(kind)).isEqualTo(same.count(kind));
            }
            assertThat(row.opening() + row.closing() + row.moved()).isZero();
        }
        assertThat(counted.stream().filter(Row::activeAtClosing).count())
                .isEqualTo(valued.values().stream().filter(Row::activeAtClosing).count());
    }

    /** Otherwise a rate that moves would look like customers who grow, in the very numbers that exclude it. */
    @Property
    void atOneRateThereIsNoEffectOfRates(@ForAll("books") RevenueBook book, @ForAll("policies") RevenuePolicy policy) {
        MrrLedger ledger = MrrLedger.of(book, policy);
        Span year = Span.year(2025);
        for (Valuation fixed : List.of(Valuation.atOpening(ledger, year), Valuation.atClosing(ledger, year))) {
            for (Row row : Row.of(ledger, year, policy.basis(), Cadence.MONTH, fixed, null)) {
                assertThat(row.amount(MovementKind.FX)).isZero();
                assertThat(row.opening() + row.moved()).isEqualTo(row.closing());
            }
        }
    }

    /** Otherwise one could not drill from a total down to what it consists of. */
    @Property
    void theItemsOfAnAccountAddUpToIt(@ForAll("books") RevenueBook book, @ForAll("policies") RevenuePolicy policy) {
        MrrLedger ledger = MrrLedger.of(book, policy);
        Valuation valuation = Valuation.closing(ledger);
        for (Row row : rows(ledger, policy.basis(), Cadence.MONTH).values()) {
            long sum = ledger.states(row.account(), row.period().end(policy.zone())).values().stream()
                    .mapToLong(rate -> valuation.value(
                            rate.microsPerYear().longValueExact(),
                            rate.currency(),
                            row.period().to()))
                    .sum();
            assertThat(sum).isEqualTo(row.closing());
        }
    }

    /** Otherwise a movement would have no cause, or a cause no movement. */
    @Property
    void changesLeadFromOneStateToTheNext(@ForAll("books") RevenueBook book, @ForAll("policies") RevenuePolicy policy) {
        MrrLedger ledger = MrrLedger.of(book, policy);
        for (int a = 0; a < ledger.accounts(); a++) {
            AccountId account = ledger.account(a);
            for (Span month : RandomBooks.WIDE.months()) {
                Map<io.revops.book.ItemId, BigInteger> now = new HashMap<>();
                ledger.states(account, month.start(policy.zone()))
                        .forEach((item, rate) -> now.put(item, rate.microsPerYear()));
                java.time.Instant last = month.start(policy.zone());
                for (LedgerChange change : ledger.changes(account, month)) {
                    assertThat(change.account()).isEqualTo(account);
                    assertThat(change.at()).isAfterOrEqualTo(last).isBefore(month.end(policy.zone()));
                    assertThat(change.before().microsPerYear())
                            .isEqualTo(now.getOrDefault(change.item(), BigInteger.ZERO))
                            .isNotEqualTo(change.after().microsPerYear());
                    assertThat(change.because()).isNotEmpty();
                    now.put(change.item(), change.after().microsPerYear());
                    last = change.at();
                }
                now.values().removeIf(v -> v.signum() == 0);
                Map<io.revops.book.ItemId, BigInteger> closing = new HashMap<>();
                ledger.states(account, month.end(policy.zone()))
                        .forEach((item, rate) -> closing.put(item, rate.microsPerYear()));
                assertThat(now).isEqualTo(closing);
            }
        }
    }
}
