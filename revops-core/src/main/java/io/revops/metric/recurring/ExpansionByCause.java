package io.revops.metric.recurring;

import io.revops.ledger.RevenueView;
import io.revops.metric.Adds;
import io.revops.metric.Better;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.Metric;
import io.revops.metric.MetricDefinition;
import io.revops.metric.Reading;
import io.revops.metric.Unit;

/** Why the accounts that are active at both ends of a span pay more or less: by price, volume, mix, cross-sell and switch. */
public final class ExpansionByCause implements Metric<Causes> {
    private static final MetricDefinition DEFINITION = CauseMrr.describe(MetricDefinition.of(
                            "mrr.expansion.causes",
                            "Expansion by cause",
                            "price + volume + mix + cross-sell + switched = expansion + contraction; price = change of price x "
                                    + "quantity at opening, volume = price at opening x change of quantity, mix = change of price x "
                                    + "change of quantity",
                            Unit.MONEY_PER_MONTH)
                    .better(Better.UP))
            .adds(Adds.SUM, Adds.SUM)
            .build();

    /** The metric; it has no options. */
    public ExpansionByCause() {}

    @Override
    public MetricDefinition definition() {
        return DEFINITION;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return ItemCauses.gather(view, cut);
    }

    @Override
    public Reading<Causes> conclude(Evidence evidence) {
        return Reading.known(Causes.of(evidence));
    }
}
