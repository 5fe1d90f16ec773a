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
import io.revops.metric.Reading;
import io.revops.metric.Unit;
import io.revops.money.RunRate;

/** What the accounts of a span's opening brought more than they took away; over the opening it is NRR less 100 %. */
public final class NetExpansion implements Metric<RunRate> {
    private static final MetricDefinition DEFINITION = MetricDefinition.of(
                    "mrr.expansion.net",
                    "Net expansion",
                    "expansion + contraction + churn, of the accounts active at the opening",
                    Unit.MONEY_PER_MONTH)
            .better(Better.UP)
            .adds(Adds.SUM, Adds.SUM)
            .movedBy("reporting zone", "free account", "churn timing")
            .edges(
                    "nothing recurred at the opening: 0",
                    "contraction and churn are negative",
                    "the two ends of each account are compared; who came after the opening is left out",
                    "exchange rates are those of the opening, so that they neither expand nor contract",
                    "a segment holds the accounts that were in it at the opening")
            .reference("Expansion less churn, as unified metrics frameworks define it; its ratio is NRR less 100 %")
            .build();

    /** The metric; it has no options. */
    public NetExpansion() {}

    @Override
    public MetricDefinition definition() {
        return DEFINITION;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return AccountLines.cohort(view, cut);
    }

    @Override
    public Reading<RunRate> conclude(Evidence evidence) {
        return Reading.known(of(evidence));
    }

    /** In a segment that splits accounts, what moved between it and the others is part of it. */
    static RunRate of(Evidence evidence) {
        return evidence.total(Part.EXPANSION)
                .plus(evidence.total(Part.CONTRACTION))
                .plus(evidence.total(Part.CHURN))
                .plus(evidence.total(Part.NEW))
                .plus(evidence.total(Part.REACTIVATION))
                .plus(evidence.total(Part.SEGMENT_IN))
                .plus(evidence.total(Part.SEGMENT_OUT));
    }
}
