package io.revops.ledger;

import io.revops.book.Account;
import io.revops.book.AccountId;
import io.revops.book.AttributeChange;
import io.revops.book.BillingInterval;
import io.revops.book.Price;
import io.revops.book.Product;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.money.ExchangeRate;
import io.revops.money.Money;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Books of a few accounts that live through everything a subscription can: several items that change quantity, price, product
 * and billing interval, discounts, trials, unpaid and past-due spells, pauses, cancellations and their withdrawals, endings;
 * written as days and as instants, some of them recorded late or twice. All of it happens in {@link #SPAN}.
 */
@SuppressWarnings("exports") // jqwik is no module that tests could require
public final class RandomBooks {
    /** Where everything happens; an end may come later. */
    public static final Span SPAN = Span.parse("2024-01-01/2026-01-01");

    /** A span that begins before anything happens and ends after it. */
    public static final Span WIDE = Span.parse("2023-11-01/2026-07-01");

    static final List<String> TIERS = List.of("gold", "silver");

    private static final List<Integer> DAYS = List.of(1, 2, 10, 15, 28, 29, 30, 31);
    private static final List<Integer> SECONDS = List.of(0, 1, 9_000, 14_400, 18_000, 43_200, 86_399);
    private static final int ACCOUNTS = 3;

    private RandomBooks() {}

    /** In dollars, euros and pounds, with a rate for the end of each month. */
    public static Arbitrary<RevenueBook> books() {
        return Combinators.combine(facts(RandomSubscriptions.of(List.of("USD", "EUR", "GBP"), true)), rates())
                .as((book, rates) -> {
                    RevenueBook.Builder both = book.toBuilder();
                    rates.forEach(both::add);
                    return both.build();
                })
                .withoutEdgeCases();
    }

    /** All in dollars, without rates. */
    public static Arbitrary<RevenueBook> inOneCurrency() {
        return facts(RandomSubscriptions.of(List.of("USD"), true));
    }

    /** All in dollars, and no discount takes off an amount: what is easily recomputed. */
    public static Arbitrary<RevenueBook> withoutAmountsOff() {
        return facts(RandomSubscriptions.of(List.of("USD"), false));
    }

    /** Any policy that reports in dollars. */
    public static Arbitrary<RevenuePolicy> policies() {
        return Combinators.combine(Arbitraries.of(Basis.class), zones())
                .as((basis, zone) ->
                        RevenuePolicy.standard().with(basis).with(zone).with(ReportingCurrency.of("USD")));
    }

    /** Zones on both sides of UTC, with and without clock changes. */
    public static Arbitrary<ReportingZone> zones() {
        return Arbitraries.of("UTC", "America/New_York", "Pacific/Apia", "Asia/Kolkata")
                .map(ReportingZone::of);
    }

    /** A day, or an instant, often the first or the last of a month, so that things happen together. */
    public static Arbitrary<Moment> moments() {
        Arbitrary<LocalDate> days = Combinators.combine(Arbitraries.integers().between(0, 23), Arbitraries.of(DAYS))
                .as((month, day) -> {
                    YearMonth in = YearMonth.from(SPAN.from()).plusMonths(month);
                    return in.atDay(Math.min(day, in.lengthOfMonth()));
                });
        Arbitrary<Moment> dates = days.map(Moment::of);
        Arbitrary<Moment> instants = Combinators.combine(days, Arbitraries.of(SECONDS))
                .as((day, second) ->
                        Moment.of(day.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(second)));
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(3, dates), net.jqwik.api.Tuple.of(2, instants));
    }

    /** An instant at which something may have been recorded, at noon or a little later. */
    public static Arbitrary<Instant> recordings() {
        return Arbitraries.integers()
                .between(0, 800)
                .map(day -> SPAN.from().plusDays(day).atTime(12, 0).toInstant(ZoneOffset.UTC));
    }

    /** The same with bills, payments and usage around the subscriptions, with list prices, and with a parent account. */
    public static Arbitrary<RevenueBook> withBills() {
        return Combinators.combine(books(), RandomBills.of().list().ofMaxSize(8))
                .as((book, bills) -> {
                    RevenueBook.Builder more = book.toBuilder();
                    List<Subscription> subscriptions = book.subscriptions();
                    for (int i = 0; i < bills.size(); i++) {
                        more.add(bills.get(i).facts(subscriptions.get(i % subscriptions.size()), i));
                    }
                    more.add(Product.builder("basic")
                            .listPrice(Price.perUnit(Money.of(17, "USD"), BillingInterval.MONTHLY))
                            .build());
                    return more.build();
                })
                .withoutEdgeCases();
    }

    private static Arbitrary<RevenueBook> facts(Arbitrary<Subscription.Builder> subscription) {
        return Combinators.combine(accounts(), subscription.list().ofMinSize(1).ofMaxSize(4))
                .as((accounts, subscriptions) -> RevenueBook.builder()
                        .add(accounts)
                        .add(subscriptions.stream()
                                .map(Subscription.Builder::build)
                                .toList())
                        .build())
                .withoutEdgeCases();
    }

    /** Which account a subscription belongs to, by number. */
    static Arbitrary<String> accountIds() {
        return Arbitraries.integers().between(0, ACCOUNTS - 1).map(RandomBooks::accountId);
    }

    private static String accountId(int number) {
        return "account-" + number;
    }

    private static Arbitrary<List<Account>> accounts() {
        Arbitrary<AttributeChange> change = Combinators.combine(moments(), Arbitraries.of(TIERS))
                .as((at, tier) -> AttributeChange.builder("tier@" + at, at, "tier")
                        .value(tier)
                        .build());
        return change.list()
                .ofMaxSize(2)
                .list()
                .ofSize(ACCOUNTS)
                .map(changes -> IntStream.range(0, ACCOUNTS)
                        .mapToObj(i -> Account.builder(accountId(i))
                                .parent(i == 1 ? new AccountId(accountId(0)) : null)
                                .attribute("tier", TIERS.get(0))
                                .changes(changes.get(i))
                                .build())
                        .toList());
    }

    private static Arbitrary<List<ExchangeRate>> rates() {
        int months = WIDE.months().size() + 1;
        return Arbitraries.integers()
                .between(5_000, 20_000)
                .list()
                .ofSize(2 * months)
                .map(all -> {
                    List<ExchangeRate> rates = new ArrayList<>();
                    for (int i = 0; i < all.size(); i++) {
                        LocalDate date = YearMonth.from(WIDE.from())
                                .minusMonths(1)
                                .plusMonths(i / 2)
                                .atEndOfMonth();
                        String rate = BigDecimal.valueOf(all.get(i), 4).toPlainString();
                        rates.add(ExchangeRate.of(date, i % 2 == 0 ? "EUR" : "GBP", "USD", rate));
                    }
                    return rates;
                });
    }
}
