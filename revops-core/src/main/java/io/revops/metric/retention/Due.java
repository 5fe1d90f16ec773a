package io.revops.metric.retention;

import io.revops.book.AccountId;
import io.revops.book.ItemId;
import io.revops.book.Subscription;
import io.revops.book.SubscriptionId;
import io.revops.ledger.RevenueView;
import io.revops.ledger.Valuation;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.ItemLines;
import io.revops.metric.Part;
import io.revops.metric.Renewals;
import io.revops.money.RunRate;
import io.revops.time.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What came up for renewal in a span, of one account, and what of it went on: day by day, in each segment. */
final class Due {
    private final RevenueView view;
    private final Cut cut;
    private final Valuation valuation;
    private final AccountId account;
    private final ZoneId zone;
    private final Map<String, Sum> segments = new TreeMap<>();

    Due(RevenueView view, Cut cut, Valuation valuation, AccountId account) {
        this.view = view;
        this.cut = cut;
        this.valuation = valuation;
        this.account = account;
        zone = view.policy().zone();
        Map<LocalDate, Set<SubscriptionId>> days = new TreeMap<>();
        for (Subscription subscription : view.book().subscriptionsOf(account)) {
            for (LocalDate day : Renewals.during(subscription, view.span(), zone)) {
                days.computeIfAbsent(day, d -> new HashSet<>()).add(subscription.id());
            }
        }
        days.forEach(this::day);
    }

    /** One segment, on one day and in the end on all. */
    private static final class Sum {
        private long due;
        private long after;
        private long renewed;
        private long dueContracts;
        private long renewedContracts;
        private final Set<SubscriptionId> before = new HashSet<>();
        private final Set<SubscriptionId> kept = new HashSet<>();

        void close(Sum day) {
            due = Math.addExact(due, day.due);
            renewed = Math.addExact(renewed, Math.max(0, Math.min(day.due, day.after)));
            dueContracts += day.before.size();
            renewedContracts += Math.min(day.before.size(), day.kept.size());
        }
    }

    private void day(LocalDate day, Set<SubscriptionId> due) {
        Span whole = Span.of(day, day.plusDays(1));
        Map<ItemId, RunRate> before = view.ledger().statesOfSubscriptions(account, whole.start(zone));
        Map<ItemId, RunRate> after = view.ledger().statesOfSubscriptions(account, whole.end(zone));
        Set<SubscriptionId> beginning = new HashSet<>();
        for (Subscription subscription : view.book().subscriptionsOf(account)) {
            subscription
                    .begins()
                    .filter(b -> b.date(zone).equals(day))
                    .ifPresent(b -> beginning.add(subscription.id()));
        }
        Set<SubscriptionId> goesOn = new HashSet<>(beginning);
        before.keySet().stream().map(ItemId::subscription).filter(due::contains).forEach(goesOn::add);
        Map<String, Sum> today = new TreeMap<>();
        before.forEach((item, rate) -> {
            if (due.contains(item.subscription())) {
                Sum sum = sum(today, item);
                sum.due = Math.addExact(sum.due, worth(rate));
                sum.before.add(item.subscription());
            }
        });
        after.forEach((item, rate) -> {
            if (goesOn.contains(item.subscription())) {
                Sum sum = sum(today, item);
                sum.after = Math.addExact(sum.after, worth(rate));
                sum.kept.add(item.subscription());
            }
        });
        today.forEach((segment, sum) -> {
            if (sum.due > 0) {
                segments.computeIfAbsent(segment, s -> new Sum()).close(sum);
            }
        });
    }

    private Sum sum(Map<String, Sum> today, ItemId item) {
        Instant start = view.span().start(zone);
        String segment = ItemLines.segment(cut, view, account, item, start);
        return today.computeIfAbsent(segment == null ? "" : segment, s -> new Sum());
    }

    private long worth(RunRate rate) {
        return valuation.value(
                rate.microsPerYear().longValueExact(),
                rate.currency(),
                view.span().from());
    }

    void write(Evidence.Builder lines) {
        segments.forEach((segment, sum) -> lines.line(account, cut.dimension().isEmpty() ? null : segment)
                .units(Part.DUE, sum.due)
                .units(Part.RENEWED, sum.renewed)
                .units(Part.DUE_CONTRACTS, sum.dueContracts)
                .units(Part.RENEWED_CONTRACTS, sum.renewedContracts));
    }
}
