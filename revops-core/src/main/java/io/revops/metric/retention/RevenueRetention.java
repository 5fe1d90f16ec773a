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
 * How much of the recurring revenue of a span's opening is there at its close, from the accounts that were active at the
 * opening and from no others.
 *
 * <p>Net counts expansion, gross does not. Point to point compares the two ends of each account; flow adds up the movements of
 * its months, without reactivation: an account that churns and returns is retained in the first, and lost in the second.
 */
public final class RevenueRetention implements Metric<Ratio> {
    private enum Kind {
        NET,
        GROSS
    }

    private enum Form {
        POINT_TO_POINT,
        FLOW
    }

    private final Kind kind;
    private final Form form;
    private final MetricDefinition definition;

    private RevenueRetention(Kind kind, Form form, MetricDefinition definition) {
        this.kind = kind;
        this.form = form;
        this.definition = definition;
    }

    /** Net revenue retention, point to point. */
    public static RevenueRetention net() {
        return new RevenueRetention(
                Kind.NET,
                Form.POINT_TO_POINT,
                define(
                                "retention.net",
                                "Net revenue retention",
                                "(opening + expansion + contraction + churn) / opening")
                        .adds(Adds.RATIO_OF_SUMS, Adds.RATIO_OF_SUMS)
                        .reference("Net dollar retention as Confluent's and GitLab's registration statements define it")
                        .build());
    }

    /** Gross revenue retention, point to point: per account, never more than there was at the opening. */
    public static RevenueRetention gross() {
        return new RevenueRetention(
                Kind.GROSS,
                Form.POINT_TO_POINT,
                define("retention.gross", "Gross revenue retention", "(opening + contraction + churn) / opening")
                        .adds(Adds.RATIO_OF_SUMS, Adds.NONE)
                        .reference(
                                "Sum over accounts of the smaller of the two ends, over the opening; SaaS Metrics Standards")
                        .build());
    }

    /** Net revenue retention from the movements of each month. */
    public static RevenueRetention netFlow() {
        return new RevenueRetention(
                Kind.NET,
                Form.FLOW,
                define(
                                "retention.net.flow",
                                "Net revenue retention, flow",
                                "(opening + expansion + contraction + churn) / opening, month by month, without reactivation")
                        .adds(Adds.RATIO_OF_SUMS, Adds.NONE)
                        .reference("Net revenue retention from the movement table, as NetSuite describes it")
                        .build());
    }

    /** Gross revenue retention from the movements of each month; below 0 if accounts lose again and again. */
    public static RevenueRetention grossFlow() {
        return new RevenueRetention(
                Kind.GROSS,
                Form.FLOW,
                define(
                                "retention.gross.flow",
                                "Gross revenue retention, flow",
                                "(opening + contraction + churn) / opening, month by month")
                        .adds(Adds.RATIO_OF_SUMS, Adds.NONE)
                        .reference("Gross revenue retention from the movement table, as NetSuite describes it")
                        .build());
    }

    private static MetricDefinition.Builder define(String id, String title, String formula) {
        return MetricDefinition.of(id, title, formula, Unit.PERCENT)
                .better(Better.UP)
                .movedBy("basis", "reporting zone", "free account", "churn timing")
                .edges(
                        "nothing recurred at the opening: undefined",
                        "an account that came after the opening is left out, with all that it did",
                        "exchange rates are those of the opening, so that they neither retain nor lose",
                        "a segment holds the accounts that were in it at the opening");
    }

    @Override
    public MetricDefinition definition() {
        return definition;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return form == Form.FLOW ? AccountLines.cohortMonthly(view, cut) : AccountLines.cohort(view, cut);
    }

    @Override
    public Reading<Ratio> conclude(Evidence evidence) {
        RunRate opening = evidence.total(Part.OPENING);
        if (opening.signum() <= 0) {
            return Reading.undefined(
                    UndefinedCode.OPENING_ZERO,
                    "Nothing recurred at the opening, so nothing could be retained. Maybe a span that begins later.");
        }
        RunRate kept = opening.plus(evidence.total(Part.CONTRACTION)).plus(evidence.total(Part.CHURN));
        if (kind == Kind.NET) {
            kept = kept.plus(evidence.total(Part.EXPANSION))
                    .plus(evidence.total(Part.SEGMENT_IN))
                    .plus(evidence.total(Part.SEGMENT_OUT));
            if (form == Form.POINT_TO_POINT) {
                kept = kept.plus(evidence.total(Part.NEW)).plus(evidence.total(Part.REACTIVATION));
            }
        } else {
            kept = kept.plus(evidence.total(Part.SEGMENT_OUT));
        }
        return Reading.known(Ratio.of(kept, opening));
    }
}
