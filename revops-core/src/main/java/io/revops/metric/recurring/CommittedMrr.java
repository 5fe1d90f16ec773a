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
import io.revops.money.RunRate;

/** MRR with every change that is already scheduled at the close of a span, up to a horizon: what it will be if nothing else happens. */
public final class CommittedMrr implements Metric<RunRate> {
    private final CommitmentHorizon horizon;
    private final MetricDefinition definition;

    private CommittedMrr(CommitmentHorizon horizon) {
        this.horizon = horizon;
        definition = MetricDefinition.of(
                        "mrr.committed",
                        "Committed MRR in " + horizon,
                        "closing + scheduled new + scheduled expansion + scheduled contraction + scheduled churn",
                        Unit.MONEY_PER_MONTH)
                .better(Better.UP)
                .adds(Adds.SUM, Adds.SUM)
                .movedBy("every convention")
                .edges(
                        "scheduled: recorded before the close, or, where no recording is written, in effect before it; it takes "
                                + "effect within " + horizon + " of the close",
                        "a signed subscription that was never worth anything counts with what it begins with, if it begins by then",
                        "a known end counts until it is taken back; an end or a change that nobody had recorded does not",
                        "a trial does not count before it is paid for, unless it was signed",
                        "the view has no book: undefined")
                .reference("CMRR: MRR plus signed and not yet live, plus and less what is scheduled; Bessemer")
                .build();
    }

    /** Within a year. */
    public static CommittedMrr standard() {
        return within(CommitmentHorizon.STANDARD);
    }

    /** Within so many days. */
    public static CommittedMrr within(CommitmentHorizon horizon) {
        return new CommittedMrr(horizon);
    }

    @Override
    public MetricDefinition definition() {
        return definition;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return Contracts.gather(view, cut, horizon);
    }

    @Override
    public Reading<RunRate> conclude(Evidence evidence) {
        return Reading.known(evidence.total(Part.CLOSING)
                .plus(evidence.total(Part.SCHEDULED_NEW))
                .plus(evidence.total(Part.SCHEDULED_EXPANSION))
                .plus(evidence.total(Part.SCHEDULED_CONTRACTION))
                .plus(evidence.total(Part.SCHEDULED_CHURN)));
    }
}
