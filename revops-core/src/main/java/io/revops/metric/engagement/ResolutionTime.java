package io.revops.metric.engagement;

import io.revops.ledger.RevenueView;
import io.revops.metric.Adds;
import io.revops.metric.Better;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.MedianWait;
import io.revops.metric.Metric;
import io.revops.metric.MetricDefinition;
import io.revops.metric.Part;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import io.revops.metric.Unit;
import io.revops.time.Moment;
import java.util.Optional;

/**
 * How many hours it takes from the opening of a ticket until half of the tickets are solved for good.
 *
 * <p>The median counts the tickets that are still open: each has waited from its opening to the close, and says so until then
 * ({@link MedianWait}). A median of the solved ones alone leaves out those that take long, and is too short.
 */
public final class ResolutionTime implements Metric<MedianWait> {
    private static final MetricDefinition DEFINITION = MetricDefinition.of(
                    "tickets.resolution-time",
                    "Time to resolution",
                    "median of hours from opened to solved, over the tickets opened in the span; one that is open waits until "
                            + "the close",
                    Unit.HOURS)
            .better(Better.DOWN)
            .adds(Adds.NONE, Adds.NONE)
            .movedBy("reporting zone")
            .edges(
                    "no ticket was opened in the span: undefined",
                    "fewer than half are solved: undefined, with how many are",
                    "no ticket has a status: undefined, as nobody can tell which are solved",
                    "an open ticket counts with its hours up to the close (Kaplan-Meier)",
                    "solved: from when on it stays solved, resolved, closed or done; one that was opened again waits on",
                    "hours of the clock, nights and weekends among them; what is written as a day is its first moment",
                    "a ticket that was deleted by the close does not count",
                    "the view has no book: undefined")
            .reference(
                    "Full resolution time; median with censoring: Kaplan and Meier 1958, interval: Brookmeyer and Crowley 1982")
            .build();

    /** The metric; it has no options. */
    public ResolutionTime() {}

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
                TicketLines.Seen::isOpenedInSpan,
                (ticket, line) -> {
                    Optional<Moment> solved = ticket.history().solved();
                    line.units(Part.REACHED, solved.isPresent() ? 1 : 0)
                            .units(Part.STILL_WAITING, solved.isPresent() ? 0 : 1)
                            .units(
                                    Part.MINUTES_WAITED,
                                    solved.map(ticket::minutesTo).orElseGet(ticket::minutesToClose));
                });
    }

    @Override
    public Reading<MedianWait> conclude(Evidence evidence) {
        return evidence.size() == 0
                ? Reading.undefined(
                        UndefinedCode.NO_TICKETS,
                        "No ticket was opened in the span, so there is nothing to solve. Maybe a longer span.")
                : Waits.median(evidence, Part.MINUTES_WAITED, Waits.MINUTES_AN_HOUR, "tickets are solved");
    }
}
