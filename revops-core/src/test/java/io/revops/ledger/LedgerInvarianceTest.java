package io.revops.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.AccountId;
import io.revops.book.BillingInterval;
import io.revops.book.Discount;
import io.revops.book.Ending;
import io.revops.book.Fact;
import io.revops.book.ItemChange;
import io.revops.book.Price;
import io.revops.book.RevenueBook;
import io.revops.book.Spell;
import io.revops.book.SpellKind;
import io.revops.book.Subscription;
import io.revops.money.ExchangeRate;
import io.revops.money.Money;
import io.revops.time.Cadence;
import io.revops.time.Moment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What may be done to the facts without changing the ledger, or changing it only in proportion. */
class LedgerInvarianceTest {
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

    @Provide
    static Arbitrary<Moment> moments() {
        return RandomBooks.moments();
    }

    /** Everything that a ledger can tell. */
    private static List<Object> told(MrrLedger ledger) {
        List<Object> told = new ArrayList<>();
        told.add(ledger.toString());
        for (Basis basis : Basis.values()) {
            told.addAll(Row.of(ledger, RandomBooks.WIDE, basis, Cadence.MONTH));
        }
        told.addAll(Row.of(ledger, RandomBooks.WIDE, Basis.EVENT, Cadence.DAY));
        for (int a = 0; a < ledger.accounts(); a++) {
            ledger.changes(ledger.account(a), RandomBooks.WIDE).forEach(c -> told.add(c.toString()));
        }
        return told;
    }

    /** Otherwise two exports of the same data would give two results (T60). */
    @Property
    void theOrderOfFactsAndDuplicatesDoNotMatter(
            @ForAll("books") RevenueBook book, @ForAll("policies") RevenuePolicy policy, @ForAll Random random) {
        List<Fact> facts = new ArrayList<>();
        book.facts().forEach(fact -> {
            facts.add(fact instanceof Subscription s ? mixed(s, random) : fact);
            if (random.nextBoolean()) {
                facts.add(fact instanceof Subscription ? facts.get(facts.size() - 1) : fact);
            }
        });
        Collections.shuffle(facts, random);
        List<ExchangeRate> rates = new ArrayList<>(book.rates().all());
        rates.addAll(rates.subList(0, random.nextInt(rates.size())));
        Collections.shuffle(rates, random);
        RevenueBook.Builder other = RevenueBook.builder().add(facts);
        rates.forEach(other::add);
        assertThat(told(MrrLedger.of(other.build(), policy))).isEqualTo(told(MrrLedger.of(book, policy)));
    }

    private static Subscription mixed(Subscription s, Random random) {
        return s.toBuilder()
                .onlyItems(mixed(s.items(), random))
                .onlyDiscounts(mixed(s.discounts(), random))
                .onlySpells(mixed(s.spells(), random))
                .onlyCancellations(mixed(s.cancellations(), random))
                .onlyEndings(mixed(s.endings(), random))
                .build();
    }

    private static <T> List<T> mixed(List<T> entries, Random random) {
        List<T> mixed = new ArrayList<>(entries);
        entries.stream().filter(e -> random.nextBoolean()).forEach(mixed::add);
        Collections.shuffle(mixed, random);
        return mixed;
    }

    /** Otherwise prices in cents would not be a hundred times prices in dollars: something would be rounded in between. */
    @Property
    void scalingEveryPriceScalesEveryState(
            @ForAll("books") RevenueBook book,
            @ForAll("policies") RevenuePolicy policy,
            @ForAll @IntRange(min = 2, max = 1000) int k) {
        RevenueBook.Builder scaled = RevenueBook.builder().rates(book.rates());
        book.facts().forEach(fact -> scaled.add(Scaled.by(fact, k)));
        MrrLedger before = MrrLedger.of(book, policy);
        MrrLedger after = MrrLedger.of(scaled.build(), policy);
        Set<AccountId> accounts = new HashSet<>();
        book.subscriptions().forEach(s -> accounts.add(s.account()));
        for (AccountId account : accounts) {
            RandomBooks.WIDE.months().forEach(month -> {
                Instant close = month.end(policy.zone());
                var small = before.states(account, close);
                var large = after.states(account, close);
                Set<io.revops.book.ItemId> items = new HashSet<>(small.keySet());
                items.addAll(large.keySet());
                for (var item : items) {
                    long one = small.containsKey(item)
                            ? small.get(item).microsPerYear().longValueExact()
                            : 0;
                    long many = large.containsKey(item)
                            ? large.get(item).microsPerYear().longValueExact()
                            : 0;
                    // each is rounded once, by half a micro-unit at most: |many - k one| <= 1/2 + k/2
                    assertThat(2 * Math.abs(many - k * one)).isLessThanOrEqualTo(k + 1);
                }
            });
        }
    }

    /** Otherwise the past would change under a report that was sent out. */
    @Property
    void whatIsRecordedLaterIsNotKnownEarlier(
            @ForAll("books") RevenueBook book,
            @ForAll("policies") RevenuePolicy policy,
            @ForAll("recordings") Instant known,
            @ForAll("moments") Moment at,
            @ForAll Random random) {
        Instant later = known.plusSeconds(1 + random.nextInt(1_000_000));
        RevenueBook.Builder more = RevenueBook.builder().rates(book.rates());
        more.add(new ExchangeRate(
                later.atZone(java.time.ZoneOffset.UTC).toLocalDate().plusDays(1),
                Money.currency("EUR"),
                Money.currency("USD"),
                BigDecimal.TEN));
        book.facts().forEach(fact -> {
            if (fact instanceof Subscription s) {
                more.add(withMore(s, later, at, random));
                if (random.nextBoolean()) {
                    more.add(withMore(s, later, at, random).toBuilder()
                            .recorded(later)
                            .build());
                }
            } else {
                more.add(fact);
            }
        });
        more.add(Subscription.builder("another", "account-9")
                .recorded(later)
                .items(price("c", at, later))
                .build());
        assertThat(told(MrrLedger.of(more.build().asKnownAt(known), policy)))
                .isEqualTo(told(MrrLedger.of(book.asKnownAt(known), policy)));
    }

    private static ItemChange price(String id, Moment at, Instant recorded) {
        return ItemChange.builder(id, at, "item-0")
                .price(Price.perUnit(Money.of(77, "USD"), BillingInterval.MONTHLY))
                .recorded(recorded)
                .build();
    }

    /** New entries, and new versions of entries that there are. */
    private static Subscription withMore(Subscription s, Instant later, Moment at, Random random) {
        Subscription.Builder more = s.toBuilder()
                .items(price("late", at, later))
                .discounts(Discount.builder("late", at, io.revops.book.DiscountDuration.FOREVER)
                        .percent(BigDecimal.TEN)
                        .recorded(later)
                        .build())
                .spells(Spell.builder("late", SpellKind.UNPAID, at)
                        .recorded(later)
                        .build());
        if (random.nextBoolean()) {
            more.endings(Ending.builder("ending", at).recorded(later).build());
        }
        if (random.nextBoolean()) {
            s.items().stream()
                    .filter(i -> i.recorded().map(r -> r.isBefore(later)).orElse(true))
                    .forEach(i -> more.items(i.toBuilder()
                            .quantity(BigDecimal.ZERO)
                            .recorded(later)
                            .build()));
            s.cancellations()
                    .forEach(c -> more.cancellations(
                            c.toBuilder().withdrawn(at).recorded(later).build()));
        }
        return more.build();
    }

    /** Otherwise the two halves of a company would not add up to it: accounts do not see each other. */
    @Property
    void accountsDoNotSeeEachOther(@ForAll("books") RevenueBook book, @ForAll("policies") RevenuePolicy policy) {
        List<Row> whole = Row.of(MrrLedger.of(book, policy), RandomBooks.WIDE, policy.basis(), Cadence.MONTH);
        List<Row> each = new ArrayList<>();
        whole.stream().map(Row::account).distinct().forEach(account -> {
            RevenueBook.Builder alone = RevenueBook.builder().rates(book.rates());
            book.facts()
                    .filter(f -> f.accountId().filter(account::equals).isPresent())
                    .forEach(alone::add);
            each.addAll(Row.of(MrrLedger.of(alone.build(), policy), RandomBooks.WIDE, policy.basis(), Cadence.MONTH));
        });
        assertThat(each).isEqualTo(whole);
    }

    /** Otherwise linking a billing customer to its CRM account would make or lose money. */
    @Property
    void linkingTwoAccountsKeepsTheTotal(@ForAll("books") RevenueBook book, @ForAll("policies") RevenuePolicy policy) {
        RevenueBook linked = RevenueBook.merge(
                io.revops.book.Links.of(java.util.Map.of(
                        new AccountId("account-0"),
                        new AccountId("crm-1"),
                        new AccountId("account-1"),
                        new AccountId("crm-1"))),
                book,
                RevenueBook.of(io.revops.book.Account.builder("crm-1").build()));
        MrrLedger before = MrrLedger.of(book, policy);
        MrrLedger after = MrrLedger.of(linked, policy);
        for (MrrLedger ledger : List.of(before, after)) {
            assertThat(ledger.rates()).isEqualTo(book.rates());
        }
        for (Cadence cadence : Cadence.values()) {
            assertThat(closings(after, cadence)).isEqualTo(closings(before, cadence));
        }
    }

    private static java.util.Map<io.revops.time.Span, Long> closings(MrrLedger ledger, Cadence cadence) {
        java.util.Map<io.revops.time.Span, Long> closings = new java.util.HashMap<>();
        Row.of(ledger, RandomBooks.WIDE, Basis.NET, cadence)
                .forEach(row -> closings.merge(row.period(), row.closing(), Long::sum));
        closings.values().removeIf(v -> v == 0);
        return closings;
    }
}
