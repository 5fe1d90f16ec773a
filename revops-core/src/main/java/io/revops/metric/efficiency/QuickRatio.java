package io.revops.metric.efficiency;

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
import io.revops.money.RunRate;
import io.revops.time.Cadence;

/** What was gained in a span for each unit that was lost. */
public final class QuickRatio implements Metric<Ratio> {
    private static final MetricDefinition DEFINITION = MetricDefinition.of(
                    "quick-ratio",
                    "Quick ratio",
                    "(new + expansion + reactivation) / -(contraction + churn), over the months of the span",
                    Unit.RATIO)
            .better(Better.UP)
            .adds(Adds.RATIO_OF_SUMS, Adds.NONE)
            .movedBy("basis", "reporting zone", "exchange rates", "reactivation", "free account")
            .edges("nothing was lost: undefined", "exchange rates are neither gain nor loss")
            .reference("The SaaS quick ratio with reactivation, as ChartMogul counts it")
            .build();

    /** The metric; it has no options. */
    public QuickRatio() {}

    @Override
    public MetricDefinition definition() {
        return DEFINITION;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return AccountLines.movementsOfAccounts(view, cut, Cadence.MONTH);
    }

    @Override
    public Reading<Ratio> conclude(Evidence evidence) {
        RunRate gained =
                evidence.total(Part.NEW).plus(evidence.total(Part.EXPANSION)).plus(evidence.total(Part.REACTIVATION));
        RunRate lost = evidence.total(Part.CONTRACTION)
                .plus(evidence.total(Part.CHURN))
                .negated();
        if (lost.isZero()) {
            return Reading.undefined(
                    UndefinedCode.NO_LOSSES,
                    "Nothing was lost, so there is nothing to divide by. Maybe a longer span.");
        }
        return Reading.known(Ratio.of(gained, lost));
    }
}
