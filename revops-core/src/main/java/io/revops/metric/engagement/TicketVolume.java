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

/** How many tickets were opened in a span. */
public final class TicketVolume implements Metric<Long> {
    private static final MetricDefinition DEFINITION = MetricDefinition.of(
                    "tickets.opened", "Tickets opened", "tickets opened in the span", Unit.TICKETS)
            .better(Better.NEITHER)
            .adds(Adds.SUM, Adds.NONE)
            .movedBy("reporting zone")
            .edges(
                    "no ticket was known by the close: undefined, as its source may not have been read",
                    "tickets are known, and none was opened in the span: 0",
                    "a ticket that was deleted by the close does not count",
                    "a ticket of no account, by itself or through its contact, is in the segment (not set)",
                    "the view has no book: undefined")
            .reference("Tickets created in the period")
            .build();

    /** The metric; it has no options. */
    public TicketVolume() {}

    @Override
    public MetricDefinition definition() {
        return DEFINITION;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return TicketLines.gather(
                view,
                cut,
                ticket -> true,
                "No ticket is known",
                TicketLines.Seen::isOpenedInSpan,
                (ticket, line) -> line.units(Part.TICKETS, 1));
    }

    @Override
    public Reading<Long> conclude(Evidence evidence) {
        return Reading.known(evidence.total(Part.TICKETS));
    }
}
