package io.revops.metric.bookings;

import io.revops.book.AccountId;
import io.revops.book.BillingInterval;
import io.revops.book.DealType;
import io.revops.book.Ending;
import io.revops.book.ItemChange;
import io.revops.book.Opportunity;
import io.revops.book.OpportunityChange;
import io.revops.book.OpportunityLine;
import io.revops.book.Outcome;
import io.revops.book.Price;
import io.revops.book.ProductKind;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.book.SubscriptionId;
import io.revops.book.Term;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.money.Money;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Small books of deals and signed subscriptions, told in a line each. */
final class Contracts {
    private final RevenueBook.Builder book = RevenueBook.builder();
    private final Map<String, Opportunity.Builder> deals = new LinkedHashMap<>();
    private final Map<String, Subscription.Builder> subscriptions = new LinkedHashMap<>();
    private int lines;

    private Contracts() {}

    static Contracts start() {
        return new Contracts();
    }

    /** A deal of the account of the same name, opened on the first day of 2025, won on a day. */
    Contracts won(String id, String day) {
        deals.put(
                id,
                Opportunity.builder(id, Moment.of(2025, 1, 1))
                        .account(new AccountId(id))
                        .name("Deal " + id)
                        .type(DealType.NEW)
                        .changes(OpportunityChange.builder("won", Moment.parse(day))
                                .outcome(Outcome.WON)
                                .closeDate(LocalDate.parse(day))
                                .build()));
        return this;
    }

    Contracts amount(String id, long amount) {
        deals.get(id)
                .changes(OpportunityChange.builder("amount", Moment.of(2025, 1, 1))
                        .amount(Money.of(amount, "USD"))
                        .build());
        return this;
    }

    Contracts line(String id, ProductKind kind, long amount, int months, int after) {
        return line(id, kind, Money.of(amount, "USD"), months, after);
    }

    /** A line of a deal; 0 months are no term. */
    Contracts line(String id, ProductKind kind, Money amount, int months, int after) {
        deals.get(id)
                .lines(OpportunityLine.builder("line-" + lines++, amount, kind)
                        .termMonths(months == 0 ? null : months)
                        .startsAfterMonths(after == 0 ? null : after)
                        .build());
        return this;
    }

    Contracts leadsTo(String deal, String subscription) {
        deals.get(deal).subscription(new SubscriptionId(subscription));
        return this;
    }

    /** A subscription of the account of the same name; 0 months are no term. */
    Contracts signed(String id, String day, int months) {
        subscriptions.put(
                id,
                Subscription.builder(id, id)
                        .signed(Moment.parse(day))
                        .term(months == 0 ? null : new Term(months, Term.Renewal.AUTOMATIC, 0)));
        return this;
    }

    Contracts pays(String id, String from, String amount, BillingInterval every) {
        return pays(id, from, "item", Price.perUnit(Money.of(amount, "USD"), every), null);
    }

    Contracts pays(String id, String from, String item, Price price, @Nullable String recorded) {
        subscriptions
                .get(id)
                .items(ItemChange.builder(item + from, Moment.parse(from), item)
                        .quantity(BigDecimal.ONE)
                        .price(price)
                        .recorded(recorded == null ? null : Instant.parse(recorded))
                        .build());
        return this;
    }

    Contracts ends(String id, String day) {
        subscriptions.get(id).endings(Ending.builder("end", Moment.parse(day)).build());
        return this;
    }

    RevenueBook.Builder facts() {
        deals.values().forEach(d -> book.add(d.build()));
        subscriptions.values().forEach(s -> book.add(s.build()));
        deals.clear();
        subscriptions.clear();
        return book;
    }

    RevenueView during(String span) {
        return RevenueView.of(facts().build(), RevenuePolicy.standard(), Span.parse(span));
    }
}
