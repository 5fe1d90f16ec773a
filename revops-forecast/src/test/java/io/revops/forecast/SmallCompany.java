package io.revops.forecast;

import io.revops.book.BillingInterval;
import io.revops.book.ItemChange;
import io.revops.book.Price;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.money.Money;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A company told in lines: what an account pays per month from a day on, and when that was written down. */
public final class SmallCompany {
    private final Map<String, List<ItemChange>> changes = new LinkedHashMap<>();

    private SmallCompany() {}

    public static SmallCompany start() {
        return new SmallCompany();
    }

    public SmallCompany pays(String account, String from, String monthly) {
        return pays(account, from, monthly, "USD");
    }

    public SmallCompany pays(String account, String from, String monthly, String currency) {
        return pays(account, from, monthly, currency, Optional.empty());
    }

    public SmallCompany paysRecorded(String account, String from, String monthly, String recorded) {
        return pays(account, from, monthly, "USD", Optional.of(Instant.parse(recorded)));
    }

    private SmallCompany pays(
            String account, String from, String monthly, String currency, Optional<Instant> recorded) {
        ItemChange.Builder change =
                ItemChange.builder(from + recorded.map(r -> "/" + r).orElse(""), Moment.parse(from), "item");
        recorded.ifPresent(change::recorded);
        if (monthly.equals("0")) {
            change.quantity(BigDecimal.ZERO);
        } else {
            change.quantity(BigDecimal.ONE).price(Price.perUnit(Money.of(monthly, currency), BillingInterval.MONTHLY));
        }
        changes.computeIfAbsent(account, a -> new ArrayList<>()).add(change.build());
        return this;
    }

    public RevenueBook book() {
        return book(0);
    }

    /** The same facts, put in in another order for each seed. */
    public RevenueBook book(long shuffled) {
        List<Subscription> facts = new ArrayList<>();
        changes.forEach((account, list) -> {
            Subscription.Builder subscription = Subscription.builder(account + "-1", account);
            list.forEach(subscription::items);
            facts.add(subscription.build());
        });
        if (shuffled != 0) {
            java.util.Collections.shuffle(facts, new Random(shuffled));
        }
        RevenueBook.Builder book = RevenueBook.builder();
        facts.forEach(book::add);
        return book.build();
    }

    public RevenueView view(Span span) {
        return RevenueView.of(book(), RevenuePolicy.standard(), span);
    }
}
