package io.revops.metric.customer;

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

/** How many accounts were active at a span's opening and are not at its close. */
public final class LostCustomers implements Metric<Long> {
    private static final MetricDefinition DEFINITION = MetricDefinition.of(
                    "customers.lost",
                    "Lost customers",
                    "accounts active at the opening and not at the close",
                    Unit.ACCOUNTS)
            .better(Better.DOWN)
            .adds(Adds.SUM, Adds.NONE)
            .movedBy("trial", "free account", "past due", "churn timing")
            .edges("nobody left: 0", "who came and left inside the span is not counted")
            .reference("The numerator of logo churn")
            .build();

    /** The metric; it has no options. */
    public LostCustomers() {}

    @Override
    public MetricDefinition definition() {
        return DEFINITION;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return AccountLines.cohortCounts(view, cut);
    }

    @Override
    public Reading<Long> conclude(Evidence evidence) {
        return Reading.known(evidence.total(Part.LOST_ACCOUNTS));
    }
}
