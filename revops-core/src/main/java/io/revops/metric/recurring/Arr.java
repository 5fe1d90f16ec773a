package io.revops.metric.recurring;

import io.revops.ledger.RevenueView;
import io.revops.metric.AccountLines;
import io.revops.metric.Adds;
import io.revops.metric.Better;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.Metric;
import io.revops.metric.MetricDefinition;
import io.revops.metric.Part;
import io.revops.metric.Reading;
import io.revops.metric.Unit;
import io.revops.money.RunRate;

/** Annual recurring revenue at the close of a span: the run rate per year, exactly twelve times MRR. */
public final class Arr implements Metric<RunRate> {
    private static final MetricDefinition DEFINITION = MetricDefinition.of(
                    "arr", "ARR", "closing = what every active subscription is worth per year", Unit.MONEY_PER_YEAR)
            .better(Better.UP)
            .adds(Adds.SUM, Adds.SUM)
            .movedBy("every convention")
            .edges("no subscription at all, and no reporting currency: undefined", "nothing active at the close: 0")
            .reference(
                    "Twelve times MRR, as ChartMogul and Stripe define it; contracted and live ARR are other metrics")
            .build();

    /** The metric; it has no options. */
    public Arr() {}

    @Override
    public MetricDefinition definition() {
        return DEFINITION;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return AccountLines.atClose(view, cut);
    }

    @Override
    public Reading<RunRate> conclude(Evidence evidence) {
        return Reading.known(evidence.total(Part.CLOSING));
    }
}
