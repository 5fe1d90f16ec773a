package io.revops.forecast.churn;

import io.revops.book.AccountId;
import io.revops.book.BillingInterval;
import io.revops.book.Cancellation;
import io.revops.book.Ending;
import io.revops.book.Fact;
import io.revops.book.ItemChange;
import io.revops.book.Payment;
import io.revops.book.PaymentOutcome;
import io.revops.book.Price;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.book.SupportTicket;
import io.revops.book.UsageEvent;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.money.Money;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/** Small books around an account (acme) that is looked at on 30 June 2025. */
final class SmallBook {
    static final LocalDate DAY = LocalDate.of(2025, 6, 30);
    static final Span YEARS = Span.of(LocalDate.of(2023, 1, 1), LocalDate.of(2026, 1, 1));

    private SmallBook() {}

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    static Moment at(String text) {
        return Moment.parse(text);
    }

    /** Ten seats at 20 dollars a month. */
    static Subscription.Builder subscription(String account, String from) {
        return Subscription.builder("sub_" + account, account).items(item("it_1", from, "10", 20));
    }

    static ItemChange item(String id, String from, String quantity, double price) {
        return ItemChange.builder(id, at(from), "seats")
                .quantity(new BigDecimal(quantity))
                .price(Price.perUnit(Money.of(BigDecimal.valueOf(price), "USD"), BillingInterval.MONTHLY))
                .build();
    }

    static Subscription acme() {
        return subscription("acme", "2025-01-01").build();
    }

    static Ending ending(String on) {
        return Ending.builder("end", at(on)).build();
    }

    static Cancellation cancellation(String asked, String ends) {
        return Cancellation.builder("can", at(asked), at(ends)).build();
    }

    static UsageEvent use(String id, String when) {
        return UsageEvent.builder(id, "acme", at(when), "logins").build();
    }

    /** One use at noon of each of these days before the as-of date; 0 is that date. */
    static List<Fact> usesOn(int... daysBefore) {
        List<Fact> uses = new ArrayList<>();
        for (int i = 0; i < daysBefore.length; i++) {
            uses.add(use("use_" + i, DAY.minusDays(daysBefore[i]) + "T12:00:00Z"));
        }
        return uses;
    }

    static Payment payment(String id, String on, PaymentOutcome outcome) {
        return Payment.builder(id, "acme", at(on), Money.of(BigDecimal.valueOf(200), "USD"), outcome)
                .build();
    }

    static SupportTicket.Builder ticket(String id, String opened) {
        return SupportTicket.builder(id, at(opened)).account(new AccountId("acme"));
    }

    static List<Fact> with(Collection<? extends Fact> some, Fact... more) {
        List<Fact> all = new ArrayList<>(some);
        all.addAll(Arrays.asList(more));
        return all;
    }

    static RevenueView view(Collection<? extends Fact> facts) {
        return RevenueView.of(RevenueBook.builder().add(facts).build(), RevenuePolicy.standard(), YEARS);
    }

    static RevenueView view(Fact... facts) {
        return view(List.of(facts));
    }

    /** A standard feature of acme on the day, in a book of these facts. */
    static OptionalDouble value(String feature, Collection<? extends Fact> facts) {
        return row(feature, facts).value(feature);
    }

    static OptionalDouble value(String feature, Fact... facts) {
        return value(feature, List.of(facts));
    }

    static FeatureRow row(String feature, Collection<? extends Fact> facts) {
        return ChurnFeatures.standard().only(feature).asOf(view(facts), DAY).of("acme");
    }
}
