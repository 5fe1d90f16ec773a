package io.revops.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.AccountId;
import io.revops.book.RevenueBook;
import io.revops.ledger.MovementKind;
import io.revops.ledger.MovementTable;
import io.revops.ledger.MrrLedger;
import io.revops.ledger.PolicyOption;
import io.revops.ledger.RandomBooks;
import io.revops.ledger.RandomPolicies;
import io.revops.ledger.ReportingCurrency;
import io.revops.ledger.RevenuePolicy;
import io.revops.money.RunRate;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** What holds of the parts of a difference, whatever the two policies and the facts. */
class ReconciliationLawTest {
    private static final Span SPAN = Span.parse("2024-01-01/2025-01-01");

    @Provide
    static Arbitrary<RevenueBook> books() {
        return RandomBooks.withBills();
    }

    /** Two that differ in anything. */
    @Provide
    static Arbitrary<Tuple2<RevenuePolicy, RevenuePolicy>> pairs() {
        return Combinators.combine(RandomPolicies.any(), RandomPolicies.any()).as((a, b) -> Tuple.of(a, b));
    }

    /** Two that differ in a few conventions, so that every order is counted. */
    @Provide
    static Arbitrary<Tuple2<RevenuePolicy, RevenuePolicy>> near() {
        return Combinators.combine(
                        RandomPolicies.any(),
                        RandomPolicies.any(),
                        Arbitraries.integers().between(0, 24).list().ofSize(6))
                .as((a, b, chosen) -> Tuple.of(a, nearer(a, b, chosen)));
    }

    private static RevenuePolicy nearer(RevenuePolicy a, RevenuePolicy b, List<Integer> chosen) {
        List<PolicyOption> differ =
                b.options().stream().filter(o -> !a.options().contains(o)).toList();
        RevenuePolicy near = a;
        for (int i : chosen) {
            if (!differ.isEmpty() && Mixes.of(a, near).rules().size() < 4) {
                PolicyOption option = differ.get(i % differ.size());
                near = near.conflict(option).isPresent() ? near : near.with(option);
            }
        }
        return near;
    }

    private static RunRate sum(Collection<RunRate> parts, RunRate zero) {
        return parts.stream().reduce(zero, RunRate::plus);
    }

    /** Else the amounts that are to explain a difference of 100 would explain 90 or 110 of it. */
    @Property(tries = 40)
    void partsAddUpInEveryMonthAndAccountToWhatTheTwoTablesDiffer(
            @ForAll("books") RevenueBook book, @ForAll("pairs") Tuple2<RevenuePolicy, RevenuePolicy> pair) {
        Reconciliation parts = Reconciliation.between(pair.get1(), pair.get2(), book, SPAN);
        MovementTable first = MrrLedger.of(book, pair.get1()).table(SPAN, Cadence.MONTH);
        MovementTable second = MrrLedger.of(book, pair.get2()).table(SPAN, Cadence.MONTH);
        for (Decomposition of : parts.figures()) {
            RunRate zero = RunRate.zero(of.currency());
            for (int m = 0; m < of.months().size(); m++) {
                Span month = of.months().get(m);
                RunRate before = cell(first.rows().get(m), of.figure());
                RunRate after = cell(second.rows().get(m), of.figure());
                assertThat(of.first(month)).isEqualTo(before);
                assertThat(of.second(month)).isEqualTo(after);
                assertThat(sum(of.byRule(month).values(), zero)).isEqualTo(after.minus(before));
                assertThat(sum(
                                of.shares()
                                        .filter(s -> s.month().equals(month))
                                        .map(Share::amount)
                                        .toList(),
                                zero))
                        .isEqualTo(after.minus(before));
            }
            assertThat(sum(of.byRule().values(), zero)).isEqualTo(of.difference());
            assertThat(sum(of.byAccount().values(), zero)).isEqualTo(of.difference());
            of.accounts()
                    .forEach(account -> assertThat(sum(of.byRule(account).values(), zero))
                            .isEqualTo(of.second(account).minus(of.first(account)))
                            .isEqualTo(of.byAccount().getOrDefault(account, zero)));
        }
    }

    private static RunRate cell(MovementTable.Row row, Figure figure) {
        return figure.equals(Figure.CLOSING)
                ? row.closing()
                : figure.equals(Figure.OPENING)
                        ? row.opening()
                        : row.amount(MovementKind.valueOf(figure.id().toUpperCase(java.util.Locale.ROOT)));
    }

    /** Else who explains A by B and who explains B by A would tell two stories. */
    @Property(tries = 40)
    void swappingThePoliciesTurnsEverySign(
            @ForAll("books") RevenueBook book, @ForAll("pairs") Tuple2<RevenuePolicy, RevenuePolicy> pair) {
        assertSwaps(book, pair);
    }

    /** The same where every order is counted, and the division leaves remainders. */
    @Property(tries = 40)
    void swappingThePoliciesTurnsEverySignOfAMeanOverAllOrders(
            @ForAll("books") RevenueBook book, @ForAll("near") Tuple2<RevenuePolicy, RevenuePolicy> pair) {
        assertSwaps(book, pair);
    }

    private static void assertSwaps(RevenueBook book, Tuple2<RevenuePolicy, RevenuePolicy> pair) {
        Reconciliation one = Reconciliation.between(pair.get1(), pair.get2(), book, SPAN);
        Reconciliation other = Reconciliation.between(pair.get2(), pair.get1(), book, SPAN);
        assertThat(other.rules())
                .isEqualTo(one.rules().stream().map(Rule::swapped).toList());
        for (int f = 0; f < one.figures().size(); f++) {
            assertThat(other.figures().get(f).shares())
                    .containsExactlyElementsOf(one.figures()
                            .get(f)
                            .shares()
                            .map(s -> new Share(
                                    s.rule().swapped(),
                                    s.account(),
                                    s.month(),
                                    s.amount().negated()))
                            .toList());
        }
    }

    /** Else a report would explain differences that nobody sees. */
    @Property(tries = 20)
    void equalPoliciesDifferInNothing(
            @ForAll("books") RevenueBook book, @ForAll("pairs") Tuple2<RevenuePolicy, RevenuePolicy> pair) {
        Reconciliation none = Reconciliation.between(pair.get1(), pair.get1(), book, SPAN);
        assertThat(none.rules()).isEmpty();
        assertThat(none.figures()).allSatisfy(of -> {
            assertThat(of.shares()).isEmpty();
            assertThat(of.byAccount()).isEmpty();
            assertThat(of.difference().isZero()).isTrue();
        });
    }

    /**
     * The parts are what each rule changes, averaged over all orders that are possible, worked out order by order; and who is
     * not touched has no part. Else a customer would be told that a rule moved it that never did.
     */
    @Property(tries = 40)
    void partsAreTheMeanOverAllOrders(
            @ForAll("books") RevenueBook book, @ForAll("near") Tuple2<RevenuePolicy, RevenuePolicy> pair) {
        Reconciliation parts = Reconciliation.between(pair.get1(), pair.get2(), book, SPAN);
        List<Rule> rules = parts.rules();
        Map<List<Rule>, Map<String, Long>> counted = new HashMap<>();
        List<List<Rule>> orders = new ArrayList<>();
        orders(List.of(), rules, pair.get1(), orders);
        assertThat(orders).isNotEmpty();
        Map<String, BigInteger> sums = new LinkedHashMap<>();
        Map<String, Boolean> touched = new HashMap<>();
        for (List<Rule> order : orders) {
            for (int i = 0; i < order.size(); i++) {
                Map<String, Long> before =
                        counted.computeIfAbsent(sorted(order.subList(0, i), rules), s -> closing(book, pair.get1(), s));
                Map<String, Long> after = counted.computeIfAbsent(
                        sorted(order.subList(0, i + 1), rules), s -> closing(book, pair.get1(), s));
                for (String cell : union(before, after)) {
                    long change = after.getOrDefault(cell, 0L) - before.getOrDefault(cell, 0L);
                    String key = order.get(i) + "|" + cell;
                    sums.merge(key, BigInteger.valueOf(change), BigInteger::add);
                    touched.merge(key, change != 0, Boolean::logicalOr);
                }
            }
        }
        Map<String, BigInteger> shares = new HashMap<>();
        parts.of(Figure.CLOSING)
                .shares()
                .forEach(s -> shares.put(
                        s.rule() + "|" + key(s.account(), s.month()), s.amount().microsPerYear()));
        assertThat(sums.keySet()).containsAll(shares.keySet());
        sums.forEach((key, sum) -> {
            BigInteger part = shares.getOrDefault(key, BigInteger.ZERO);
            BigInteger off = part.multiply(BigInteger.valueOf(orders.size())).subtract(sum);
            assertThat(off.abs()).as(key).isLessThan(BigInteger.valueOf(orders.size())); // less than a micro-unit
            if (Boolean.FALSE.equals(touched.get(key))) {
                assertThat(part).as(key).isZero();
            }
        });
    }

    private static List<Rule> sorted(List<Rule> some, List<Rule> all) {
        return all.stream().filter(some::contains).toList();
    }

    private static List<String> union(Map<String, Long> one, Map<String, Long> other) {
        List<String> keys = new ArrayList<>(one.keySet());
        other.keySet().stream().filter(k -> !one.containsKey(k)).forEach(keys::add);
        return keys;
    }

    private static void orders(List<Rule> done, List<Rule> all, RevenuePolicy from, List<List<Rule>> into) {
        if (done.size() == all.size()) {
            into.add(done);
        }
        for (Rule rule : all) {
            List<Rule> next = new ArrayList<>(done);
            next.add(rule);
            boolean last = next.size() == all.size(); // the second policy itself
            if (!done.contains(rule) && (last || possible(from, next))) {
                orders(next, all, from, into);
            }
        }
    }

    private static boolean possible(RevenuePolicy from, List<Rule> changed) {
        return RevenuePolicy.standard().conflict(options(from, changed)).isEmpty();
    }

    private static PolicyOption[] options(RevenuePolicy from, List<Rule> changed) {
        return from.options().stream()
                .map(o -> changed.stream()
                        .flatMap(r -> r.to().stream())
                        .filter(to -> to.getClass().equals(o.getClass()))
                        .findFirst()
                        .orElse(o))
                .toArray(PolicyOption[]::new);
    }

    private static Map<String, Long> closing(RevenueBook book, RevenuePolicy from, List<Rule> changed) {
        RevenuePolicy policy = RevenuePolicy.standard().with(options(from, changed));
        MrrLedger ledger = MrrLedger.of(book, policy);
        Map<String, Long> cells = new HashMap<>();
        for (Span month : SPAN.months()) { // one month at a time, as a metric looks at it
            ledger.walk(
                    List.of(month),
                    policy.basis(),
                    Cadence.MONTH,
                    io.revops.ledger.Valuation.closing(ledger),
                    null,
                    row -> cells.merge(key(ledger.account(row.account()), month), row.closing(), Long::sum));
        }
        return cells;
    }

    private static String key(AccountId account, Span month) {
        return account + "|" + month;
    }

    /** Else a table in the report would not tie: what is printed adds up as what is exact does. */
    @Property(tries = 20)
    void printedRowsTie(@ForAll("books") RevenueBook book, @ForAll("near") Tuple2<RevenuePolicy, RevenuePolicy> pair) {
        Decomposition of =
                Reconciliation.between(pair.get1(), pair.get2(), book, SPAN).headline();
        for (Span month : of.months()) {
            PrintedRow row = of.printed(month, 2);
            assertThat(row.parts().stream().reduce(row.first(), BigDecimal::add))
                    .isEqualByComparingTo(row.second());
        }
        assertThat(pair.get1().currency()).contains(ReportingCurrency.of("USD").currency());
    }
}
