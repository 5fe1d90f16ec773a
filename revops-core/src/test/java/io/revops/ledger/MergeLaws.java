package io.revops.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.AccountId;
import io.revops.book.AccountMerge;
import io.revops.book.Fact;
import io.revops.book.ProductId;
import io.revops.book.RevenueBook;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds when accounts become part of others, whatever the policy. */
class MergeLaws {
    private static final Segments BY_PRODUCT = (account, item, before) ->
            Optional.ofNullable(item.product()).map(ProductId::value).orElse("none");
    private static final Segments BY_ACCOUNT_AND_ITEM = (account, item, before) -> account + " " + item;

    @Provide
    static Arbitrary<RevenueBook> books() {
        return RandomBooks.withBills();
    }

    @Provide
    static Arbitrary<RevenuePolicy> policies() {
        return RandomPolicies.any();
    }

    @Provide
    static Arbitrary<List<AccountMerge>> merges() {
        Arbitrary<String> accounts = Arbitraries.of("account-0", "account-1", "account-2", "somebody");
        return Combinators.combine(accounts, accounts, RandomBooks.moments())
                .as((from, into, when) -> AccountMerge.builder(from + into + when, from, into, when)
                        .build())
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    private static RevenueBook with(RevenueBook book, List<AccountMerge> merges) {
        return book.toBuilder().add(merges).build();
    }

    private static Map<Span, Long> closings(List<Row> rows) {
        Map<Span, Long> closings = new HashMap<>();
        rows.forEach(row -> closings.merge(row.period(), row.closing(), Long::sum));
        closings.values().removeIf(v -> v == 0);
        return closings;
    }

    private static List<Row> rows(MrrLedger ledger, Cadence cadence, Merging merging) {
        List<Row> rows = new ArrayList<>();
        List<Span> periods = cadence.cut(RandomBooks.WIDE);
        ledger.walk(
                periods,
                ledger.policy().basis(),
                cadence,
                Valuation.closing(ledger),
                null,
                merging,
                row -> rows.add(Row.of(ledger, periods, row)));
        return rows;
    }

    /** Otherwise an acquisition among customers would make or lose money. */
    @Property(tries = 150)
    void totalMrrIsTheSameWithAndWithoutMerges(
            @ForAll("books") RevenueBook book,
            @ForAll("merges") List<AccountMerge> merges,
            @ForAll("policies") RevenuePolicy drawn) {
        RevenuePolicy policy = drawn.with(GapTolerance.NONE);
        Map<Span, Long> apart = closings(rows(MrrLedger.of(book, policy), Cadence.MONTH, Merging.WHEN_IT_HAPPENED));
        MrrLedger merged = MrrLedger.of(with(book, merges), policy);
        for (Merging merging : Merging.values()) {
            assertThat(closings(rows(merged, Cadence.MONTH, merging))).isEqualTo(apart);
        }
    }

    /** Otherwise a waterfall of a customer would have a hole where another became part of it. */
    @Property(tries = 150)
    void everyAccountTiesFromPeriodToPeriod(
            @ForAll("books") RevenueBook book,
            @ForAll("merges") List<AccountMerge> merges,
            @ForAll("policies") RevenuePolicy policy,
            @ForAll Cadence cadence,
            @ForAll Merging merging) {
        MrrLedger ledger = MrrLedger.of(with(book, merges), policy);
        List<Row> rows = rows(ledger, cadence, merging);
        Map<AccountId, Long> closed = new HashMap<>();
        Map<Span, Long> moved = new HashMap<>();
        Map<AccountId, Map<Span, Row>> byAccount =
                rows.stream().collect(Collectors.groupingBy(Row::account, Collectors.toMap(Row::period, r -> r)));
        byAccount.forEach((account, its) -> {
            for (Span period : cadence.cut(RandomBooks.WIDE)) {
                Row row = its.get(period);
                assertThat(row == null ? 0 : row.opening())
                        .as("%s opens %s", account, period)
                        .isEqualTo(closed.getOrDefault(account, 0L));
                closed.put(account, row == null ? 0 : row.closing());
                if (row != null) {
                    assertThat(row.opening() + row.moved()).isEqualTo(row.closing());
                    moved.merge(
                            period, row.amount(MovementKind.MERGE_IN) + row.amount(MovementKind.MERGE_OUT), Long::sum);
                }
            }
        });
        assertThat(moved.values()).allMatch(m -> m == 0);
        if (merging == Merging.FROM_THE_START) {
            assertThat(rows).noneMatch(Row::merged);
        }
    }

    /** Otherwise an account that became part of another would be counted as lost, or as won. */
    @Property(tries = 150)
    void netThePartiesAreOneAccountFromTheOpeningOn(
            @ForAll("books") RevenueBook book,
            @ForAll("merges") List<AccountMerge> merges,
            @ForAll("policies") RevenuePolicy drawn,
            @ForAll Cadence cadence) {
        RevenuePolicy policy = netOfAccounts(drawn);
        MrrLedger ledger = MrrLedger.of(with(book, merges), policy);
        Map<Span, int[]> counts = new HashMap<>();
        for (Row row : Row.of(ledger, RandomBooks.WIDE, Basis.NET, cadence)) {
            assertThat(row.unitsAtOpening() + row.came()).isEqualTo(row.unitsAtClosing());
            int[] sums = counts.computeIfAbsent(row.period(), p -> new int[2]);
            sums[0] += row.unitsAtOpening();
            sums[1] += row.unitsAtClosing();
        }
        int active = 0;
        for (Span period : cadence.cut(RandomBooks.WIDE)) {
            int[] sums = counts.getOrDefault(period, new int[2]);
            assertThat(sums[0]).isLessThanOrEqualTo(active);
            active = sums[1];
        }
    }

    private static RevenuePolicy netOfAccounts(RevenuePolicy drawn) {
        return RevenuePolicy.standard()
                .with(drawn.freeAccount(), drawn.trial(), drawn.churnTiming(), drawn.reactivation())
                .with(ReportingCurrency.of("USD"));
    }

    /** Otherwise what an account is worth would not be what its waterfall closes at. */
    @Property(tries = 100)
    void theStatesOfAnAccountAreWhatItClosesAt(
            @ForAll("books") RevenueBook book,
            @ForAll("merges") List<AccountMerge> merges,
            @ForAll("policies") RevenuePolicy drawn) {
        MrrLedger ledger = MrrLedger.of(with(book, merges), netOfAccounts(drawn));
        Valuation valuation = Valuation.closing(ledger);
        for (Row row : Row.of(ledger, RandomBooks.WIDE, Basis.NET, Cadence.MONTH)) {
            Instant end = row.period().end(ledger.policy().zone());
            long worth = ledger.states(row.account(), end).values().stream()
                    .mapToLong(rate -> valuation.value(
                            rate.microsPerYear().longValueExact(),
                            rate.currency(),
                            row.period().to()))
                    .sum();
            assertThat(row.closing()).isEqualTo(worth);
        }
    }

    /** Otherwise the segments of a report would not add up to the company when a customer changes hands. */
    @Property(tries = 100)
    void segmentsAddUpToTheWhole(
            @ForAll("books") RevenueBook book,
            @ForAll("merges") List<AccountMerge> merges,
            @ForAll("policies") RevenuePolicy policy,
            @ForAll Cadence cadence) {
        MrrLedger ledger = MrrLedger.of(with(book, merges), policy);
        Map<Span, long[]> whole = sums(Row.of(ledger, RandomBooks.WIDE, policy.basis(), cadence));
        for (Segments segments : List.of(BY_PRODUCT, BY_ACCOUNT_AND_ITEM)) {
            List<Row> cut = Row.of(ledger, RandomBooks.WIDE, policy.basis(), cadence, segments);
            cut.forEach(row -> assertThat(row.opening() + row.moved()).isEqualTo(row.closing()));
            Map<Span, long[]> sums = sums(cut);
            whole.forEach((period, all) -> assertThat(sums.getOrDefault(period, new long[4]))
                    .as("%s", period)
                    .isEqualTo(all));
        }
    }

    private static Map<Span, long[]> sums(List<Row> rows) {
        Map<Span, long[]> sums = new TreeMap<>(java.util.Comparator.comparing(Span::from));
        for (Row row : rows) {
            long[] sum = sums.computeIfAbsent(row.period(), p -> new long[4]);
            sum[0] += row.opening();
            sum[1] += row.closing();
            sum[2] += row.amount(MovementKind.MERGE_IN) + row.amount(MovementKind.MERGE_OUT);
            sum[3] += row.amount(MovementKind.FX);
        }
        return sums;
    }

    /** Otherwise a merge that comes in tonight would give another ledger than one that was loaded. */
    @Property(tries = 100)
    void addingAMergeIsBuildingWithIt(
            @ForAll("books") RevenueBook book,
            @ForAll("merges") List<AccountMerge> merges,
            @ForAll("policies") RevenuePolicy policy,
            @ForAll Random random) {
        List<Object> built = told(MrrLedger.of(with(book, merges), policy));
        assertThat(told(MrrLedger.of(book, policy).plus(merges))).isEqualTo(built);
        List<Fact> facts = new ArrayList<>(merges);
        book.facts().forEach(facts::add);
        Collections.shuffle(facts, random);
        MrrLedger grown = MrrLedger.of(RevenueBook.builder().rates(book.rates()).build(), policy);
        int half = facts.size() / 2;
        grown = grown.plus(facts.subList(0, half)).plus(facts.subList(half, facts.size()));
        assertThat(told(grown)).isEqualTo(built);
    }

    private static List<Object> told(MrrLedger ledger) {
        List<Object> told = new ArrayList<>(List.of(ledger.toString()));
        told.addAll(Row.of(ledger, RandomBooks.WIDE, ledger.policy().basis(), Cadence.MONTH));
        for (int a = 0; a < ledger.accounts(); a++) {
            ledger.changes(ledger.account(a), RandomBooks.WIDE).forEach(c -> told.add(c.toString()));
        }
        return told;
    }
}
