package io.revops.ledger;

import io.revops.book.BillingInterval;
import io.revops.book.Ending;
import io.revops.book.ItemChange;
import io.revops.book.PeriodRows;
import io.revops.book.Price;
import io.revops.book.ProductId;
import io.revops.book.Subscription;
import io.revops.money.Money;
import io.revops.time.Moment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The states of subscriptions that are rows of periods, by way of the facts that the rows would be in a book: for policies and
 * zones in which they are no plain steps from one price to the next.
 */
final class RowStates {
    private static final String ITEM = "item";

    private final PeriodRows rows;
    private final StateRules rules;

    RowStates(PeriodRows rows, StateRules rules) {
        this.rows = rows;
        this.rules = rules;
    }

    /**
     * What one subscription is worth, with rows for causes.
     *
     * @param periods of the subscription, by start
     */
    List<SubscriptionStates.State> of(int subscription, List<Integer> periods) {
        Map<String, RowEntry> written = new HashMap<>();
        Subscription.Builder facts = Subscription.builder(
                        rows.subscriptionId(subscription), rows.accountId(rows.account(subscription)))
                .start(day(rows.start(periods.get(0))));
        int end = rows.start(periods.get(0));
        int last = -1;
        for (int period : periods) {
            int start = rows.start(period);
            if (end < start) {
                String gap = "gap@" + LocalDate.ofEpochDay(end);
                facts.items(ItemChange.builder(gap, day(end), ITEM)
                        .quantity(BigDecimal.ZERO)
                        .build());
                written.put(gap, new RowEntry(rows.row(last), day(end)));
            }
            String phase = "phase@" + LocalDate.ofEpochDay(start);
            ProductId plan = rows.plan(rows.kind(period)).orElse(null);
            facts.items(ItemChange.builder(phase, day(start), ITEM)
                    .product(plan)
                    .quantity(BigDecimal.ONE)
                    .price(Price.flat(monthly(period), BillingInterval.MONTHLY))
                    .build());
            written.put(phase, new RowEntry(rows.row(period), day(start)));
            end = rows.end(period);
            last = period;
        }
        if (end != PeriodRows.OPEN) {
            facts.endings(Ending.builder("end", day(end)).build());
            written.put("end", new RowEntry(rows.row(last), day(end)));
        }
        List<SubscriptionStates.State> states = new ArrayList<>();
        for (SubscriptionStates.State state : SubscriptionStates.of(facts.build(), Surroundings.none(), rules)) {
            List<Because> because = state.because().stream()
                    .map(b ->
                            new Because(b.clause(), b.factId().map(written::get).orElse(null)))
                    .toList();
            states.add(new SubscriptionStates.State(
                    state.at(), state.item(), state.currency(), state.micros(), state.standing(), because));
        }
        return states;
    }

    private Money monthly(int period) {
        return rows.monthly(period);
    }

    private static Moment day(int epochDay) {
        return Moment.of(LocalDate.ofEpochDay(epochDay));
    }
}
