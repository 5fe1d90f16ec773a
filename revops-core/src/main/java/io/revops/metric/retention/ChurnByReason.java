package io.revops.metric.retention;

import io.revops.ledger.RevenueView;
import io.revops.metric.Adds;
import io.revops.metric.Better;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.Metric;
import io.revops.metric.MetricDefinition;
import io.revops.metric.Part;
import io.revops.metric.Ratio;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import io.revops.metric.Unit;
import io.revops.money.RunRate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Churned MRR and accounts by the reason that was given, with a share of its own for what is unknown. */
public final class ChurnByReason implements Metric<ChurnReasons> {
    private static final MetricDefinition DEFINITION = MetricDefinition.of(
                    "churn.reasons",
                    "Churn by reason",
                    "share of a reason = churn of the reason / churn, over the months of the span",
                    Unit.MONEY_PER_MONTH)
            .better(Better.NEITHER)
            .adds(Adds.SUM, Adds.NONE)
            .movedBy("basis", "reporting zone", "exchange rates", "free account", "churn timing")
            .edges(
                    "nobody churned: undefined",
                    "the reason is that of the subscription's ending, else of the cancellation that ends it; as written",
                    "nothing was written: unknown, also where an item ended and its subscription did not",
                    "an account that ends several subscriptions at once brings each reason its own amount, and counts for the one that "
                            + "brought most; what ended in an earlier month was contraction",
                    "the view has no book: undefined")
            .reference("Cancellation reasons; the amounts add up to churned MRR")
            .build();

    /** The metric; it has no options. */
    public ChurnByReason() {}

    @Override
    public MetricDefinition definition() {
        return DEFINITION;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return LabelledChurn.monthly(view, cut, ChurnLabel.REASON);
    }

    @Override
    public Reading<ChurnReasons> conclude(Evidence evidence) {
        Map<String, Long> accounts = new TreeMap<>();
        RunRate all = evidence.total(Part.CHURN);
        for (Part<?> part : evidence.parts()) {
            if (part.kind().equals(Part.CHURNED_ACCOUNTS) && !part.labels().isEmpty()) {
                accounts.put(part.labels().get(0), (Long) evidence.total(part));
            } else if (part.kind().equals(Part.CHURN) && !part.labels().isEmpty()) {
                all = all.plus((RunRate) evidence.total(part));
            }
        }
        if (all.isZero()) {
            return Reading.undefined(
                    UndefinedCode.NO_LOSSES, "Nobody churned, so there are no reasons. Maybe a longer span.");
        }
        List<ChurnReasons.Reason> reasons = new ArrayList<>();
        for (Part<?> part : evidence.parts()) {
            if (part.kind().equals(Part.CHURN) && !part.labels().isEmpty()) {
                String name = part.labels().get(0);
                RunRate churn = (RunRate) evidence.total(part);
                if (!churn.isZero()) {
                    reasons.add(new ChurnReasons.Reason(
                            name, churn, accounts.getOrDefault(name, 0L), Ratio.of(churn, all)));
                }
            }
        }
        return Reading.known(new ChurnReasons(reasons));
    }
}
