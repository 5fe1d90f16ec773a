package io.revops.metric.recurring;

import io.revops.ledger.RevenueView;
import io.revops.metric.Adds;
import io.revops.metric.Better;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.Metric;
import io.revops.metric.MetricDefinition;
import io.revops.metric.Part;
import io.revops.metric.Proportion;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import io.revops.metric.Unit;

/** The share of the trials that ended in a span whose subscription is worth something from then on, with its interval. */
public final class TrialConversion implements Metric<Proportion> {
    private static final MetricDefinition DEFINITION = MetricDefinition.of(
                    "trial.conversion",
                    "Trial conversion",
                    "trials converted / trials ended, of the trials that ended in the span",
                    Unit.PERCENT)
            .better(Better.UP)
            .adds(Adds.RATIO_OF_SUMS, Adds.RATIO_OF_SUMS)
            .movedBy("every convention")
            .edges(
                    "no trial ended: undefined",
                    "a trial ends with its time, or with its subscription if that is earlier",
                    "converted: worth something at once when the trial is over; who pays later is not",
                    "a free time after it was paid for is no trial",
                    "the view has no book: undefined")
            .reference("Converted over ended, by the month in which the trial ends; interval: Wilson 1927")
            .build();

    /** The metric; it has no options. */
    public TrialConversion() {}

    @Override
    public MetricDefinition definition() {
        return DEFINITION;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return Trials.gather(view, cut);
    }

    @Override
    public Reading<Proportion> conclude(Evidence evidence) {
        long ended = evidence.total(Part.TRIALS_ENDED);
        return ended == 0
                ? Reading.undefined(
                        UndefinedCode.NO_TRIALS,
                        "No trial ended in the span, so there is no share. Maybe a longer span.")
                : Reading.known(new Proportion(evidence.total(Part.TRIALS_CONVERTED), ended));
    }
}
