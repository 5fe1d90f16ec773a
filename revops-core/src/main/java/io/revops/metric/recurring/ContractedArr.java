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

/** What is under contract per year at the close of a span: what recurs then, and what is signed, less what is known to go. */
public final class ContractedArr implements Metric<RunRate> {
    private static final MetricDefinition DEFINITION = describe(
                    "arr.contracted",
                    "Contracted ARR",
                    "closing + signed + notified contraction + notified churn",
                    Unit.MONEY_PER_YEAR)
            .adds(Adds.SUM, Adds.SUM)
            .reference(
                    "CARR: ARR plus signed and not yet live, less known churn and contraction; SaaS Metrics Standards")
            .build();

    /** The metric; it has no options. */
    public ContractedArr() {}

    static MetricDefinition.Builder describe(String id, String title, String formula, Unit unit) {
        return MetricDefinition.of(id, title, formula, unit)
                .better(Better.UP)
                .movedBy("every convention")
                .edges(
                        "signed: a subscription with a signature before the close that was never worth anything; it counts with what "
                                + "it is worth when it begins. Without a signature it counts from its beginning",
                        "notified churn: all of a subscription whose cancellation was asked for before the close, was not taken back by "
                                + "then and ends later, or whose later end was recorded before the close",
                        "notified contraction: from what it is worth now to the least that the changes bring which were recorded before "
                                + "the close and take effect later",
                        "a later rise is not counted before it takes effect, nor is an end or a change that nobody had recorded",
                        "live: as the subscription says (go_live), else its account (live_since), else if it is worth something",
                        "the view has no book: undefined");
    }

    @Override
    public MetricDefinition definition() {
        return DEFINITION;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return Contracts.gather(view, cut, RenewalWindow.STANDARD);
    }

    @Override
    public Reading<RunRate> conclude(Evidence evidence) {
        return Reading.known(evidence.total(Part.CLOSING)
                .plus(evidence.total(Part.SIGNED))
                .plus(evidence.total(Part.NOTIFIED_CONTRACTION))
                .plus(evidence.total(Part.NOTIFIED_CHURN)));
    }
}
