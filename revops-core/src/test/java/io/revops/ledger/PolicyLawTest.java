package io.revops.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.AccountId;
import io.revops.book.Fact;
import io.revops.book.Links;
import io.revops.book.ProductId;
import io.revops.book.RevenueBook;
import io.revops.time.Cadence;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds under any choice of conventions. */
class PolicyLawTest {
    private static final Segments BY_PRODUCT = (account, item, before) ->
            Optional.ofNullable(item.product()).map(ProductId::value).orElse("none");

    @Provide
    static Arbitrary<RevenueBook> books() {
        return RandomBooks.withBills();
    }

    @Provide
    static Arbitrary<RevenuePolicy> policies() {
        return RandomPolicies.any();
    }

    @Provide
    static Arbitrary<RevenuePolicy> closing() {
        return RandomPolicies.closing();
    }

    @Provide
    static Arbitrary<RevenuePolicy> plain() {
        return RandomPolicies.with(
                Pause.KEEP, FreeAccount.CHURNED, Grain.ACCOUNT, Reactivation.ANY, Grouping.NONE, MonthValue.CLOSE);
    }

    private record Place(AccountId account, Span period) {}

    private static Map<Place, Row> rows(MrrLedger ledger, Basis basis, Cadence cadence) {
        return Row.of(ledger, RandomBooks.WIDE, basis, cadence).stream()
                .collect(Collectors.toMap(r -> new Place(r.account(), r.period()), r -> r));
    }

    /** Otherwise a bridge would tie under the standard and under no vendor's conventions. */
    @Property(tries = 300)
    void everyRowTiesInMoneyAndInUnits(
            @ForAll("books") RevenueBook book, @ForAll("policies") RevenuePolicy policy, @ForAll Cadence cadence) {
        for (Row row : rows(MrrLedger.of(book, policy), policy.basis(), cadence).values()) {
            assertThat(row.opening() + row.moved()).isEqualTo(row.closing());
            assertThat(row.unitsAtOpening() + row.came()).isEqualTo(row.unitsAtClosing());
            assertThat(row.activeAtOpening()).isEqualTo(row.unitsAtOpening() > 0);
            assertThat(row.activeAtClosing()).isEqualTo(row.unitsAtClosing() > 0);
            assertThat(row.amount(MovementKind.NEW)).isNotNegative();
            assertThat(row.amount(MovementKind.REACTIVATION)).isNotNegative();
            assertThat(row.amount(MovementKind.EXPANSION)).isNotNegative();
            assertThat(row.amount(MovementKind.CONTRACTION)).isNotPositive();
            assertThat(row.amount(MovementKind.CHURN)).isNotPositive();
        }
    }

    /** Otherwise the table of a company would count other customers than its accounts, one by one. */
    @Property(tries = 200)
    void theTableIsTheSumOfItsRows(
            @ForAll("books") RevenueBook book, @ForAll("policies") RevenuePolicy policy, @ForAll Cadence cadence) {
        MrrLedger ledger = MrrLedger.of(book, policy);
        Assume.that(Valuation.closing(ledger).problem().isEmpty());
        List<Row> rows = Row.of(ledger, RandomBooks.WIDE, policy.basis(), cadence);
        for (MovementTable.Row sum : ledger.table(RandomBooks.WIDE, cadence).rows()) {
            List<Row> here =
                    rows.stream().filter(r -> r.period().equals(sum.period())).toList();
            assertThat(sum.activeAtOpening())
                    .isEqualTo(here.stream().mapToLong(Row::unitsAtOpening).sum());
            assertThat(sum.active())
                    .isEqualTo(here.stream().mapToLong(Row::unitsAtClosing).sum());
            assertThat(sum.closing().microsPerYear().longValueExact())
                    .isEqualTo(here.stream().mapToLong(Row::closing).sum());
            assertThat(sum.opening().microsPerYear().longValueExact())
                    .isEqualTo(here.stream().mapToLong(Row::opening).sum());
        }
    }

    /** Otherwise money would appear or vanish between two months. */
    @Property(tries = 200)
    void aPeriodOpensAsTheOneBeforeClosed(
            @ForAll("books") RevenueBook book, @ForAll("policies") RevenuePolicy policy, @ForAll Cadence cadence) {
        MrrLedger ledger = MrrLedger.of(book, policy);
        Map<Place, Row> rows = rows(ledger, policy.basis(), cadence);
        for (int a = 0; a < ledger.accounts(); a++) {
            long closing = 0;
            int units = 0;
            for (Span period : cadence.cut(RandomBooks.WIDE)) {
                Row row = rows.get(new Place(ledger.account(a), period));
                assertThat(row == null ? 0 : row.opening()).isEqualTo(closing);
                assertThat(row == null ? 0 : row.unitsAtOpening()).isEqualTo(units);
                closing = row == null ? 0 : row.closing();
                units = row == null ? 0 : row.unitsAtClosing();
            }
        }
    }

    /** Otherwise the year would close elsewhere than its last day. */
    @Property(tries = 100)
    void closesAgreeHoweverTheSpanIsCut(@ForAll("books") RevenueBook book, @ForAll("closing") RevenuePolicy policy) {
        MrrLedger ledger = MrrLedger.of(book, policy);
        Map<AccountId, Map<LocalDate, Row>> byDay = new HashMap<>();
        rows(ledger, Basis.EVENT, Cadence.DAY)
                .forEach((place, row) -> byDay.computeIfAbsent(place.account(), a -> new HashMap<>())
                        .put(place.period().to(), row));
        for (Cadence cadence : List.of(Cadence.WEEK, Cadence.MONTH, Cadence.QUARTER, Cadence.YEAR)) {
            rows(ledger, policy.basis(), cadence).forEach((place, row) -> {
                Row day = byDay.getOrDefault(place.account(), Map.of())
                        .get(place.period().to());
                assertThat(day == null ? 0 : day.closing()).isEqualTo(row.closing());
                assertThat(day == null ? 0 : day.unitsAtClosing()).isEqualTo(row.unitsAtClosing());
            });
        }
    }

    /** Otherwise switching the basis would change how much was won and lost, and not only how it is told. */
    @Property(tries = 200)
    void eventsOfAPeriodAddUpToItsNetMovement(
            @ForAll("books") RevenueBook book, @ForAll("closing") RevenuePolicy policy, @ForAll Cadence cadence) {
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
        });
        event.forEach((place, row) -> {
            if (!net.containsKey(place)) { // what came and went inside the period
                assertThat(row.moved()).isZero();
                assertThat(row.opening()).isZero();
            }
        });
    }

    /** Otherwise the general walk would be another definition, and not the same one for more policies. */
    @Property(tries = 300)
    void bothWalksAgreeWhereBothApply(
            @ForAll("books") RevenueBook book, @ForAll("plain") RevenuePolicy policy, @ForAll Cadence cadence) {
        MrrLedger ledger = MrrLedger.of(book, policy);
        for (Basis basis : Basis.values()) {
            if (policy.walksPlainly(basis)) {
                for (Segments segments : new Segments[] {null, BY_PRODUCT}) {
                    assertThat(Row.generally(ledger, RandomBooks.WIDE, basis, cadence, segments))
                            .isEqualTo(Row.of(ledger, RandomBooks.WIDE, basis, cadence, segments));
                    Span some = Span.parse("2024-08-10/2025-05-20");
                    assertThat(Row.generally(ledger, some, basis, cadence, segments))
                            .isEqualTo(Row.of(ledger, some, basis, cadence, segments));
                }
            }
        }
    }

    /** Otherwise a count of customers would depend on exchange rates. */
    @Property(tries = 150)
    void countingNeedsNoCurrency(
            @ForAll("books") RevenueBook book, @ForAll("policies") RevenuePolicy policy, @ForAll Cadence cadence) {
        MrrLedger ledger = MrrLedger.of(book, policy);
        Map<Place, Row> valued = rows(ledger, policy.basis(), cadence);
        for (Row row : Row.of(ledger, RandomBooks.WIDE, policy.basis(), cadence, Valuation.counting(), null)) {
            Row same = valued.get(new Place(row.account(), row.period()));
            assertThat(row.unitsAtOpening()).isEqualTo(same.unitsAtOpening());
            assertThat(row.unitsAtClosing()).isEqualTo(same.unitsAtClosing());
            for (MovementKind kind : List.of(MovementKind.NEW, MovementKind.REACTIVATION, MovementKind.CHURN)) {
                assertThat(row.count(kind)).isEqualTo(same.count(kind));
            }
        }
    }

    /** Otherwise the products of a report would not add up to the company. */
    @Property(tries = 200)
    void segmentsAddUpToTheWhole(
            @ForAll("books") RevenueBook book, @ForAll("policies") RevenuePolicy policy, @ForAll Cadence cadence) {
        MrrLedger ledger = MrrLedger.of(book, policy);
        Map<Place, Row> whole = rows(ledger, policy.basis(), cadence);
        Map<Place, List<Row>> cut = Row.of(ledger, RandomBooks.WIDE, policy.basis(), cadence, BY_PRODUCT).stream()
                .collect(Collectors.groupingBy(r -> new Place(r.account(), r.period())));
        cut.forEach((place, rows) -> {
            Row all = whole.get(place);
            rows.forEach(row -> {
                assertThat(row.opening() + row.moved()).isEqualTo(row.closing());
                assertThat(row.unitsAtOpening() + row.came() + row.cameFromSegments())
                        .isEqualTo(row.unitsAtClosing());
            });
            assertThat(rows.stream().mapToLong(Row::opening).sum()).isEqualTo(all == null ? 0 : all.opening());
            assertThat(rows.stream().mapToLong(Row::closing).sum()).isEqualTo(all == null ? 0 : all.closing());
            assertThat(rows.stream().mapToLong(r -> r.amount(MovementKind.FX)).sum())
                    .isEqualTo(all == null ? 0 : all.amount(MovementKind.FX));
            for (MovementKind kind : List.of(MovementKind.NEW, MovementKind.REACTIVATION, MovementKind.CHURN)) {
                boolean inAny = rows.stream().anyMatch(r -> r.count(kind) > 0);
                assertThat(inAny && (all == null || all.count(kind) == 0))
                        .as("%s of a segment and not of the whole, %s %s", kind, place, rows)
                        .isFalse();
            }
        });
    }

    /** Otherwise two exports of the same data would give two results (T60). */
    @Property(tries = 100)
    void theOrderOfFactsAndDuplicatesDoNotMatter(
            @ForAll("books") RevenueBook book, @ForAll("policies") RevenuePolicy policy, @ForAll Random random) {
        List<Fact> facts = new ArrayList<>();
        book.facts().forEach(fact -> {
            facts.add(fact);
            if (random.nextBoolean()) {
                facts.add(fact);
            }
        });
        Collections.shuffle(facts, random);
        RevenueBook other = RevenueBook.builder().rates(book.rates()).add(facts).build();
        assertThat(told(MrrLedger.of(other, policy))).isEqualTo(told(MrrLedger.of(book, policy)));
    }

    private static List<Object> told(MrrLedger ledger) {
        List<Object> told = new ArrayList<>(List.of(ledger.toString()));
        told.addAll(Row.of(ledger, RandomBooks.WIDE, ledger.policy().basis(), Cadence.MONTH));
        for (int a = 0; a < ledger.accounts(); a++) {
            ledger.changes(ledger.account(a), RandomBooks.WIDE).forEach(c -> told.add(c.toString()));
        }
        return told;
    }

    /** Otherwise linking two accounts, or looking at their parts, would make or lose money. */
    @Property(tries = 150)
    void theTotalIsTheSameAtEveryGrainAndAfterAMerge(
            @ForAll("books") RevenueBook book, @ForAll("policies") RevenuePolicy drawn) {
        RevenuePolicy policy = drawn.with(GapTolerance.NONE);
        RevenueBook linked = RevenueBook.merge(
                Links.of(Map.of(
                        new AccountId("account-0"),
                        new AccountId("crm-1"),
                        new AccountId("account-1"),
                        new AccountId("crm-1"))),
                book,
                RevenueBook.of(io.revops.book.Account.builder("crm-1").build()));
        Map<Span, Long> closings = closings(MrrLedger.of(book, policy));
        assertThat(closings(MrrLedger.of(linked, policy))).isEqualTo(closings);
        for (Grain grain : Grain.values()) {
            assertThat(closings(MrrLedger.of(book, policy.with(grain)))).isEqualTo(closings);
        }
    }

    private static Map<Span, Long> closings(MrrLedger ledger) {
        Map<Span, Long> closings = new HashMap<>();
        Row.of(ledger, RandomBooks.WIDE, ledger.policy().basis(), Cadence.MONTH)
                .forEach(row -> closings.merge(row.period(), row.closing(), Long::sum));
        closings.values().removeIf(v -> v == 0);
        return closings;
    }

    @Provide
    static Arbitrary<java.time.Instant> recordings() {
        return RandomBooks.recordings();
    }

    @Provide
    static Arbitrary<Moment> moments() {
        return RandomBooks.moments();
    }

    @Provide
    static Arbitrary<RevenuePolicy> ofAccounts() {
        return RandomPolicies.any().map(p -> p.with(Grain.ACCOUNT));
    }

    /** Otherwise the past would change under a report that was sent out. */
    @Property(tries = 100)
    void whatIsRecordedLaterIsNotKnownEarlier(
            @ForAll("books") RevenueBook book,
            @ForAll("policies") RevenuePolicy policy,
            @ForAll("recordings") java.time.Instant known,
            @ForAll("moments") Moment at,
            @ForAll Random random) {
        new LedgerInvarianceTest().whatIsRecordedLaterIsNotKnownEarlier(book, policy, known, at, random);
    }

    /** Otherwise the two halves of a company would not add up to it; a parent alone sees several accounts. */
    @Property(tries = 100)
    void accountsDoNotSeeEachOther(@ForAll("books") RevenueBook book, @ForAll("ofAccounts") RevenuePolicy policy) {
        new LedgerInvarianceTest().accountsDoNotSeeEachOther(book, policy);
    }

    /** Otherwise a company could not be worked out in parts, on several machines. */
    @Property(tries = 100)
    void ledgersOfDisjointAccountsAddUp(@ForAll("books") RevenueBook book, @ForAll("ofAccounts") RevenuePolicy policy) {
        AccountId apart = new AccountId("account-1");
        RevenueBook.Builder one = RevenueBook.builder().rates(book.rates());
        RevenueBook.Builder other = RevenueBook.builder().rates(book.rates());
        book.facts().forEach(fact -> {
            Optional<AccountId> account = fact.accountId();
            if (account.isEmpty() || !account.get().equals(apart)) {
                one.add(fact);
            }
            if (account.isEmpty() || account.get().equals(apart)) {
                other.add(fact);
            }
        });
        List<Object> whole = told(MrrLedger.of(book, policy));
        assertThat(told(MrrLedger.of(one.build(), policy).plus(MrrLedger.of(other.build(), policy))))
                .isEqualTo(whole);
        assertThat(told(MrrLedger.of(other.build(), policy).plus(MrrLedger.of(one.build(), policy))))
                .isEqualTo(whole);
    }

    /** Otherwise a ledger that grows with the day's facts would drift away from one that is built anew. */
    @Property(tries = 150)
    void addingFactsIsBuildingAnew(
            @ForAll("books") RevenueBook book, @ForAll("policies") RevenuePolicy policy, @ForAll Random random) {
        List<Fact> facts = new ArrayList<>(book.facts().toList());
        Collections.shuffle(facts, random);
        RevenueBook.Builder first = RevenueBook.builder().rates(book.rates());
        List<Fact> later = new ArrayList<>();
        facts.forEach(fact -> {
            if (random.nextBoolean()) {
                first.add(fact);
            } else {
                later.add(fact);
            }
        });
        MrrLedger grown = MrrLedger.of(first.build(), policy);
        for (Fact fact : later) {
            grown = grown.plus(List.of(fact));
        }
        assertThat(told(grown)).isEqualTo(told(MrrLedger.of(book, policy)));
    }

    /** Otherwise what cents become when dollars are meant would depend on the policy. */
    @Property(tries = 150)
    void scalingUsageAndPricesScalesEveryClose(
            @ForAll("unrounded") RevenuePolicy policy, @ForAll("books") RevenueBook book) {
        long k = 100;
        RevenueBook.Builder scaled = RevenueBook.builder().rates(book.rates());
        book.facts().forEach(fact -> scaled.add(Scaled.by(fact, k)));
        MrrLedger small = MrrLedger.of(book, policy);
        MrrLedger large = MrrLedger.of(scaled.build(), policy);
        Map<Place, Row> many = rows(large, policy.basis(), Cadence.MONTH);
        rows(small, policy.basis(), Cadence.MONTH).forEach((place, row) -> {
            Row other = many.get(place);
            // a state is rounded once, and again when it is converted: each by half a micro-unit at most, for at most
            // 64 items
            assertThat(Math.abs((other == null ? 0 : other.closing()) - k * row.closing()))
                    .isLessThanOrEqualTo(64 * (k + 1));
        });
    }

    @Provide
    static Arbitrary<RevenuePolicy> unrounded() {
        return RandomPolicies.with(StateRounding.NONE, MonthValue.CLOSE);
    }
}
