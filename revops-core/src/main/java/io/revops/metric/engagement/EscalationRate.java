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
import io.revops.metric.TicketHistory;
import io.revops.metric.Unit;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The share of the tickets opened in a span that were escalated by its close, with its interval.
 *
 * <p>A ticket was escalated if it ever had a status that says so. A priority or a level that was raised is not seen: a book keeps
 * the statuses of a ticket as they changed, and of the rest only what it is.
 */
public final class EscalationRate implements Metric<Proportion> {
    private final Set<String> statuses;
    private final Set<String> words;
    private final MetricDefinition definition;

    private EscalationRate(Set<String> statuses) {
        this.statuses = statuses;
        words = statuses.stream().map(TicketHistory::word).collect(Collectors.toUnmodifiableSet());
        definition = MetricDefinition.of(
                        "tickets.escalation-rate",
                        "Escalation rate",
                        "escalated tickets / tickets, of those that were opened in the span; escalated: ever had the status "
                                + String.join(" or ", statuses),
                        Unit.PERCENT)
                .better(Better.DOWN)
                .adds(Adds.RATIO_OF_SUMS, Adds.NONE)
                .movedBy("reporting zone")
                .edges(
                        "no ticket was opened in the span: undefined",
                        "no ticket at all was known to have such a status by the close: undefined, as it may be called "
                                + "otherwise, or not be written down",
                        "a ticket without statuses, or whose end is all that is written, does not count, as its way is not "
                                + "told; how many there are is in the evidence",
                        "a priority that was raised is no escalation: a book keeps only the last one",
                        "a ticket that was deleted by the close does not count",
                        "the view has no book: undefined")
                .reference("Escalated over created tickets; interval: Wilson 1927")
                .build();
    }

    /** By the statuses that mean it in a host's support system, in any case of letters. */
    public static EscalationRate of(String... statuses) {
        return new EscalationRate(NamedFeatures.named("status", "escalated", statuses));
    }

    /** By the status {@code escalated}. */
    public static EscalationRate standard() {
        return of("escalated");
    }

    @Override
    public MetricDefinition definition() {
        return definition;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return TicketLines.gather(
                view,
                cut,
                ticket -> ticket.history().had(words),
                "No ticket ever had the status " + String.join(" or ", statuses),
                TicketLines.Seen::isOpenedInSpan,
                (ticket, line) -> {
                    boolean told = ticket.history().tellsItsWay();
                    line.units(Part.ESCALATED_TICKETS, told && ticket.history().had(words) ? 1 : 0)
                            .units(Part.TICKETS, told ? 1 : 0)
                            .units(Part.TICKETS_WITHOUT_HISTORY, told ? 0 : 1);
                });
    }

    @Override
    public Reading<Proportion> conclude(Evidence evidence) {
        return TicketLines.share(
                evidence,
                Part.ESCALATED_TICKETS,
                Part.TICKETS,
                "No ticket was opened in the span, so none could be escalated. Maybe a longer span.",
                "were opened");
    }
}
