package io.revops.metric.retention;

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

/**
 * How much of what recurred at a span's opening is lost at its close, of the accounts that were active at the opening: what
 * {@link RevenueRetention}, point to point, does not retain.
 */
public final class MrrChurn implements Metric<Ratio> {
    private enum Kind {
        LOST,
        GROSS,
        NET
    }

    private final Kind kind;
    private final MetricDefinition definition;

    private MrrChurn(Kind kind, MetricDefinition definition) {
        this.kind = kind;
        this.definition = definition;
    }

    /** With the accounts that left alone. */
    public static MrrChurn lost() {
        return new MrrChurn(
                Kind.LOST,
                define("churn.mrr", "Revenue churn", "-churn / opening", Adds.NONE)
                        .reference("Churned ARR over opening ARR")
                        .build());
    }

    /** With the accounts that pay less too: 100 % less gross revenue retention. */
    public static MrrChurn gross() {
        return new MrrChurn(
                Kind.GROSS,
                define("churn.mrr.gross", "Gross MRR churn", "-(churn + contraction) / opening", Adds.NONE)
                        .reference("Gross MRR churn rate, as ChartMogul defines it, of the opening's accounts")
                        .build());
    }

    /** Less what the remaining accounts pay more: 100 % less net revenue retention, below 0 where they outgrow the loss. */
    public static MrrChurn net() {
        return new MrrChurn(
                Kind.NET,
                define(
                                "churn.mrr.net",
                                "Net MRR churn",
                                "-(churn + contraction + expansion) / opening",
                                Adds.RATIO_OF_SUMS)
                        .reference("Net MRR churn rate, as ChartMogul defines it, of the opening's accounts")
                        .build());
    }

    private static MetricDefinition.Builder define(String id, String title, String formula, Adds within) {
        return MetricDefinition.of(id, title, formula, Unit.PERCENT)
                .better(Better.DOWN)
                .adds(Adds.RATIO_OF_SUMS, within)
                .movedBy("reporting zone", "free account", "churn timing", "past due")
                .edges(
                        "nothing recurred at the opening: undefined",
                        "it is the rate of the span that is named: a month's is not a twelfth of a year's",
                        "the two ends of each account are compared: who left and returned is not lost",
                        "exchange rates are those of the opening",
                        "a segment holds the accounts that were in it at the opening");
    }

    @Override
    public MetricDefinition definition() {
        return definition;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return AccountLines.cohort(view, cut);
    }

    @Override
    public Reading<Ratio> conclude(Evidence evidence) {
        RunRate opening = evidence.total(Part.OPENING);
        if (opening.signum() <= 0) {
            return nothing();
        }
        RunRate lost = evidence.total(Part.CHURN);
        if (kind != Kind.LOST) {
            lost = lost.plus(evidence.total(Part.CONTRACTION)).plus(evidence.total(Part.SEGMENT_OUT));
        }
        if (kind == Kind.NET) {
            lost = lost.plus(evidence.total(Part.EXPANSION))
                    .plus(evidence.total(Part.NEW))
                    .plus(evidence.total(Part.REACTIVATION))
                    .plus(evidence.total(Part.SEGMENT_IN));
        }
        return Reading.known(Ratio.of(lost.negated(), opening));
    }

    static Reading<Ratio> nothing() {
        return Reading.undefined(
                UndefinedCode.OPENING_ZERO,
                "Nothing recurred at the opening, so nothing could be lost. Maybe a span that begins later.");
    }
}
