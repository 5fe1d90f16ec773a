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

/** On how many days of a span an account used the product, on average over those that did: how often it is used. */
public final class ActiveDays implements Metric<Ratio> {
    private static final MetricDefinition DEFINITION = MetricDefinition.of(
                    "usage.active-days",
                    "Active days",
                    "account-days with use / accounts, of those that used it in the span",
                    Unit.DAYS)
            .better(Better.UP)
            .adds(Adds.RATIO_OF_SUMS, Adds.NONE)
            .movedBy("reporting zone")
            .edges(
                    "nobody used it in the span: undefined",
                    "an account that did not use it has no active day and is not in the average",
                    "several uses on a calendar day of the reporting zone, of anybody and anything, are one day",
                    "a row that counts zero is no use",
                    "the view has no book: undefined")
            .reference("Days with use per account and period; of users: stickiness times the days of the span")
            .build();

    private static final UsageAverage AVERAGE = UsageAverage.ofAccounts(Part.ACCOUNT_DAYS, Uses.Use::days);

    /** The metric; it has no options. */
    public ActiveDays() {}

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
