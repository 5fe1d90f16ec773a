package io.revops.metric.recurring;

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

/** How much of what was gained in a span came from accounts that never paid before; the rest came from existing ones. */
public final class NewShare implements Metric<Ratio> {
    private static final MetricDefinition DEFINITION = MetricDefinition.of(
                    "growth.new-share",
                    "Share of growth from new accounts",
                    "new / (new + expansion + reactivation), over the months of the span",
                    Unit.PERCENT)
            .better(Better.NEITHER)
            .adds(Adds.RATIO_OF_SUMS, Adds.NONE)
            .movedBy("basis", "reporting zone", "exchange rates", "reactivation", "free account")
            .edges(
                    "nothing was gained: undefined",
                    "an account that returns is an existing one",
                    "what was lost, and exchange rates, do not matter")
            .reference("New against existing: shares of gross growth of recurring revenue")
            .build();

    /** The metric; it has no options. */
    public NewShare() {}

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
        RunRate fromNew = evidence.total(Part.NEW);
        RunRate gained = fromNew.plus(evidence.total(Part.EXPANSION)).plus(evidence.total(Part.REACTIVATION));
        if (gained.signum() <= 0) {
            return Reading.undefined(
                    UndefinedCode.NO_GAINS, "Nothing was gained, so there is nothing to share. Maybe a longer span.");
        }
        return Reading.known(Ratio.of(fromNew, gained));
    }
}
