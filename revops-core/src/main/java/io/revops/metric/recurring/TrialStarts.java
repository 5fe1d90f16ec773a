package io.revops.metric.recurring;

import io.revops.ledger.RevenueView;
import io.revops.metric.Adds;
import io.revops.metric.Better;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.Metric;
import io.revops.metric.MetricDefinition;
import io.revops.metric.Part;
import io.revops.metric.Reading;
import io.revops.metric.Unit;

/** How many subscriptions began a trial in a span. */
public final class TrialStarts implements Metric<Long> {
    private static final MetricDefinition DEFINITION = MetricDefinition.of(
                    "trial.starts", "Trials started", "trials that began in the span", Unit.SUBSCRIPTIONS)
            .better(Better.UP)
            .adds(Adds.SUM, Adds.SUM)
            .movedBy("reporting zone")
            .edges(
                    "none began: 0",
                    "a subscription has one trial, its first; a free time after it was paid for is none",
                    "a subscription of several products counts with its first item",
                    "the view has no book: undefined")
            .reference("Trials that began in a period, by subscription")
            .build();

    /** The metric; it has no options. */
    public TrialStarts() {}

    @Override
    public MetricDefinition definition() {
        return DEFINITION;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return Trials.gather(view, cut);
    }

    @Override
    public Reading<Long> conclude(Evidence evidence) {
        return Reading.known(evidence.total(Part.TRIALS_STARTED));
    }
}
