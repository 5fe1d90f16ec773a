package io.revops.metric.customer;

import io.revops.book.SubscriptionId;
import io.revops.ledger.RevenueView;
import io.revops.ledger.Valuation;
import io.revops.metric.Adds;
import io.revops.metric.Better;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.ItemLines;
import io.revops.metric.Metric;
import io.revops.metric.MetricDefinition;
import io.revops.metric.Part;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import io.revops.metric.Unit;
import io.revops.money.RunRate;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What an active subscription is worth per month, on average, at the close of a span. */
public final class Arps implements Metric<RunRate> {
    private static final MetricDefinition DEFINITION = MetricDefinition.of(
                    "arps", "ARPS", "closing / subscriptions", Unit.MONEY_PER_MONTH)
            .better(Better.UP)
            .adds(Adds.RATIO_OF_SUMS, Adds.NONE)
            .movedBy("every convention")
            .edges(
                    "no active subscription: undefined",
                    "a subscription is active while one of its items is worth something")
            .reference("Average revenue per subscription, as Stripe defines it")
            .build();

    private static final class Sum {
        private long closing;
        private final Set<SubscriptionId> active = new HashSet<>();
    }

    /** The metric; it has no options. */
    public Arps() {}

    @Override
    public MetricDefinition definition() {
        return DEFINITION;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        Valuation valuation = Valuation.atClosing(view.ledger(), view.span());
        Optional<Evidence> none = ItemLines.problem(valuation);
        if (none.isPresent()) {
            return none.get();
        }
        Instant end = view.span().end(view.policy().zone());
        Evidence.Builder lines = ItemLines.begin(view, valuation).parts(Part.CLOSING, Part.SUBSCRIPTIONS);
        ItemLines.walk(view, valuation, (account, ends) -> {
            Map<String, Sum> segments = new TreeMap<>();
            for (ItemLines.Ends each : ends) {
                if (each.active() || each.closing() != 0) {
                    String segment = ItemLines.segment(cut, view, account, each.item(), end);
                    Sum sum = segments.computeIfAbsent(segment == null ? "" : segment, s -> new Sum());
                    sum.closing = Math.addExact(sum.closing, each.closing());
                    if (each.active()) {
                        sum.active.add(each.item().subscription());
                    }
                }
            }
            segments.forEach(
                    (segment, sum) -> lines.line(account, cut.dimension().isEmpty() ? null : segment)
                            .units(Part.CLOSING, sum.closing)
                            .units(Part.SUBSCRIPTIONS, sum.active.size()));
        });
        return ItemLines.problem(valuation).orElseGet(lines::build);
    }

    @Override
    public Reading<RunRate> conclude(Evidence evidence) {
        long active = evidence.total(Part.SUBSCRIPTIONS);
        if (active == 0) {
            return Reading.undefined(
                    UndefinedCode.NOTHING_RECURS,
                    "No subscription is active at the close, so there is no average. Maybe a span that ends earlier.");
        }
        return Reading.known(evidence.total(Part.CLOSING).dividedBy(active));
    }
}
