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

/** How many accounts are active at the close of a span: worth something. */
public final class ActiveCustomers implements Metric<Long> {
    private static final MetricDefinition DEFINITION = MetricDefinition.of(
                    "customers.active", "Active customers", "accounts active at the close", Unit.ACCOUNTS)
            .better(Better.UP)
            .adds(Adds.SUM, Adds.NONE)
            .movedBy("trial", "free account", "past due", "churn timing")
            .edges("no active account: 0")
            .reference("Active at opening + new + reactivated - churned, in every period")
            .build();

    /** The metric; it has no options. */
    public ActiveCustomers() {}

    @Override
    public MetricDefinition definition() {
        return DEFINITION;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return AccountLines.counts(view, cut);
    }

    @Override
    public Reading<Long> conclude(Evidence evidence) {
        return Reading.known(evidence.total(Part.ACTIVE));
    }
}
