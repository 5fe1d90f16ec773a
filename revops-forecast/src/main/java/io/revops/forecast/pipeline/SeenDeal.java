package io.revops.forecast.pipeline;

import io.revops.book.Opportunity;
import io.revops.book.OpportunityChange;
import io.revops.book.OpportunityState;
import io.revops.book.RevenueBook;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How a deal was seen to stand at the end of each day: a change counts from the day on which it was written down, if that is later than
 * the day on which it took effect.
 *
 * @param from the first day on which it was seen
 * @param states in order, none before that day
 */
record SeenDeal(LocalDate from, List<State> states) {
    SeenDeal {
        states = List.copyOf(states);
    }

    /** A state from the end of a day on. */
    record State(LocalDate day, OpportunityState state) {}

    /** Up to the end of a day. */
    static SeenDeal of(RevenueBook book, Opportunity deal, ZoneId zone, LocalDate asOf) {
        LocalDate opened = deal.created().date(zone);
        List<State> states = new ArrayList<>();
        if (!isLate(book, deal, zone)) {
            for (OpportunityState state : deal.path(zone)) {
                LocalDate day = later(opened, state.since().orElseThrow().date(zone));
                if (day.isAfter(asOf)) {
                    break;
                }
                states.add(new State(day, state));
            }
            return new SeenDeal(opened, states);
        }
        List<Opportunity> versions =
                book.versions(deal.id()).stream().map(Opportunity.class::cast).toList();
        LocalDate from = written(deal, zone);
        TreeSet<LocalDate> days = new TreeSet<>();
        for (Opportunity version : versions) {
            LocalDate written = written(version, zone);
            from = written.isBefore(from) ? written : from;
            days.add(written);
            version.changes().forEach(c -> days.add(later(written, written(c, zone))));
        }
        from = later(opened, from);
        for (LocalDate day : days.headSet(asOf, true)) {
            if (!day.isBefore(from)) {
                at(versions, day, zone).ifPresent(state -> states.add(new State(day, state)));
            }
        }
        return new SeenDeal(from, states);
    }

    /** What was known at the end of a day; empty if no change was. */
    private static Optional<OpportunityState> at(List<Opportunity> versions, LocalDate day, ZoneId zone) {
        Opportunity known = null;
        for (Opportunity version : versions) {
            known = written(version, zone).isAfter(day) ? known : version;
        }
        if (known == null) {
            return Optional.empty();
        }
        List<OpportunityChange> changes = known.changes().stream()
                .filter(c -> !written(c, zone).isAfter(day))
                .toList();
        List<OpportunityState> path =
                known.toBuilder().onlyChanges(changes).build().path(zone);
        return path.isEmpty() ? Optional.empty() : Optional.of(path.get(path.size() - 1));
    }

    private static boolean isLate(RevenueBook book, Opportunity deal, ZoneId zone) {
        return book.versions(deal.id()).size() > 1
                || written(deal, zone).isAfter(deal.created().date(zone))
                || deal.changes().stream()
                        .anyMatch(c -> written(c, zone).isAfter(c.effective().date(zone)));
    }

    private static LocalDate written(Opportunity deal, ZoneId zone) {
        return written(deal.created().date(zone), deal.recorded(), zone);
    }

    private static LocalDate written(OpportunityChange change, ZoneId zone) {
        return written(change.effective().date(zone), change.recorded(), zone);
    }

    private static LocalDate written(LocalDate effective, Optional<Instant> recorded, ZoneId zone) {
        return recorded.map(r -> later(effective, r.atZone(zone).toLocalDate())).orElse(effective);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
