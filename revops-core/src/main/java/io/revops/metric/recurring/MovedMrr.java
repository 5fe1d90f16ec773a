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
import io.revops.metric.Series;
import io.revops.metric.Unit;
import io.revops.money.RunRate;
import io.revops.time.Cadence;
import java.util.List;

/** One kind of movement, added up over the months of a span: new, expansion, contraction, churn or reactivation. */
public final class MovedMrr implements Metric<RunRate> {
    private final MetricDefinition definition;
    private final Part<RunRate> part;
    private final Cadence cadence;

    private MovedMrr(MetricDefinition definition, Part<RunRate> part, Cadence cadence) {
        this.definition = definition;
        this.part = part;
        this.cadence = cadence;
    }

    /** What accounts bring that never paid before. */
    public static MovedMrr ofNew() {
        return of(
                "mrr.new", "New MRR", Part.NEW, Better.UP, Adds.SUM, "became active in a month and never paid before");
    }

    /** What accounts bring that pay more. */
    public static MovedMrr ofExpansion() {
        return of(
                "mrr.expansion", "Expansion MRR", Part.EXPANSION, Better.UP, Adds.NONE, "pay more than a month before");
    }

    /** What is lost from accounts that pay less, as a negative amount. */
    public static MovedMrr ofContraction() {
        return of(
                "mrr.contraction",
                "Contraction MRR",
                Part.CONTRACTION,
                Better.UP,
                Adds.NONE,
                "pay less than a month before, as a negative amount");
    }

    /** What is lost from accounts that pay no more, as a negative amount. */
    public static MovedMrr ofChurn() {
        return of(
                "mrr.churned",
                "Churned MRR",
                Part.CHURN,
                Better.UP,
                Adds.SUM,
                "paid a month before and pay nothing, as a negative amount");
    }

    /** What accounts bring that pay again. */
    public static MovedMrr ofReactivation() {
        return of(
                "mrr.reactivation",
                "Reactivation MRR",
                Part.REACTIVATION,
                Better.UP,
                Adds.SUM,
                "pay again after they churned");
    }

    private static MovedMrr of(
            String id, String title, Part<RunRate> part, Better better, Adds withinAccounts, String who) {
        MetricDefinition definition = MetricDefinition.of(
                        id, title, "sum over months of " + part.name() + ": accounts that " + who, Unit.MONEY_PER_MONTH)
                .better(better)
                .adds(Adds.SUM, withinAccounts)
                .movedBy("basis", "reporting zone", "exchange rates", "reactivation", "free account")
                .edges(
                        "no such movement: 0",
                        "a segment of accounts holds those that are in it at the close of the span")
                .reference("The row of the same name in the MRR movement table")
                .build();
        return new MovedMrr(definition, part, Cadence.MONTH);
    }

    @Override
    public MetricDefinition definition() {
        return definition;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return AccountLines.movementsOfAccounts(view, cut, cadence);
    }

    @Override
    public Reading<RunRate> conclude(Evidence evidence) {
        return Reading.known(evidence.total(part));
    }

    @Override
    public Series<RunRate> measureEach(RevenueView view, Cadence periods) {
        MovedMrr each = new MovedMrr(definition, part, periods);
        return Series.of(
                definition,
                List.copyOf(periods.cut(view.span()).stream()
                        .map(p -> each.measure(view.during(p)))
                        .toList()));
    }
}
