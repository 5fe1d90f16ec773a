package io.revops.metric.retention;

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
import io.revops.metric.UndefinedCode;
import io.revops.metric.Unit;

/** The share of the accounts that were active at a span's opening and are so at its close: 100 % less logo churn. */
public final class LogoRetention implements Metric<Ratio> {
    private static final MetricDefinition DEFINITION = MetricDefinition.of(
                    "retention.logo",
                    "Logo retention",
                    "(active at opening - lost accounts) / active at opening",
                    Unit.PERCENT)
            .better(Better.UP)
            .adds(Adds.RATIO_OF_SUMS, Adds.NONE)
            .movedBy("reporting zone", "free account", "churn timing", "past due")
            .edges(
                    "no account was active at the opening: undefined",
                    "who left and returned inside the span is retained; who came inside it does not count")
            .reference("100 % less the standard customer churn rate of ChartMogul")
            .build();

    /** The metric; it has no options. */
    public LogoRetention() {}

    @Override
    public MetricDefinition definition() {
        return DEFINITION;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return AccountLines.cohortCounts(view, cut);
    }

    @Override
    public Reading<Ratio> conclude(Evidence evidence) {
        long opening = evidence.total(Part.ACTIVE_AT_OPENING);
        if (opening == 0) {
            return Reading.undefined(
                    UndefinedCode.OPENING_ZERO,
                    "No account was active at the opening, so none could be retained. Maybe a span that begins later.");
        }
        return Reading.known(Ratio.of(opening - evidence.total(Part.LOST_ACCOUNTS), opening));
    }
}
