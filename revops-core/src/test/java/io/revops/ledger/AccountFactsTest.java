package io.revops.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.revops.book.Account;
import io.revops.book.AccountId;
import io.revops.book.Fact;
import io.revops.book.Links;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.book.SubscriptionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Subscriptions by account, over more accounts than one block holds. */
class AccountFactsTest {
    private static final int MANY = 5 * LedgerBlock.ACCOUNTS / 2;
    private static final Instant LATER = Instant.parse("2026-01-01T00:00:00Z");

    private static String name(int n) {
        return String.format(Locale.ROOT, "a%05d", n);
    }

    private static Subscription subscription(String id, String account) {
        return Subscription.builder(new SubscriptionId(id), new AccountId(account))
                .build();
    }

    private static List<Subscription> one(IntPredicate which) {
        return IntStream.range(0, MANY)
                .filter(which)
                .mapToObj(n -> subscription("sub-" + n, name(n)))
                .toList();
    }

    private static AccountFacts facts(Collection<? extends Fact> facts) {
        return AccountFacts.of(RevenueBook.builder().add(facts).build());
    }

    private static Map<String, List<String>> told(AccountFacts facts) {
        Map<String, List<String>> told = new LinkedHashMap<>();
        facts.forEach((account, of) -> {
            assertThat(told).doesNotContainKey(account.value());
            told.put(account.value(), ids(of));
        });
        return told;
    }

    private static List<String> ids(List<Subscription> of) {
        return of.stream().map(s -> s.id().value()).toList();
    }

    private static Map<String, List<String>> expected(Collection<Subscription> all) {
        Map<String, List<String>> expected = new TreeMap<>();
        all.forEach(s -> expected.computeIfAbsent(s.account().value(), a -> new ArrayList<>())
                .add(s.id().value()));
        expected.values().forEach(ids -> ids.sort(null));
        return new LinkedHashMap<>(expected);
    }

    @Test
    void eachAccountIsFoundAndNoneThatIsNotThere() {
        List<Subscription> all = one(n -> n % 2 == 1);
        AccountFacts facts = facts(all);
        assertThat(told(facts)).isEqualTo(expected(all));
        assertThat(told(facts).keySet()).containsExactlyElementsOf(expected(all).keySet());
        for (int n = 0; n < MANY; n++) {
            AccountId account = new AccountId(name(n));
            assertThat(facts.knows(account)).isEqualTo(n % 2 == 1);
            assertThat(ids(facts.of(account))).isEqualTo(n % 2 == 1 ? List.of("sub-" + n) : List.of());
        }
        assertThat(facts.knows(new AccountId("zzz"))).isFalse();
        assertThat(facts.knows(new AccountId("Z"))).isFalse();
        assertThat(AccountFacts.NONE.knows(new AccountId("a"))).isFalse();
        assertThat(AccountFacts.NONE.of(new AccountId("a"))).isEmpty();
    }

    /** One by one into many blocks: before the first, between, behind the last, and beside what an account has. */
    @Test
    void whatIsAddedIsThereAsIfItHadBeenThereAtOnce() {
        List<Subscription> here = one(n -> n % 3 != 0);
        List<Subscription> more = new ArrayList<>(one(n -> n % 3 == 0));
        more.add(subscription("first", "A"));
        more.add(subscription("last", "z"));
        more.add(subscription("beside", name(7)));
        AccountFacts.Update update = facts(here).plus(more);
        List<Subscription> all = new ArrayList<>(here);
        all.addAll(more);
        assertThat(told(update.facts())).isEqualTo(expected(all));
        assertThat(told(update.facts()).keySet())
                .containsExactlyElementsOf(expected(all).keySet());
        assertThat(update.changed()).hasSize(more.size());
        assertThat(ids(update.changed().get(new AccountId(name(7))))).containsExactly("beside", "sub-7");
        all.forEach(s -> assertThat(update.facts().of(s.account())).contains(s));
    }

    @Test
    void ofSubscriptionsWhoseIdsHashAlikeEachIsItself() {
        assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
        AccountFacts facts =
                facts(List.of(subscription("Aa", "one"), subscription("BB", "two"), subscription("C", "one")));
        Subscription again = Subscription.builder(new SubscriptionId("BB"), new AccountId("three"))
                .recorded(LATER)
                .build();
        AccountFacts.Update moved = facts.plus(List.of(again));
        assertThat(told(moved.facts())).isEqualTo(Map.of("one", List.of("Aa", "C"), "three", List.of("BB")));
        assertThat(moved.changed())
                .isEqualTo(Map.of(new AccountId("three"), List.of(again), new AccountId("two"), List.of()));
        AccountFacts.Update same = facts.plus(List.of(subscription("BB", "two"), subscription("Aa", "one")));
        assertThat(same.changed()).isEmpty();
        assertThat(told(same.facts())).isEqualTo(told(facts));
    }

    /** The last of several accounts at one hash of a block, and an id whose bit is set by another and which is not there. */
    @Test
    void everySubscriptionOfABlockIsFoundAgain() {
        List<Subscription> all = one(n -> n < LedgerBlock.ACCOUNTS);
        AccountFacts facts = facts(all);
        assertThat(facts.plus(all).changed()).isEmpty();
        List<Subscription> strangers = IntStream.range(0, 4000)
                .mapToObj(n -> subscription("new-" + n, "b" + n))
                .toList();
        assertThat(facts.plus(strangers).changed()).hasSize(4000);
        AccountFacts.Update moved = facts.plus(List.of(
                Subscription.builder(all.get(LedgerBlock.ACCOUNTS - 1).id(), new AccountId("elsewhere"))
                        .recorded(LATER)
                        .build()));
        assertThat(moved.changed())
                .containsOnlyKeys(new AccountId("elsewhere"), new AccountId(name(LedgerBlock.ACCOUNTS - 1)));
    }

    @Test
    void factsOfDisjointAccountsAreInTheOrderOfIds() {
        List<Subscription> all = one(n -> true);
        AccountFacts low = facts(one(n -> n < MANY / 2));
        AccountFacts high = facts(one(n -> n >= MANY / 2));
        AccountFacts even = facts(one(n -> n % 2 == 0));
        AccountFacts odd = facts(one(n -> n % 2 == 1));
        for (AccountFacts sum : List.of(low.plus(high), high.plus(low), even.plus(odd), odd.plus(even))) {
            assertThat(told(sum)).isEqualTo(expected(all));
            assertThat(told(sum).keySet())
                    .containsExactlyElementsOf(expected(all).keySet());
            assertThat(sum.of(new AccountId(name(MANY - 1)))).hasSize(1);
        }
        assertThat(low.plus(AccountFacts.NONE)).isSameAs(low);
        assertThat(AccountFacts.NONE.plus(low)).isSameAs(low);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> even.plus(facts(one(n -> n == 4))))
                .withMessage(
                        "Both ledgers have the account (a00004). Maybe build each from other accounts, or add the facts"
                                + " of one with plus(facts).");
    }

    /** Names of merged accounts go along, also those of a book that has no subscription. */
    @Test
    void whatIsAddedUnderAnotherNameIsOfTheAccountThatKeepsIt() {
        RevenueBook billing =
                RevenueBook.builder().add(Account.builder("old").build()).build();
        RevenueBook crm =
                RevenueBook.builder().add(Account.builder("kept").build()).build();
        AccountFacts names = AccountFacts.of(
                RevenueBook.merge(Links.of(Map.of(new AccountId("old"), new AccountId("kept"))), billing, crm));
        AccountFacts subscriptions = facts(List.of(subscription("s", "other")));
        for (AccountFacts both : List.of(names.plus(subscriptions), subscriptions.plus(names))) {
            AccountFacts.Update update = both.plus(List.of(subscription("t", "old")));
            assertThat(told(update.facts())).isEqualTo(Map.of("kept", List.of("t"), "other", List.of("s")));
            assertThat(update.changed()).containsOnlyKeys(new AccountId("kept"));
        }
    }
}
