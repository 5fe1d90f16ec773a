package io.revops.metric.recurring;

import io.revops.ledger.RevenueView;
import io.revops.metric.Adds;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.Metric;
import io.revops.metric.MetricDefinition;
import io.revops.metric.Part;
import io.revops.metric.Ratio;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import io.revops.metric.Unit;
import io.revops.money.RunRate;

/** Which share of contracted ARR is live at the close of a span. */
public final class ShareLive implements Metric<Ratio> {
    private static final MetricDefinition DEFINITION = ContractedArr.describe(
                    "arr.live.share", "Share of ARR that is live", "live / (live + not live)", Unit.PERCENT)
            .adds(Adds.RATIO_OF_SUMS, Adds.RATIO_OF_SUMS)
            .reference("Live ARR over contracted ARR")
            .build();

    /** The metric; it has no options. */
    public ShareLive() {}

    @Override
    public MetricDefinition definition() {
        return DEFINITION;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return Contracts.gather(view, cut, RenewalWindow.STANDARD);
    }

    @Override
    public Reading<Ratio> conclude(Evidence evidence) {
        RunRate live = evidence.total(Part.LIVE);
        RunRate contracted = live.plus(evidence.total(Part.NOT_LIVE));
        if (contracted.signum() <= 0) {
            return Reading.undefined(
                    UndefinedCode.NOTHING_RECURS,
                    "Nothing is under contract at the close, so no share of it is live. Maybe another span.");
        }
        return Reading.known(Ratio.of(live, contracted));
    }
}
