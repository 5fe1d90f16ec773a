package io.revops.metric.retention;

import io.revops.book.ChurnCause;
import io.revops.ledger.RevenueView;
import io.revops.metric.Adds;
import io.revops.metric.Better;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.Metric;
import io.revops.metric.MetricDefinition;
import io.revops.metric.Part;
import io.revops.metric.Ratio;
import io.revops.metric.Reading;
import io.revops.metric.Unit;
import io.revops.money.RunRate;

/** Which share of what recurred at a span's opening was lost with accounts that wanted to leave, or that did not. */
public final class CausedChurnRate implements Metric<Ratio> {
    private final String cause;
    private final MetricDefinition definition;

    private CausedChurnRate(String cause) {
        this.cause = cause;
        definition = MetricDefinition.of(
                        "churn.mrr." + cause,
                        "Revenue churn, " + (cause.equals(ChurnLabel.UNKNOWN) ? "cause unknown" : cause),
                        "-churn whose cause is " + cause + " / opening",
                        Unit.PERCENT)
                .better(Better.DOWN)
                .adds(Adds.RATIO_OF_SUMS, Adds.NONE)
                .movedBy("reporting zone", "free account", "churn timing", "past due")
                .edges(
                        "nothing recurred at the opening: undefined",
                        "voluntary, involuntary and unknown together are revenue churn",
                        "of the accounts active at the opening; the two ends are compared, at the opening's exchange rates",
                        "the view has no book: undefined")
                .reference("Involuntary churned MRR over opening MRR")
                .build();
    }

    /** Whose customers decided to leave. */
    public static CausedChurnRate voluntary() {
        return new CausedChurnRate(ChurnLabel.word(ChurnCause.VOLUNTARY));
    }

    /** Whose payments failed. */
    public static CausedChurnRate involuntary() {
        return new CausedChurnRate(ChurnLabel.word(ChurnCause.INVOLUNTARY));
    }

    /** Of which nobody wrote why. */
    public static CausedChurnRate ofUnknownCause() {
        return new CausedChurnRate(ChurnLabel.UNKNOWN);
    }

    @Override
    public MetricDefinition definition() {
        return definition;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return LabelledChurn.cohort(view, cut, ChurnLabel.CAUSE);
    }

    @Override
    public Reading<Ratio> conclude(Evidence evidence) {
        RunRate opening = evidence.total(Part.OPENING);
        if (opening.signum() <= 0) {
            return MrrChurn.nothing();
        }
        return Reading.known(Ratio.of(LabelledChurn.churn(evidence, cause).negated(), opening));
    }
}
