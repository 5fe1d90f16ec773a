package io.revops.metric.retention;

import io.revops.book.ChurnCause;
import io.revops.ledger.RevenueView;
import io.revops.metric.Adds;
import io.revops.metric.Better;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.Metric;
import io.revops.metric.MetricDefinition;
import io.revops.metric.Reading;
import io.revops.metric.Unit;
import io.revops.money.RunRate;

/** Churned MRR of the accounts that wanted to leave, that did not, or of which nobody knows; as a negative amount. */
public final class CausedChurn implements Metric<RunRate> {
    private final String cause;
    private final MetricDefinition definition;

    private CausedChurn(String cause) {
        this.cause = cause;
        definition = MetricDefinition.of(
                        "mrr.churned." + cause,
                        "Churned MRR, " + (cause.equals(ChurnLabel.UNKNOWN) ? "cause unknown" : cause),
                        "sum over months of churn whose cause is " + cause + ", as a negative amount",
                        Unit.MONEY_PER_MONTH)
                .better(Better.UP)
                .adds(Adds.SUM, Adds.SUM)
                .movedBy("basis", "reporting zone", "exchange rates", "free account", "churn timing", "past due")
                .edges(
                        "no such churn: 0",
                        "the cause is that of the subscription's ending, else of the cancellation that ends it",
                        "voluntary, involuntary and unknown together are churned MRR",
                        "the view has no book: undefined")
                .reference("Involuntary: ended because a payment failed, and nobody decided to leave")
                .build();
    }

    /** Whose customers decided to leave. */
    public static CausedChurn voluntary() {
        return new CausedChurn(ChurnLabel.word(ChurnCause.VOLUNTARY));
    }

    /** Whose payments failed. */
    public static CausedChurn involuntary() {
        return new CausedChurn(ChurnLabel.word(ChurnCause.INVOLUNTARY));
    }

    /** Of which nobody wrote why. */
    public static CausedChurn ofUnknownCause() {
        return new CausedChurn(ChurnLabel.UNKNOWN);
    }

    @Override
    public MetricDefinition definition() {
        return definition;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return LabelledChurn.monthly(view, cut, ChurnLabel.CAUSE);
    }

    @Override
    public Reading<RunRate> conclude(Evidence evidence) {
        return Reading.known(LabelledChurn.churn(evidence, cause));
    }
}
