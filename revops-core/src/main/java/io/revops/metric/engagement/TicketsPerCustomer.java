package io.revops.metric.engagement;

import io.revops.book.AccountId;
import io.revops.ledger.RevenueView;
import io.revops.metric.AccountLines;
import io.revops.metric.Adds;
import io.revops.metric.Better;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.ItemLines;
import io.revops.metric.Metric;
import io.revops.metric.MetricDefinition;
import io.revops.metric.Part;
import io.revops.metric.Ratio;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import io.revops.metric.Unit;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/** How many tickets the customers at the close opened in a span, on average over all of them, also those that opened none. */
public final class TicketsPerCustomer implements Metric<Ratio> {
    private static final MetricDefinition DEFINITION = MetricDefinition.of(
                    "tickets.per-customer",
                    "Tickets per customer",
                    "tickets opened in the span by the customers at its close / these customers",
                    Unit.RATIO)
            .better(Better.NEITHER)
            .adds(Adds.RATIO_OF_SUMS, Adds.NONE)
            .movedBy("reporting zone", "free account", "churn timing", "past due")
            .edges(
                    "no ticket was known by the close: undefined, as its source may not have been read",
                    "nobody is a customer at the close: undefined",
                    "a customer that opened no ticket counts with 0",
                    "tickets of who is no customer at the close, or of nobody known, do not count",
                    "a ticket that was deleted by the close does not count",
                    "the view has no book: undefined")
            .reference("Tickets created per account and period")
            .build();

    /** The metric; it has no options. */
    public TicketsPerCustomer() {}

    @Override
    public MetricDefinition definition() {
        return DEFINITION;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return ItemLines.noBook(view).orElseGet(() -> {
            TicketLines tickets = new TicketLines(view);
            return tickets.unknown(ticket -> true, "No ticket is known").orElseGet(() -> lines(view, cut, tickets));
        });
    }

    private static Evidence lines(RevenueView view, Cut cut, TicketLines tickets) {
        Map<AccountId, Long> opened = tickets.seen().stream()
                .filter(TicketLines.Seen::isOpenedInSpan)
                .flatMap(ticket -> view.book().accountOf(ticket.ticket()).stream())
                .collect(Collectors.groupingBy(account -> account, Collectors.counting()));
        Instant end = view.span().end(view.policy().zone());
        Evidence.Builder lines =
                Evidence.counting().parts(Part.TICKETS, Part.ACCOUNTS).named(AccountLines.names(view));
        for (AccountId customer : PayingAccounts.atClose(view)) {
            lines.line(customer, cut.segment(view, customer, end))
                    .units(Part.TICKETS, opened.getOrDefault(customer, 0L))
                    .units(Part.ACCOUNTS, 1);
        }
        return lines.build();
    }

    @Override
    public Reading<Ratio> conclude(Evidence evidence) {
        long customers = evidence.total(Part.ACCOUNTS);
        return customers == 0
                ? Reading.undefined(
                        UndefinedCode.NO_ACCOUNTS,
                        "Nobody is a customer at the close, so there is no average. Maybe another span.")
                : Reading.known(Ratio.of(evidence.total(Part.TICKETS), customers));
    }
}
