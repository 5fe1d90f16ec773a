package io.revops.metric.recurring;

import io.revops.ledger.RevenueView;
import io.revops.metric.AccountLines;
import io.revops.metric.Adds;
import io.revops.metric.Better;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.Line;
import io.revops.metric.Metric;
import io.revops.metric.MetricDefinition;
import io.revops.metric.Part;
import io.revops.metric.Ratio;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import io.revops.metric.Unit;
import io.revops.money.RunRate;

/** The share of what recurs at the close of a span that the n largest accounts pay. */
public final class TopShare implements Metric<Ratio> {
    private final TopN top;
    private final MetricDefinition definition;

    private TopShare(TopN top) {
        this.top = top;
        definition = MetricDefinition.of(
                        "concentration.top",
                        "Share of the " + top.count() + " largest accounts",
                        "closing of the " + top.count() + " accounts with the largest closing / closing",
                        Unit.PERCENT)
                .better(Better.DOWN)
                .adds(Adds.NONE, Adds.NONE)
                .movedBy("every convention")
                .edges(
                        "nothing recurs at the close: undefined",
                        "fewer accounts than that: 100 %",
                        "in a segment, the largest of that segment")
                .reference("Customer concentration as it is disclosed in registration statements")
                .build();
    }

    /** Of the ten largest. */
    public static TopShare ofTen() {
        return of(TopN.of(10));
    }

    /** Of so many. */
    public static TopShare of(TopN top) {
        return new TopShare(top);
    }

    @Override
    public MetricDefinition definition() {
        return definition;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return AccountLines.atClose(view, cut);
    }

    @Override
    public Reading<Ratio> conclude(Evidence evidence) {
        RunRate all = evidence.total(Part.CLOSING);
        if (all.signum() <= 0) {
            return nothing();
        }
        RunRate largest = RunRate.zero(all.currency());
        for (Line line : evidence.top(top.count(), Part.CLOSING)) {
            largest = largest.plus(line.get(Part.CLOSING));
        }
        return Reading.known(Ratio.of(largest, all));
    }

    static Reading<Ratio> nothing() {
        return Reading.undefined(
                UndefinedCode.NOTHING_RECURS,
                "Nothing recurs at the close, so nothing has a share of it. Maybe a span that ends earlier.");
    }
}
