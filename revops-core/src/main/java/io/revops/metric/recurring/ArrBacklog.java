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

/** What lies between one ARR and another: contracted and not live, or contracted and not recurring yet. */
public final class ArrBacklog implements Metric<RunRate> {
    private enum Kind {
        NOT_LIVE,
        GAP
    }

    private final Kind kind;
    private final MetricDefinition definition;

    private ArrBacklog(Kind kind, MetricDefinition definition) {
        this.kind = kind;
        this.definition = definition;
    }

    /** Contracted ARR less live ARR: what is still to be brought live. */
    public static ArrBacklog notLive() {
        return new ArrBacklog(
                Kind.NOT_LIVE,
                ContractedArr.describe(
                                "arr.not-live",
                                "ARR not live",
                                "not live = contracted ARR of what is not live",
                                Unit.MONEY_PER_YEAR)
                        .better(io.revops.metric.Better.DOWN)
                        .adds(Adds.SUM, Adds.SUM)
                        .reference("Contracted ARR less live ARR: the backlog of implementation")
                        .build());
    }

    /** Contracted ARR less ARR: what is signed and has not begun, less what is known to go; below 0 where that is more. */
    public static ArrBacklog gap() {
        return new ArrBacklog(
                Kind.GAP,
                ContractedArr.describe(
                                "arr.contracted.gap",
                                "Contracted ARR less ARR",
                                "signed + notified contraction + notified churn",
                                Unit.MONEY_PER_YEAR)
                        .adds(Adds.SUM, Adds.SUM)
                        .reference("What recurs is behind what is contracted; the difference is to be shown")
                        .build());
    }

    @Override
    public MetricDefinition definition() {
        return definition;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return Contracts.gather(view, cut, RenewalWindow.STANDARD);
    }

    @Override
    public Reading<RunRate> conclude(Evidence evidence) {
        return Reading.known(
                kind == Kind.NOT_LIVE
                        ? evidence.total(Part.NOT_LIVE)
                        : evidence.total(Part.SIGNED)
                                .plus(evidence.total(Part.NOTIFIED_CONTRACTION))
                                .plus(evidence.total(Part.NOTIFIED_CHURN)));
    }
}
