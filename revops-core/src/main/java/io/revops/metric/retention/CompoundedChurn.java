package io.revops.metric.retention;

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

/**
 * Revenue churn of the last months before a span's close, told for another number of months: a month of a year, a year of a
 * quarter. What is lost compounds, so that twelve times a month's churn is no year's.
 */
public final class CompoundedChurn implements Metric<Ratio> {
    private final Months over;
    private final Months told;
    private final MetricDefinition definition;

    private CompoundedChurn(String id, String title, Months over, Months told) {
        this.over = over;
        this.told = told;
        definition = MetricDefinition.of(
                        id,
                        title,
                        "1 - (1 + churn / opening) ^ (" + told.count() + " / " + over.count() + "), of the last " + over
                                + " before the close",
                        Unit.PERCENT)
                .better(Better.DOWN)
                .adds(Adds.RATIO_OF_SUMS, Adds.NONE)
                .movedBy("reporting zone", "free account", "churn timing", "past due")
                .edges(
                        "nothing recurred so many months before the close: undefined",
                        "everything was lost: 100 %",
                        "the span decides the close alone: its own opening does not matter",
                        "exchange rates are those of the opening")
                .reference("Churn compounds: 1 - (1 - c) ^ (months told / months measured), never c x 12")
                .build();
    }

    /** The churn a month that, compounded, loses what was lost over so many months. */
    public static CompoundedChurn monthly(Months over) {
        return new CompoundedChurn("churn.mrr.monthly", "Revenue churn a month, of " + over, over, Months.of(1));
    }

    /** What would be lost in a year if it went on as over so many months. */
    public static CompoundedChurn annualised(Months over) {
        return new CompoundedChurn("churn.mrr.annualised", "Revenue churn a year, of " + over, over, Months.of(12));
    }

    @Override
    public MetricDefinition definition() {
        return definition;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        Span trailing =
                Span.of(view.span().to().minusMonths(over.count()), view.span().to());
        return AccountLines.cohort(view.during(trailing), cut);
    }

    @Override
    public Reading<Ratio> conclude(Evidence evidence) {
        RunRate opening = evidence.total(Part.OPENING);
        if (opening.signum() <= 0) {
            return MrrChurn.nothing();
        }
        double kept = opening.plus(evidence.total(Part.CHURN)).ratioTo(opening);
        return Reading.known(new Ratio(1 - StrictMath.pow(kept, (double) told.count() / over.count())));
    }
}
