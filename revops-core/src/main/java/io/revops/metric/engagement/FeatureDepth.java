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
import io.revops.metric.UndefinedCode;
import io.revops.metric.Unit;

/** How many different features a user used in a span, on average over those who used it. */
public final class FeatureDepth implements Metric<Ratio> {
    private static final MetricDefinition DEFINITION = MetricDefinition.of(
                    "usage.depth",
                    "Feature depth",
                    "features of users / users, each feature of a user once, of those who used it in the span",
                    Unit.RATIO)
            .better(Better.UP)
            .adds(Adds.RATIO_OF_SUMS, Adds.NONE)
            .movedBy("reporting zone")
            .edges(
                    "nobody is known to have used it: undefined",
                    "a use without a user does not count",
                    "a user of two accounts is two",
                    "a feature is what a meter counts",
                    "a row that counts zero is no use",
                    "the view has no book: undefined")
            .reference("Distinct features per active user")
            .build();

    private static final UsageAverage AVERAGE = new UsageAverage(
            Part.USER_FEATURES,
            uses -> uses.users().values().stream()
                    .mapToLong(use -> use.features().size())
                    .sum(),
            Part.USERS,
            uses -> uses.users().size());

    /** The metric; it has no options. */
    public FeatureDepth() {}

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
        return AVERAGE.conclude(
                evidence,
                UndefinedCode.NO_USERS,
                "Nobody is known to have used it in the span, so there is no average. Maybe usage without users was "
                        + "read: FeatureBreadth tells the features of accounts.");
    }
}
