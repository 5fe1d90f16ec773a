package io.revops.metric.recurring;

import io.revops.ledger.RevenueView;
import io.revops.metric.Adds;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.Metric;
import io.revops.metric.MetricDefinition;
import io.revops.metric.Part;
import io.revops.metric.Reading;
import io.revops.metric.Unit;
import io.revops.money.RunRate;

/** The part of contracted ARR whose service is live at the close of a span; the rest is the backlog of implementation. */
public final class LiveArr implements Metric<RunRate> {
    private static final MetricDefinition DEFINITION = ContractedArr.describe(
                    "arr.live", "Live ARR", "live = contracted ARR of what is live", Unit.MONEY_PER_YEAR)
            .adds(Adds.SUM, Adds.SUM)
            .reference("Of contracted ARR, how much is with customers that are live; SaaS Metrics Standards")
            .build();

    /** The metric; it has no options. */
    public LiveArr() {}

    @Override
    public MetricDefinition definition() {
        return DEFINITION;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return Contracts.gather(view, cut, RenewalWindow.STANDARD);
    }

    @Override
    public Reading<RunRate> conclude(Evidence evidence) {
        return Reading.known(evidence.total(Part.LIVE));
    }
}
