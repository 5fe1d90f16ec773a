package io.revops.metric;

import io.revops.book.FactId;
import io.revops.book.Opportunity;
import io.revops.book.OpportunityId;
import io.revops.book.OpportunityState;
import io.revops.book.Outcome;
import io.revops.ledger.RevenueView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The deals of a view as they stood at an instant: what the metrics of sales and of bookings share. */
public final class Deals {
    /** A deal and its state. */
    public record Standing(Opportunity deal, OpportunityState state) {}

    private Deals() {}

    /** Every deal that existed just before an instant. */
    public static List<Standing> before(RevenueView view, Instant instant) {
        ZoneId zone = view.policy().zone();
        List<Standing> standing = new ArrayList<>();
        for (Opportunity deal : view.book().opportunities()) {
            if (deal.created().instant(zone).isBefore(instant)) {
                standing.add(new Standing(deal, deal.at(instant, zone)));
            }
        }
        return standing;
    }

    /** Those that were open. */
    public static List<Standing> open(RevenueView view, Instant instant) {
        return before(view, instant).stream()
                .filter(s -> s.state().outcome() == Outcome.OPEN)
                .toList();
    }

    /** Those of the outcome that were closed in the view's span. */
    public static List<Standing> closed(RevenueView view, Outcome outcome) {
        ZoneId zone = view.policy().zone();
        return before(view, view.span().end(zone)).stream()
                .filter(s -> s.state().outcome() == outcome)
                .filter(s -> {
                    LocalDate day = s.state().closed().orElseThrow().date(zone);
                    return view.span().contains(day);
                })
                .toList();
    }

    /** Why there are no deals to look at, if the view has no book. */
    public static Optional<Evidence> noBook(RevenueView view) {
        return view.book().isEmpty()
                ? Optional.of(
                        Evidence.undefined(
                                UndefinedCode.NO_BOOK,
                                "The view has no facts, so there are no deals to look at. Maybe make it with RevenueView.of(book, ...)."))
                : Optional.empty();
    }

    /** What deals are called. */
    public static Function<FactId, String> names(RevenueView view) {
        return id -> id instanceof OpportunityId
                ? view.book()
                        .find(Opportunity.class, id)
                        .flatMap(Opportunity::name)
                        .orElse(id.value())
                : id.value();
    }
}
