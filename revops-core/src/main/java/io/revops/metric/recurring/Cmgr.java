package io.revops.metric.recurring;

import io.revops.ledger.RevenueView;
import io.revops.metric.AccountLines;
import io.revops.metric.Adds;
import io.revops.metric.Better;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.Metric;
import io.revops.metric.MetricDefinition;
import io.revops.metric.Months;
import io.revops.metric.Part;
import io.revops.metric.Ratio;
import io.revops.metric.Reading;
import io.revops.metric.Unit;
import io.revops.money.RunRate;
import io.revops.time.Span;

/** The growth a month that, compounded over the last n months before a span's close, leads from the one end to the other. */
public final class Cmgr implements Metric<Ratio> {
    private final Months months;
    private final MetricDefinition definition;

    private Cmgr(Months months) {
        this.months = months;
        definition = MetricDefinition.of(
                        "arr.cmgr",
                        "CMGR, " + months,
                        "(closing / opening) ^ (1 / " + months.count() + ") - 1, of the last " + months
                                + " before the close",
                        Unit.PERCENT)
                .better(Better.UP)
                .adds(Adds.RATIO_OF_SUMS, Adds.RATIO_OF_SUMS)
                .movedBy("every convention")
                .edges(
                        "nothing recurred so many months before the close: undefined",
                        "nothing recurs at the close: -100 %",
                        "the span decides the close alone: its own opening does not matter")
                .reference("Compound monthly growth rate, (close / open) ^ (1 / n) - 1")
                .build();
    }

    /** Over the last twelve months. */
    public static Cmgr trailingYear() {
        return over(Months.of(12));
    }

    /** Over the last so many months. */
    public static Cmgr over(Months months) {
        return new Cmgr(months);
    }

    @Override
    public MetricDefinition definition() {
        return definition;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        Span trailing = Span.of(
                view.span().to().minusMonths(months.count()), view.span().to());
        return AccountLines.change(view.during(trailing), cut);
    }

    @Override
    public Reading<Ratio> conclude(Evidence evidence) {
        RunRate opening = evidence.total(Part.OPENING);
        if (opening.signum() <= 0) {
            return Growth.nothing();
        }
        double grown = evidence.total(Part.CLOSING).ratioTo(opening);
        return Reading.known(new Ratio(StrictMath.pow(grown, 1.0 / months.count()) - 1));
    }
}
