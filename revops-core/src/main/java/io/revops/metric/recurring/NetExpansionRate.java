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
import io.revops.metric.Ratio;
import io.revops.metric.Reading;
import io.revops.metric.Unit;
import io.revops.money.RunRate;

/** Net expansion over what recurred at the opening: net revenue retention less 100 %. */
public final class NetExpansionRate implements Metric<Ratio> {
    private static final MetricDefinition DEFINITION = MetricDefinition.of(
                    "rate.expansion.net",
                    "Net expansion rate",
                    "(expansion + contraction + churn) / opening, of the accounts active at the opening",
                    Unit.PERCENT)
            .better(Better.UP)
            .adds(Adds.RATIO_OF_SUMS, Adds.RATIO_OF_SUMS)
            .movedBy("reporting zone", "free account", "churn timing")
            .edges("nothing recurred at the opening: undefined", "below 0 where more was lost than gained")
            .reference("Net revenue retention less 100 %")
            .build();

    /** The metric; it has no options. */
    public NetExpansionRate() {}

    @Override
    public MetricDefinition definition() {
        return DEFINITION;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return AccountLines.cohort(view, cut);
    }

    @Override
    public Reading<Ratio> conclude(Evidence evidence) {
        RunRate opening = evidence.total(Part.OPENING);
        if (opening.signum() <= 0) {
            return Growth.nothing();
        }
        return Reading.known(Ratio.of(NetExpansion.of(evidence), opening));
    }
}
