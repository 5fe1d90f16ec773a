package io.revops.metric;

import io.revops.book.Account;
import io.revops.book.BillingInterval;
import io.revops.book.Ending;
import io.revops.book.Fact;
import io.revops.book.ItemChange;
import io.revops.book.Opportunity;
import io.revops.book.OpportunityChange;
import io.revops.book.Outcome;
import io.revops.book.Price;
import io.revops.book.ProductId;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.money.Money;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Small books told in a line: what an account pays per month from a day on. */
public final class MonthlyBooks {
    private final RevenueBook.Builder book = RevenueBook.builder();
    private final Map<String, Subscription.Builder> subscriptions = new LinkedHashMap<>();

    private MonthlyBooks() {}

    public static MonthlyBooks start() {
        return new MonthlyBooks();
    }

    /** From a day on an account pays so much per month, of a product of its own name; 0 ends it. */
    public MonthlyBooks pays(String account, String from, String monthly) {
        return pays(account, "product", from, monthly, "USD");
    }

    public MonthlyBooks pays(String account, String product, String from, String monthly, String currency) {
        String id = account + "-" + product;
        Subscription.Builder subscription = subscriptions.computeIfAbsent(id, s -> Subscription.builder(s, account));
        Moment at = Moment.parse(from);
        if (monthly.equals("0")) {
            subscription.items(ItemChange.builder(from, at, "item")
                    .quantity(java.math.BigDecimal.ZERO)
                    .build());
        } else {
            subscription.items(ItemChange.builder(from, at, "item")
                    .product(new ProductId(product))
                    .quantity(java.math.BigDecimal.ONE)
                    .price(Price.perUnit(Money.of(monthly, currency), BillingInterval.MONTHLY))
                    .build());
        }
        return this;
    }

    public MonthlyBooks ends(String account, String day) {
        subscriptions
                .get(account + "-product")
                .endings(Ending.builder("end", Moment.parse(day)).build());
        return this;
    }

    public MonthlyBooks account(String id, String attribute, String value) {
        book.add(Account.builder(id)
                .name("Company " + id)
                .attribute(attribute, value)
                .build());
        return this;
    }

    public MonthlyBooks deal(String id, String created, Outcome outcome, String day) {
        Opportunity.Builder deal = Opportunity.builder(id, Moment.parse(created))
                .changes(OpportunityChange.builder("open", Moment.parse(created))
                        .stage("Open")
                        .closeDate(LocalDate.parse(day))
                        .amount(Money.of(100, "USD"))
                        .build());
        if (outcome != Outcome.OPEN) {
            deal.changes(OpportunityChange.builder("close", Moment.parse(day))
                    .stage(outcome.name())
                    .outcome(outcome)
                    .build());
        }
        book.add(deal.build());
        return this;
    }

    /** Any other fact. */
    public MonthlyBooks add(Fact fact) {
        book.add(fact);
        return this;
    }

    public RevenueBook.Builder builder() {
        subscriptions.values().forEach(s -> book.add(s.build()));
        subscriptions.clear();
        return book;
    }

    public RevenueBook book() {
        return builder().build();
    }

    public RevenueView during(String span) {
        return RevenueView.of(book(), RevenuePolicy.standard(), Span.parse(span));
    }
}
