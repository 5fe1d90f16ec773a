package io.revops.metric.recurring;

import io.revops.ledger.RevenueView;
import io.revops.metric.AccountLines;
import io.revops.metric.Adds;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.Measurement;
import io.revops.metric.Metric;
import io.revops.metric.MetricDefinition;
import io.revops.metric.Reading;
import io.revops.metric.Series;
import io.revops.metric.Unit;
import io.revops.time.Cadence;

/**
 * The movements of each period of a cadence, added up over a span: who churned in March and came back in June shows twice.
 * {@link MrrChange} compares the two ends instead, and differs by kind, never by its opening and closing.
 */
public final class MrrMovements implements Metric<Bridge> {
    private static final MetricDefinition DEFINITION = MetricDefinition.of(
                    "mrr.movements",
                    "MRR movements",
                    "opening + new + expansion + contraction + churn + reactivation + fx = closing",
                    Unit.MONEY_PER_MONTH)
            .adds(Adds.SUM, Adds.SUM)
            .movedBy("basis", "reporting zone", "exchange rates", "reactivation", "free account")
            .edges(
                    "contraction and churn are negative",
                    "an account that changes in a month and changes back does not move, on a net basis",
                    "in a segment, what came from or went to another is segment in and segment out",
                    "an account that was merged into another neither churned nor expanded it: merge out and merge in")
            .reference("The MRR movement table of ChartMogul, ProfitWell and Stripe; rules in docs of the ledger")
            .build();

    private final Cadence cadence;

    private MrrMovements(Cadence cadence) {
        this.cadence = cadence;
    }

    /** The movements of months, added up. */
    public static MrrMovements monthly() {
        return new MrrMovements(Cadence.MONTH);
    }

    /** The movements of another cadence, added up. */
    public MrrMovements every(Cadence other) {
        return new MrrMovements(other);
    }

    @Override
    public MetricDefinition definition() {
        return DEFINITION;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return AccountLines.movements(view, cut, cadence);
    }

    @Override
    public Reading<Bridge> conclude(Evidence evidence) {
        return Reading.known(Bridge.of(evidence));
    }

    @Override
    public Series<Bridge> measureEach(RevenueView view, Cadence periods) {
        java.util.List<Measurement<Bridge>> points = periods.cut(view.span()).stream()
                .map(period -> every(periods).measure(view.during(period)))
                .toList();
        return Series.of(DEFINITION, points);
    }
}
