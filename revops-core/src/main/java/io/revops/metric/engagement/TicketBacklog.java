package io.revops.metric.engagement;

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

/** How many tickets are open at the close of a span, whenever they were opened. */
public final class TicketBacklog implements Metric<Long> {
    private static final MetricDefinition DEFINITION = MetricDefinition.of(
                    "tickets.backlog", "Ticket backlog", "open tickets at the close of the span", Unit.TICKETS)
            .better(Better.DOWN)
            .adds(Adds.SUM, Adds.NONE)
            .movedBy("reporting zone")
            .edges(
                    "no ticket was known by the close: undefined, as its source may not have been read",
                    "no ticket has a status: undefined, as nobody can tell which are open",
                    "open: the last status before the close is not solved, resolved, closed, done or deleted",
                    "a ticket without a status, where others have one, was opened and nothing else: open",
                    "a ticket of no account, by itself or through its contact, is in the segment (not set)",
                    "the view has no book: undefined")
            .reference("Unsolved tickets at the end of the period")
            .build();

    /** The metric; it has no options. */
    public TicketBacklog() {}

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
                ticket -> ticket.history().isOpen(),
                (ticket, line) -> line.units(Part.OPEN_TICKETS, 1));
    }

    @Override
    public Reading<Long> conclude(Evidence evidence) {
        return Reading.known(evidence.total(Part.OPEN_TICKETS));
    }
}
