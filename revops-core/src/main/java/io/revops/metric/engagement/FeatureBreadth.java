package io.revops.metric.engagement;

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
import io.revops.metric.Unit;

/** How many different features an account used in a span, whoever of it, on average over those that used it. */
public final class FeatureBreadth implements Metric<Ratio> {
    private static final MetricDefinition DEFINITION = MetricDefinition.of(
                    "usage.breadth",
                    "Feature breadth",
                    "features of accounts / accounts, each feature of an account once, of those that used it in the span",
                    Unit.RATIO)
            .better(Better.UP)
            .adds(Adds.RATIO_OF_SUMS, Adds.NONE)
            .movedBy("reporting zone")
            .edges(
                    "nobody used it in the span: undefined",
                    "an account that did not use it is not in the average",
                    "a feature is what a meter counts",
                    "a row that counts zero is no use",
                    "the view has no book: undefined")
            .reference("Distinct features per active account")
            .build();

    private static final UsageAverage AVERAGE =
            UsageAverage.ofAccounts(Part.ACCOUNT_FEATURES, use -> use.features().size());

    /** The metric; it has no options. */
    public FeatureBreadth() {}

    @Override
    public MetricDefinition definition() {
        return DEFINITION;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return AVERAGE.gather(view, cut);
    }

    @Override
    public Reading<Ratio> conclude(Evidence evidence) {
        return AVERAGE.conclude(evidence);
    }
}
