package io.revops.metric.bookings;

import io.revops.ledger.RevenueView;
import io.revops.metric.Adds;
import io.revops.metric.Better;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.Metric;
import io.revops.metric.MetricDefinition;
import io.revops.metric.Part;
import io.revops.metric.Reading;
import io.revops.metric.Unit;
import io.revops.money.Money;

/**
 * Remaining performance obligation: what customers are bound to pay for and have not yet had, at the close of a span, from the
 * terms that are running or signed; all of it, or of the next twelve months.
 *
 * <p>As priced, each month counts what it costs, so that a ramp is low at first; spread evenly, every month of a term counts the
 * same, as revenue that is recognised straight-line. Over the whole term both are one amount.
 */
public final class RemainingObligation implements Metric<Money> {
    private final MetricDefinition definition;
    private final Part<Money> part;

    private RemainingObligation(MetricDefinition definition, Part<Money> part) {
        this.definition = definition;
        this.part = part;
    }

    /** All that remains, each month at its price. */
    public static RemainingObligation asPriced() {
        return of("rpo", "RPO", Part.REMAINING, "what the rest of running and signed terms costs");
    }

    /** What remains of the next twelve months, each month at its price. */
    public static RemainingObligation currentAsPriced() {
        return of(
                "rpo.current",
                "Current RPO",
                Part.REMAINING_YEAR,
                "what the rest of running and signed terms costs in the twelve months after the close");
    }

    /** All that remains, with each term spread evenly. */
    public static RemainingObligation straightLine() {
        return of(
                "rpo.straight-line",
                "RPO, straight-line",
                Part.REMAINING_EVENLY,
                "what running and signed terms cost, times the share of each term that remains");
    }

    /** What remains of the next twelve months, with each term spread evenly. */
    public static RemainingObligation currentStraightLine() {
        return of(
                "rpo.straight-line.current",
                "Current RPO, straight-line",
                Part.REMAINING_YEAR_EVENLY,
                "what running and signed terms cost, times the share of each term in the twelve months after the close");
    }

    private static RemainingObligation of(String id, String title, Part<Money> part, String formula) {
        return new RemainingObligation(
                MetricDefinition.of(id, title, part.name() + ": " + formula, Unit.MONEY)
                        .better(Better.UP)
                        .adds(Adds.SUM, Adds.SUM)
                        .movedBy("every convention")
                        .edges(
                                "nobody is bound: 0",
                                "a subscription without a term is not bound, nor one that goes on after a term that ends unless it is "
                                        + "renewed; explain counts them",
                                "signed and not yet begun: its first term, from the day of signature on",
                                "what is still to change counts if it was recorded before the close, or, where no recording is written, "
                                        + "if a price changes on an anniversary of the start: a step of a ramp",
                                "a term is taken as binding to its end, unless an earlier end is known",
                                "charges that are paid once are not in it",
                                "the view has no book: undefined")
                        .reference("ASC 606-10-50-13: transaction price of unsatisfied performance obligations")
                        .build(),
                part);
    }

    @Override
    public MetricDefinition definition() {
        return definition;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return Obligations.gather(view, cut);
    }

    @Override
    public Reading<Money> conclude(Evidence evidence) {
        return Reading.known(evidence.total(part));
    }
}
