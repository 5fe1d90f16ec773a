package io.revops.metric.engagement;

import io.revops.book.FactId;
import io.revops.book.SupportTicket;
import io.revops.ledger.RevenueView;
import io.revops.metric.AccountLines;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.ItemLines;
import io.revops.metric.Part;
import io.revops.metric.Proportion;
import io.revops.metric.Reading;
import io.revops.metric.TicketHistory;
import io.revops.metric.UndefinedCode;
import io.revops.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** The tickets that were there at the close of a span, each a line of its own: opened by then, and not deleted. */
final class TicketLines {
    /** A ticket with what had become of it by the close. */
    record Seen(SupportTicket ticket, TicketHistory history, RevenueView view) {
        boolean isDuring(Moment moment) {
            return view.span().contains(moment.date(zone()));
        }

        boolean isOpenedInSpan() {
            return isDuring(ticket.opened());
        }

        /** When somebody first answered, if that was before the close. */
        Optional<Moment> firstReply() {
            return ticket.firstReply().filter(reply -> reply.instant(zone()).isBefore(close()));
        }

        /** Whole minutes since it was opened; none if it is the other way round, as where days and instants are mixed. */
        long minutesTo(Moment moment) {
            return minutesTo(moment.instant(zone()));
        }

        long minutesToClose() {
            return minutesTo(close());
        }

        private long minutesTo(Instant instant) {
            return Math.max(
                    0,
                    Duration.between(ticket.opened().instant(zone()), instant).toMinutes());
        }

        private Instant close() {
            return view.span().end(zone());
        }

        private ZoneId zone() {
            return view.policy().zone();
        }
    }

    private final RevenueView view;
    private final List<Seen> seen;

    TicketLines(RevenueView view) {
        this.view = view;
        ZoneId zone = view.policy().zone();
        Instant close = view.span().end(zone);
        seen = view.book().all(SupportTicket.class).stream()
                .filter(ticket -> ticket.opened().instant(zone).isBefore(close))
                .map(ticket -> new Seen(ticket, TicketHistory.before(ticket, close, zone), view))
                .filter(ticket -> !ticket.history().isDeleted())
                .toList();
    }

    /**
     * A line for some of them.
     *
     * @param told what at least one ticket must tell, of those opened by the close; otherwise its source cannot know
     * @param what that is, for the reader: "No ticket has a status"
     */
    static Evidence gather(
            RevenueView view,
            Cut cut,
            Predicate<Seen> told,
            String what,
            Predicate<Seen> which,
            BiConsumer<Seen, Evidence.Builder> parts) {
        return ItemLines.noBook(view).orElseGet(() -> {
            TicketLines tickets = new TicketLines(view);
            return tickets.unknown(told, what).orElseGet(() -> tickets.lines(cut, which, parts));
        });
    }

    /** All of them, by id. */
    List<Seen> seen() {
        return seen;
    }

    /** Evidence without lines, if none of them tells what is asked. */
    Optional<Evidence> unknown(Predicate<Seen> told, String what) {
        if (seen.isEmpty()) {
            return Optional.of(Evidence.undefined(
                    UndefinedCode.NO_TICKETS,
                    "No ticket is known by " + Uses.lastDay(view)
                            + ". Maybe merge the book with the export of the support system."));
        }
        return seen.stream().anyMatch(told)
                ? Optional.empty()
                : Optional.of(
                        Evidence.undefined(
                                UndefinedCode.NOT_RECORDED,
                                what + " by " + Uses.lastDay(view) + ", of " + seen.size()
                                        + (seen.size() == 1 ? " ticket" : " tickets")
                                        + " that are known. Maybe its source leaves it out, or writes it in another column or word."));
    }

    private Evidence lines(Cut cut, Predicate<Seen> which, BiConsumer<Seen, Evidence.Builder> parts) {
        Instant end = view.span().end(view.policy().zone());
        Evidence.Builder lines = Evidence.counting().named(AccountLines.names(view, SupportTicket.class));
        seen.stream().filter(which).forEach(ticket -> {
            FactId subject = view.book()
                    .accountOf(ticket.ticket())
                    .<FactId>map(Function.identity())
                    .orElse(ticket.ticket().id());
            lines.line(ticket.ticket().id(), cut.segment(view, subject, end));
            parts.accept(ticket, lines);
        });
        return lines.build();
    }

    /**
     * Their share, with its interval.
     *
     * @param none said if there are no cases at all
     * @param done what became of those whose way is not told: "were solved"
     */
    static Reading<Proportion> share(Evidence evidence, Part<Long> hits, Part<Long> cases, String none, String done) {
        long all = evidence.total(cases);
        long untold = evidence.total(Part.TICKETS_WITHOUT_HISTORY);
        if (all > 0) {
            return Reading.known(new Proportion(evidence.total(hits), all));
        }
        return untold == 0
                ? Reading.undefined(UndefinedCode.NO_TICKETS, none)
                : Reading.undefined(
                        UndefinedCode.NOT_RECORDED,
                        "Tickets that " + done + " in the span: " + untold
                                + ", and of none is its way told. Maybe read the history of statuses as well.");
    }
}
