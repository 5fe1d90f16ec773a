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

/** By how much of its opening what recurs grew in a span: of a month, MoM; of a year, YoY. The same for MRR and ARR. */
public final class Growth implements Metric<Ratio> {
    private static final MetricDefinition DEFINITION = MetricDefinition.of(
                    "arr.growth", "ARR growth", "(closing - opening) / opening", Unit.PERCENT)
            .better(Better.UP)
            .adds(Adds.RATIO_OF_SUMS, Adds.RATIO_OF_SUMS)
            .movedBy("every convention")
            .edges(
                    "nothing recurred at the opening: undefined",
                    "below 0 where it shrank",
                    "each end is told at its own exchange rate, so that rates are part of the growth",
                    "a segment has what was in it at the opening, and what is in it at the close")
            .reference("Growth of the run rate between two ends, as Stripe and NetSuite define it")
            .build();

    /** The metric; it has no options. */
    public Growth() {}

    @Override
    public MetricDefinition definition() {
        return DEFINITION;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return AccountLines.change(view, cut);
    }

    @Override
    public Reading<Ratio> conclude(Evidence evidence) {
        RunRate opening = evidence.total(Part.OPENING);
        if (opening.signum() <= 0) {
            return nothing();
        }
        return Reading.known(Ratio.of(evidence.total(Part.CLOSING).minus(opening), opening));
    }

    static Reading<Ratio> nothing() {
        return Reading.undefined(
                UndefinedCode.OPENING_ZERO,
                "Nothing recurred at the opening, so there is nothing to grow from. Maybe a span that begins later.");
    }
}
