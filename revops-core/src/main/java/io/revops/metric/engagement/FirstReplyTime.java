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
 * How many hours it takes from the opening of a ticket until half of the tickets have a first answer.
 *
 * <p>The median counts the tickets that nobody has answered: each has waited from its opening to the close, or until it was
 * solved without an answer, and says so until then ({@link MedianWait}).
 */
public final class FirstReplyTime implements Metric<MedianWait> {
    private static final MetricDefinition DEFINITION = MetricDefinition.of(
                    "tickets.first-reply-time",
                    "Time to first reply",
                    "median of hours from opened to first reply, over the tickets opened in the span; one without waits until "
                            + "it is solved or the span closes",
                    Unit.HOURS)
            .better(Better.DOWN)
            .adds(Adds.NONE, Adds.NONE)
            .movedBy("reporting zone")
            .edges(
                    "no ticket was opened in the span: undefined",
                    "fewer than half are known to have been answered: undefined, with how many were",
                    "no ticket has a first reply: undefined, as its source may not tell",
                    "one without an answer counts with its hours up to the close, or until it was solved (Kaplan-Meier)",
                    "hours of the clock, nights and weekends among them; what is written as a day is its first moment",
                    "a ticket that was deleted by the close does not count",
                    "the view has no book: undefined")
            .reference(
                    "First reply time; median with censoring: Kaplan and Meier 1958, interval: Brookmeyer and Crowley 1982")
            .build();

    /** The metric; it has no options. */
    public FirstReplyTime() {}

    @Override
    public MetricDefinition definition() {
        return DEFINITION;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return TicketLines.gather(
                view,
                cut,
                ticket -> ticket.firstReply().isPresent(),
                "No ticket has a first reply",
                TicketLines.Seen::isOpenedInSpan,
                (ticket, line) -> {
                    Optional<Moment> reply = ticket.firstReply();
                    long minutes = reply.or(() -> ticket.history().solved())
                            .map(ticket::minutesTo)
                            .orElseGet(ticket::minutesToClose);
                    line.units(Part.REACHED, reply.isPresent() ? 1 : 0)
                            .units(Part.STILL_WAITING, reply.isPresent() ? 0 : 1)
                            .units(Part.MINUTES_WAITED, minutes);
                });
    }

    @Override
    public Reading<MedianWait> conclude(Evidence evidence) {
        return evidence.size() == 0
                ? Reading.undefined(
                        UndefinedCode.NO_TICKETS,
                        "No ticket was opened in the span, so there is nothing to answer. Maybe a longer span.")
                : Waits.median(
                        evidence,
                        Part.MINUTES_WAITED,
                        Waits.MINUTES_AN_HOUR,
                        "tickets are known to have been answered");
    }
}
