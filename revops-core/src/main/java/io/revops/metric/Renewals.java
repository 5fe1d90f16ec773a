package io.revops.metric;

import io.revops.book.Subscription;
import io.revops.book.Term;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * On which days a subscription comes up for renewal: a term after it begins, and every term after that, each counted from the
 * beginning and not from the renewal before. Without a term it never does.
 */
public final class Renewals {
    private Renewals() {}

    /** The first renewal on or after a day. */
    public static Optional<LocalDate> next(Subscription subscription, LocalDate onOrAfter, ZoneId zone) {
        if (subscription.term().isEmpty() || subscription.begins().isEmpty()) {
            return Optional.empty();
        }
        Term term = subscription.term().get();
        Moment begins = subscription.begins().get();
        long passed = ChronoUnit.MONTHS.between(begins.date(zone), onOrAfter) / term.months();
        for (long n = Math.max(1, passed); ; n++) {
            LocalDate day = begins.plus(Period.ofMonths(Math.toIntExact(n * term.months())))
                    .date(zone);
            if (!day.isBefore(onOrAfter)) {
                return Optional.of(day);
            }
        }
    }

    /** All renewals in a span, in order. */
    public static List<LocalDate> during(Subscription subscription, Span span, ZoneId zone) {
        List<LocalDate> days = new ArrayList<>();
        Optional<LocalDate> day = next(subscription, span.from(), zone);
        while (day.filter(span::contains).isPresent()) {
            days.add(day.get());
            day = next(subscription, day.get().plusDays(1), zone);
        }
        return List.copyOf(days);
    }
}
