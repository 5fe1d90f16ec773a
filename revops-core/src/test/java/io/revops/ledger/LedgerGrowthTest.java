package io.revops.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.book.Account;
import io.revops.book.AccountId;
import io.revops.book.BillingInterval;
import io.revops.book.Fact;
import io.revops.book.ItemChange;
import io.revops.book.Links;
import io.revops.book.PeriodRows;
import io.revops.book.PeriodRowsBuilder;
import io.revops.book.Price;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.book.SubscriptionId;
import io.revops.book.SubscriptionPeriod;
import io.revops.money.Money;
import io.revops.time.Cadence;
import io.revops.time.Moment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A ledger that grows is the ledger that would have been built at once. */
class LedgerGrowthTest {
    @Provide
    static Arbitrary<RevenueBook> books() {
        return RandomBooks.books();
    }

    @Provide
    static Arbitrary<RevenuePolicy> policies() {
        return RandomBooks.policies();
    }

    @Provide
    static Arbitrary<Instant> recordings() {
        return RandomBooks.recordings();
    }

    /** Everything that a ledger can tell. */
    private static List<Object> told(MrrLedger ledger) {
        List<Object> told = new ArrayList<>();
        told.add(ledger.toString());
        told.add(ledger.rates());
        told.addAll(Row.of(ledger, RandomBooks.WIDE, Basis.EVENT, Cadence.DAY));
        told.addAll(Row.of(ledger, RandomBooks.WIDE, Basis.NET, Cadence.MONTH));
        for (int a = 0; a < ledger.accounts(); a++) {
            ledger.changes(ledger.account(a), RandomBooks.WIDE).forEach(c -> told.add(c.toString()));
        }
        return told;
    }

    /** Versions of the book's subscriptions that were recorded at some time, some of them under another account. */
    private static List<Fact> withVersions(RevenueBook book, Instant recorded, Random random) {
        List<Fact> facts = new ArrayList<>();
        book.facts().forEach(fact -> {
            facts.add(fact);
            if (fact instanceof Subscription s) {
                for (int i = 0; i < random.nextInt(3); i++) {
                    Subscription.Builder version = Subscription.builder(
                                    s.id(),
                                    random.nextBoolean() ? s.account() : new AccountId("account-" + random.nextInt(4)))
                            .recorded(recorded.plusSeconds(random.nextInt(2)));
                    if (random.nextBoolean()) {
                        version.items(s.items().toArray(new ItemChange[0]));
                    }
                    facts.add(version.build());
                }
            }
        });
        return facts;
    }

    /** Otherwise a host that adds facts as they come would see other figures than one that reads them all at night. */
    @Property
    void addingFactsInAnyOrderEqualsARebuild(
            @ForAll("books") RevenueBook book,
            @ForAll("policies") RevenuePolicy policy,
            @ForAll("recordings") Instant recorded,
            @ForAll Random random) {
        List<Fact> facts = withVersions(book, recorded, random);
        MrrLedger rebuilt = MrrLedger.of(
                RevenueBook.builder().add(facts).rates(book.rates()).build(), policy);
        List<Fact> again = new ArrayList<>(facts);
        again.addAll(facts.subList(0, random.nextInt(facts.size())));
        Collections.shuffle(again, random);
        int first = random.nextInt(again.size() + 1);
        MrrLedger grown =
                MrrLedger.of(RevenueBook.builder().add(again.subList(0, first)).build(), policy);
        boolean rated = false;
        while (first < again.size()) {
            int to = Math.min(again.size(), first + 1 + random.nextInt(3));
            grown = grown.plus(again.subList(first, to));
            first = to;
            if (!rated && random.nextBoolean()) {
                grown = grown.plus(book.rates());
                rated = true;
            }
        }
        assertThat(told(grown.plus(book.rates()))).isEqualTo(told(rebuilt));
    }

    /** Otherwise a ledger built on several machines would not be the ledger. */
    @Property
    void ledgersOfDisjointAccountsAddUp(
            @ForAll("books") RevenueBook book, @ForAll("policies") RevenuePolicy policy, @ForAll Random random) {
        List<RevenueBook.Builder> parts = List.of(
                RevenueBook.builder().rates(book.rates()),
                RevenueBook.builder().rates(book.rates()),
                RevenueBook.builder());
        int[] part = {random.nextInt(3), random.nextInt(3), random.nextInt(3)};
        book.facts()
                .forEach(fact -> fact.accountId()
                        .ifPresent(a -> parts.get(
                                        part[a.value().charAt(a.value().length() - 1) - '0'])
                                .add(fact)));
        List<MrrLedger> ledgers = new ArrayList<>();
        parts.forEach(p -> ledgers.add(MrrLedger.of(p.build(), policy)));
        Collections.shuffle(ledgers, random);
        MrrLedger sum = ledgers.get(0).plus(ledgers.get(1)).plus(ledgers.get(2));
        assertThat(told(sum)).isEqualTo(told(MrrLedger.of(book, policy)));
        List<Fact> again = new ArrayList<>();
        book.facts().forEach(again::add);
        assertThat(told(sum.plus(again))).isEqualTo(told(sum));
    }

    private static Subscription monthly(int account, int amount) {
        return Subscription.builder("s" + account, id(account))
                .items(ItemChange.builder("i", Moment.of(2025, 1 + account % 12, 1), "item")
                        .price(Price.flat(Money.of(amount, "USD"), BillingInterval.MONTHLY))
                        .build())
                .build();
    }

    private static String id(int account) {
        return String.format(java.util.Locale.ROOT, "account-%06d", account);
    }

    private static MrrLedger of(List<Subscription> facts) {
        return MrrLedger.of(RevenueBook.builder().add(facts).build(), RevenuePolicy.standard());
    }

    @Property(tries = 20)
    void blocksAreSplitAsTheyGrow(@ForAll @IntRange(min = 1, max = 3000) int step, @ForAll Random random) {
        List<Subscription> all = new ArrayList<>();
        for (int a = 0; a < 6000; a++) {
            all.add(monthly(a, 10 + a % 90));
        }
        MrrLedger whole = of(all);
        Collections.shuffle(all, random);
        int first = random.nextInt(all.size());
        MrrLedger grown = of(all.subList(0, first));
        while (first < all.size()) {
            int to = Math.min(all.size(), first + step);
            grown = grown.plus(all.subList(first, to));
            first = to;
            if (step < 300) {
                break; // one small step, then the rest at once
            }
        }
        grown = grown.plus(all.subList(first, all.size()));
        assertThat(grown).hasToString(whole.toString());
        assertThat(grown.table(RandomBooks.WIDE, Cadence.MONTH))
                .isEqualTo(whole.table(RandomBooks.WIDE, Cadence.MONTH));
        for (int a = 0; a < 6000; a += 37) {
            assertThat(grown.account(a)).isEqualTo(whole.account(a));
            assertThat(grown.changes(grown.account(a), RandomBooks.WIDE))
                    .isEqualTo(whole.changes(whole.account(a), RandomBooks.WIDE));
        }
    }

    @Property(tries = 20)
    void manyAccountsOfTwoLedgersAreInOrder(@ForAll Random random) {
        List<Subscription> mine = new ArrayList<>();
        List<Subscription> its = new ArrayList<>();
        List<Subscription> all = new ArrayList<>();
        boolean toMine = true;
        int left = 1;
        for (int a = 0; a < 6000; a++) {
            if (--left == 0) {
                toMine = !toMine;
                left = 1 + random.nextInt(random.nextBoolean() ? 3 : 2500);
            }
            all.add(monthly(a, 10));
            (toMine ? mine : its).add(monthly(a, 10));
        }
        MrrLedger sum = of(mine).plus(of(its));
        MrrLedger whole = of(all);
        assertThat(sum).hasToString(whole.toString());
        for (int a = 0; a < 6000; a++) {
            assertThat(sum.account(a)).isEqualTo(whole.account(a));
        }
        assertThat(sum.changes(sum.account(4321), RandomBooks.WIDE))
                .isEqualTo(whole.changes(whole.account(4321), RandomBooks.WIDE));
        assertThat(sum.plus(List.of(monthly(17, 99)))
                        .states(new AccountId(id(17)), Instant.parse("2030-01-01T00:00:00Z")))
                .hasSize(1);
    }

    @Example
    void anAccountIsInOneOfTheLedgersThatAddUp() {
        MrrLedger one = of(List.of(monthly(1, 10), monthly(2, 10)));
        assertThatThrownBy(() -> one.plus(of(List.of(monthly(2, 20), monthly(3, 10)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("account-000002")
                .hasMessageContaining("Maybe");
        assertThatThrownBy(() -> one.plus(MrrLedger.of(
                        RevenueBook.empty(), RevenuePolicy.standard().with(Basis.EVENT))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("policies");
    }

    @Example
    void aStreamedAccountTakesNoFacts() {
        PeriodRowsBuilder rows = PeriodRows.builder("warehouse");
        rows.add(
                7,
                new SubscriptionPeriod(
                        new SubscriptionId("s"),
                        new AccountId(id(1)),
                        java.time.LocalDate.of(2025, 1, 1),
                        Optional.empty(),
                        Money.of(5, "USD"),
                        Optional.empty(),
                        BigDecimal.ONE));
        MrrLedger streamed = MrrLedger.of(rows.build(), RevenuePolicy.standard());
        assertThat(streamed.changes(new AccountId(id(1)), RandomBooks.WIDE).toString())
                .contains("warehouse:7");
        assertThatThrownBy(() -> streamed.plus(List.of(monthly(1, 10))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("was streamed");
        MrrLedger both = streamed.plus(of(List.of(monthly(0, 10), monthly(2, 10))));
        assertThat(both.accounts()).isEqualTo(3);
        assertThat(both.plus(List.of(monthly(2, 11), monthly(3, 1))).accounts()).isEqualTo(4);
        assertThat(both.changes(new AccountId(id(1)), RandomBooks.WIDE))
                .isEqualTo(streamed.changes(new AccountId(id(1)), RandomBooks.WIDE));
    }

    @Example
    void whatConcernsNoAccountLeavesTheLedgerAsItIs() {
        MrrLedger ledger = of(List.of(monthly(1, 10)));
        assertThat(ledger.plus(List.of(Account.builder(id(1)).build()))).isSameAs(ledger);
        assertThat(ledger.plus(List.of(monthly(1, 10)))).isSameAs(ledger);
    }

    @Example
    void factsOfALinkedAccountGoWhereItsBookHasThem() {
        RevenueBook book = RevenueBook.merge(
                Links.of(Map.of(new AccountId(id(1)), new AccountId("crm"))),
                RevenueBook.builder()
                        .add(monthly(1, 10))
                        .add(Account.builder(id(1)).build())
                        .build(),
                RevenueBook.of(Account.builder("crm").build()));
        Subscription more = monthly(1, 20).toBuilder().build();
        Subscription other = Subscription.builder("t", id(1))
                .items(more.items().toArray(new ItemChange[0]))
                .build();
        MrrLedger ledger = MrrLedger.of(book, RevenuePolicy.standard()).plus(List.of(other));
        assertThat(ledger.accounts()).isOne();
        assertThat(ledger.account(0)).isEqualTo(new AccountId("crm"));
    }
}
