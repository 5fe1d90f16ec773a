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
import io.revops.metric.Series;
import io.revops.metric.Unit;
import io.revops.money.RunRate;
import io.revops.time.Cadence;
import java.util.List;
import java.util.Objects;

/**
 * Expansion by its size: the minor, an uplift at the renewal or a few seats more, and the major, which somebody had to sell.
 * Together they are expansion MRR, exactly.
 */
public final class SizedExpansion implements Metric<RunRate> {
    private final MetricDefinition definition;
    private final Part<RunRate> part;
    private final MinorUpTo limit;
    private final Cadence cadence;

    private SizedExpansion(Part<RunRate> part, MinorUpTo limit, Cadence cadence) {
        this.part = part;
        this.limit = limit;
        this.cadence = cadence;
        boolean minor = part.equals(Part.MINOR_EXPANSION);
        definition = MetricDefinition.of(
                        minor ? "mrr.expansion.minor" : "mrr.expansion.major",
                        minor ? "Minor expansion MRR" : "Major expansion MRR",
                        "sum over months of expansion " + (minor ? "up to " : "above ") + limit
                                + " of what the unit was worth before it",
                        Unit.MONEY_PER_MONTH)
                .better(Better.UP)
                .adds(Adds.SUM, Adds.NONE)
                .movedBy("basis", "grain", "reporting zone", "exchange rates", "free account")
                .edges(
                        "no such expansion: 0",
                        "exactly " + limit + " is minor",
                        "several expansions of a unit in a month are one",
                        "what came into the unit in the month, new, returned or merged, was there before it expanded",
                        "a segment of accounts holds those that are in it at the close of the span")
                .reference("Minor and major expansion, as renewal uplift is told from sales; the limit is a convention")
                .build();
    }

    /** Expansion of at most ten per cent. */
    public static SizedExpansion minor() {
        return new SizedExpansion(Part.MINOR_EXPANSION, MinorUpTo.TEN_PERCENT, Cadence.MONTH);
    }

    /** Expansion of more than ten per cent. */
    public static SizedExpansion major() {
        return new SizedExpansion(Part.MAJOR_EXPANSION, MinorUpTo.TEN_PERCENT, Cadence.MONTH);
    }

    /** The same with another limit between the two. */
    public SizedExpansion with(MinorUpTo other) {
        return new SizedExpansion(part, Objects.requireNonNull(other, "other"), cadence);
    }

    @Override
    public MetricDefinition definition() {
        return definition;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return ExpansionSizes.gather(view, cut, cadence, limit);
    }

    @Override
    public Reading<RunRate> conclude(Evidence evidence) {
        return Reading.known(evidence.total(part));
    }

    @Override
    public Series<RunRate> measureEach(RevenueView view, Cadence periods) {
        SizedExpansion each = new SizedExpansion(part, limit, periods);
        return Series.of(
                definition,
                List.copyOf(periods.cut(view.span()).stream()
                        .map(p -> each.measure(view.during(p)))
                        .toList()));
    }
}
