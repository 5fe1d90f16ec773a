package io.revops.metric.recurring;

import io.revops.ledger.RevenueView;
import io.revops.metric.AccountLines;
import io.revops.metric.Adds;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.Metric;
import io.revops.metric.MetricDefinition;
import io.revops.metric.Reading;
import io.revops.metric.Unit;

/** The net movement of each account between the two ends of a span, whatever happened in between. */
public final class MrrChange implements Metric<Bridge> {
    private static final MetricDefinition DEFINITION = MetricDefinition.of(
                    "mrr.change",
                    "MRR change",
                    "opening + new + expansion + contraction + churn + reactivation + fx = closing, each account once",
                    Unit.MONEY_PER_MONTH)
            .adds(Adds.SUM, Adds.SUM)
            .movedBy("reporting zone", "exchange rates", "reactivation", "free account")
            .edges("an account that churns and returns inside the span has not moved, or has expanded or contracted")
            .reference("Two ends of one span; the movement table of a single period")
            .build();

    /** The metric; it has no options. */
    public MrrChange() {}

    @Override
    public MetricDefinition definition() {
        return DEFINITION;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return AccountLines.change(view, cut);
    }

    @Override
    public Reading<Bridge> conclude(Evidence evidence) {
        return Reading.known(Bridge.of(evidence));
    }
}
