package io.revops.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.revops.book.Account;
import io.revops.book.AccountId;
import io.revops.book.AccountMerge;
import io.revops.book.BillingInterval;
import io.revops.book.Ending;
import io.revops.book.Fact;
import io.revops.book.ItemChange;
import io.revops.book.Price;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.money.ExchangeRate;
import io.revops.money.ExchangeRates;
import io.revops.money.Money;
import io.revops.time.Cadence;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One company with parents, merges and two currencies, whose ledger is made at once, fact by fact, in parts, and rate by rate. */
class GrowingLedgerTest {
    private static final Span YEAR = Span.year(2025);
    private static final ExchangeRates RATES = ExchangeRates.of(List.of(
            ExchangeRate.of(LocalDate.of(2024, 12, 1), "EUR", "USD", "1.10"),
            ExchangeRate.of(LocalDate.of(2025, 4, 1), "EUR", "USD", "1.20"),
            ExchangeRate.of(LocalDate.of(2025, 8, 1), "EUR", "USD", "1.05")));

    static List<RevenuePolicy> policies() {
        RevenuePolicy dollars = RevenuePolicy.standard().with(ReportingCurrency.of("USD"));
        return List.of(
                dollars,
                dollars.with(Basis.EVENT, Grain.SUBSCRIPTION),
                dollars.with(FxMethod.START_LOCKED),
                dollars.with(FxMethod.EVENT_RATE),
                dollars.with(Grain.PARENT),
                dollars.with(FreeAccount.ACTIVE, MonthValue.AVERAGE),
                dollars.with(Closing.monthly(Span.parse("2025-01-01/2025-06-01"), 3)),
                dollars.with(Usage.ACTUAL));
    }

    private static ItemChange item(String id, int month, long amount, String currency) {
        return ItemChange.builder(id, Moment.of(2025, month, 10), "plan")
                .price(Price.perUnit(Money.of(amount, currency), BillingInterval.MONTHLY))
                .build();
    }

    /** Accounts a to h: a became part of d in May, e of d in July, g of h in March; b and f are below c. */
    private static List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        for (String account : List.of("a", "b", "c", "d", "e", "f", "g", "h")) {
            int n = account.charAt(0) - 'a';
            facts.add(Account.builder(account)
                    .parent(n == 1 || n == 5 ? new AccountId("c") : null)
                    .build());
            String currency = n % 3 == 0 ? "EUR" : "USD";
            facts.add(Subscription.builder("s-" + account, account)
                    .items(item("1", 1 + n % 3, 100 + n, currency), item("2", 4 + n, 90 + 3 * n, currency))
                    .endings(Ending.builder("end", Moment.of(2025, 12 - n % 4, 20))
                            .build())
                    .build());
            facts.add(Subscription.builder("t-" + account, account)
                    .items(item("1", 3 + n, 50, "USD"), item("2", 4 + n, n % 2 == 0 ? 0 : 70, "USD"))
                    .build());
        }
        facts.add(AccountMerge.builder("m1", "a", "d", Moment.of(2025, 5, 15)).build());
        facts.add(AccountMerge.builder("m2", "e", "d", Moment.of(2025, 7, 1)).build());
        facts.add(AccountMerge.builder("m3", "g", "h", Moment.of(2025, 3, 20)).build());
        return facts;
    }

    private static MrrLedger ledger(RevenuePolicy policy, Predicate<String> accounts) {
        RevenueBook.Builder book = RevenueBook.builder().rates(RATES);
        facts().stream().filter(f -> accounts.test(account(f))).forEach(book::add);
        return MrrLedger.of(book.build(), policy);
    }

    private static String account(Fact fact) {
        if (fact instanceof Account a) {
            return a.id().value();
        }
        return fact instanceof Subscription s
                ? s.account().value()
                : ((AccountMerge) fact).into().value();
    }

    private static List<Object> told(MrrLedger ledger) {
        List<Object> told = new ArrayList<>();
        told.add(ledger.toString());
        told.add(ledger.rates());
        told.add(ledger.hasMerges());
        told.add(ledger.table(YEAR, Cadence.MONTH).toString());
        told.addAll(Row.of(ledger, YEAR, ledger.policy().basis(), Cadence.MONTH));
        ledger.movements(YEAR).forEach(m -> told.add(m.toString()));
        for (int a = 0; a < ledger.accounts(); a++) {
            AccountId account = ledger.account(a);
            told.add(ledger.related(account));
            told.add(ledger.changes(account, YEAR).toString());
            told.add(ledger.changesOfSubscriptions(account, YEAR).toString());
            told.add(ledger.statesOfSubscriptions(
                            account,
                            Moment.of(2025, 9, 1).instant(ledger.policy().zone()))
                    .toString());
        }
        return told;
    }

    @ParameterizedTest
    @MethodSource("policies")
    void factByFactItIsTheLedgerOfTheBook(RevenuePolicy policy) {
        MrrLedger growing = MrrLedger.of(RevenueBook.builder().rates(RATES).build(), policy);
        for (Fact fact : facts()) {
            growing = growing.plus(List.of(fact));
        }
        List<Object> whole = told(ledger(policy, a -> true));
        assertThat(told(growing)).isEqualTo(whole);
        List<Fact> backwards = new ArrayList<>(facts());
        java.util.Collections.reverse(backwards);
        MrrLedger other = MrrLedger.of(RevenueBook.builder().rates(RATES).build(), policy);
        for (int i = 0; i < backwards.size(); i += 5) {
            other = other.plus(backwards.subList(i, Math.min(i + 5, backwards.size())));
        }
        assertThat(told(other)).isEqualTo(whole);
        assertThat(told(other.plus(facts()))).isEqualTo(whole);
    }

    /** Accounts that merged or have one parent are in one part. */
    @ParameterizedTest
    @MethodSource("policies")
    void ofPartsItIsTheLedgerOfTheWhole(RevenuePolicy policy) {
        List<Object> whole = told(ledger(policy, a -> true));
        Predicate<String> merged = a -> "ade".contains(a);
        Predicate<String> last = a -> "gh".contains(a);
        MrrLedger one = ledger(policy, merged);
        MrrLedger two = ledger(policy, last);
        MrrLedger rest = ledger(policy, merged.or(last).negate());
        assertThat(told(one.plus(two).plus(rest))).isEqualTo(whole);
        assertThat(told(rest.plus(two.plus(one)))).isEqualTo(whole);
        assertThat(told(two.plus(rest).plus(one))).isEqualTo(whole);
        assertThat(one.hasMerges()).isTrue();
        assertThat(rest.hasMerges()).isFalse();
        assertThat(one.related(new AccountId("a"))).extracting(AccountId::value).containsExactly("a", "d", "e");
        assertThat(one.related(new AccountId("z"))).containsExactly(new AccountId("z"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.plus(MrrLedger.of(RevenueBook.builder().build(), RevenuePolicy.standard())))
                .withMessageContaining("Maybe build both under one");
    }

    /** Without a rate an amount cannot be told; with it, it is told as if the rate had been there from the start. */
    @ParameterizedTest
    @MethodSource("policies")
    void rateByRateItIsTheLedgerOfTheBook(RevenuePolicy policy) {
        RevenueBook bare = RevenueBook.builder().add(facts()).build();
        MrrLedger growing = MrrLedger.of(bare, policy);
        for (ExchangeRate rate : RATES.all()) {
            growing = growing.plus(ExchangeRates.of(List.of(rate)));
        }
        assertThat(told(growing)).isEqualTo(told(ledger(policy, a -> true)));
    }

    /** Otherwise threads that each add up some of the accounts would not tell what one does. */
    @ParameterizedTest
    @MethodSource("policies")
    void whatIsAddedUpInPartsIsTheTable(RevenuePolicy policy) {
        List<Span> months = YEAR.months();
        MovementTable.Adder sum = new MovementTable.Adder(months);
        for (Predicate<String> part :
                List.<Predicate<String>>of(a -> "ade".contains(a), a -> "gh".contains(a), a -> "bcf".contains(a))) {
            MrrLedger ledger = ledger(policy, part);
            MovementTable.Adder adder = new MovementTable.Adder(months);
            ledger.walk(months, policy.basis(), Cadence.MONTH, Valuation.closing(ledger), null, adder::row);
            sum.plus(adder);
        }
        assertThat(sum.in(Currency.getInstance("USD")))
                .hasToString(
                        ledger(policy, a -> true).table(YEAR, Cadence.MONTH).toString());
    }

    /** Who merged has all of both from then on; the account's own subscriptions are told apart all the same. */
    @Test
    void whatAnAccountHasAndWhatItsSubscriptionsDid() {
        MrrLedger ledger = ledger(RevenuePolicy.standard().with(ReportingCurrency.of("USD")), a -> "ade".contains(a));
        AccountId a = new AccountId("a");
        AccountId d = new AccountId("d");
        Span autumn = Span.parse("2025-09-01/2026-01-01");
        assertThat(ledger.changes(a, autumn)).isEmpty();
        assertThat(ledger.changesOfSubscriptions(a, autumn))
                .extracting(c -> c.item().subscription().value())
                .containsExactly("s-a");
        assertThat(ledger.changes(d, autumn))
                .extracting(c -> c.item().subscription().value())
                .contains("s-a", "s-d", "s-e");
        assertThat(ledger.changesOfSubscriptions(d, autumn))
                .extracting(c -> c.item().subscription().value())
                .containsOnly("s-d");
        java.time.Instant september = java.time.Instant.parse("2025-09-01T00:00:00Z");
        assertThat(ledger.states(a, september)).isEmpty();
        assertThat(ledger.statesOfSubscriptions(a, september).keySet())
                .extracting(i -> i.subscription().value())
                .containsExactly("s-a");
    }

    @Test
    void periodsThatDoNotFollowAreRefused() {
        MrrLedger ledger = ledger(RevenuePolicy.standard(), a -> "b".contains(a));
        List<Span> gap = List.of(Span.month(2025, 1), Span.month(2025, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> ledger.walk(gap, Basis.NET, Cadence.MONTH, Valuation.closing(ledger), null, row -> {}))
                .withMessageContaining("2025-03")
                .withMessageContaining("Maybe cut one span with a cadence");
    }
}
