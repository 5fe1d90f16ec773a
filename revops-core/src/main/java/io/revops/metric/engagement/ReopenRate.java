package io.revops.metric.engagement;

import io.revops.ledger.RevenueView;
import io.revops.metric.Adds;
import io.revops.metric.Better;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.Metric;
import io.revops.metric.MetricDefinition;
import io.revops.metric.Part;
import io.revops.metric.Proportion;
import io.revops.metric.Reading;
import io.revops.metric.Unit;

/** The share of the tickets solved in a span that had been opened again by its close, with its interval. */
public final class ReopenRate implements Metric<Proportion> {
    private static final MetricDefinition DEFINITION = MetricDefinition.of(
                    "tickets.reopen-rate",
                    "Reopen rate",
                    "reopened tickets / solved tickets, of those that were solved for the first time in the span",
                    Unit.PERCENT)
            .better(Better.DOWN)
            .adds(Adds.RATIO_OF_SUMS, Adds.NONE)
            .movedBy("reporting zone")
            .edges(
                    "no ticket was solved in the span: undefined",
                    "reopened: any status after that but solved, resolved, closed, done and deleted, by the close, once or often",
                    "a ticket whose end is all that is written does not count, as its way is not told; how many there are is in "
                            + "the evidence",
                    "what was solved on the last days has had little time to come back: a longer span says more",
                    "a ticket that was deleted by the close does not count",
                    "the view has no book: undefined")
            .reference("Reopened over solved tickets; interval: Wilson 1927")
            .build();

    /** The metric; it has no options. */
    public ReopenRate() {}

    @Override
    public MetricDefinition definition() {
        return DEFINITION;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return TicketLines.gather(
                view,
                cut,
                ticket -> ticket.history().hasStatus(),
                "No ticket has a status",
                ticket ->
                        ticket.history().firstSolved().filter(ticket::isDuring).isPresent(),
                (ticket, line) -> {
                    boolean told = ticket.history().tellsItsWay();
                    line.units(Part.REOPENED_TICKETS, ticket.history().isReopened() ? 1 : 0)
                            .units(Part.SOLVED_TICKETS, told ? 1 : 0)
                            .units(Part.TICKETS_WITHOUT_HISTORY, told ? 0 : 1);
                });
    }

    @Override
    public Reading<Proportion> conclude(Evidence evidence) {
        return TicketLines.share(
                evidence,
                Part.REOPENED_TICKETS,
                Part.SOLVED_TICKETS,
                "No ticket was solved in the span, so none could come back. Maybe a longer span.",
                "were solved");
    }
}
