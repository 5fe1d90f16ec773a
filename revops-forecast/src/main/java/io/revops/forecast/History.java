package io.revops.forecast;

import io.revops.book.RevenueBook;
import io.revops.ledger.RevenueView;
import io.revops.metric.Metric;
import io.revops.metric.Reading;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was known at the end of a day, and nothing later: the only thing that a trainer reads.
 *
 * <p>It holds a view whose book shows what had been recorded by then ({@link RevenueBook#asKnownAt}), so that a correction
 * that was written later is not seen; or numbers that a host brings itself. A view of a ledger without a book holds no
 * recordings: its states are taken as they are, up to the day.
 */
public final class History {
    private final LocalDate asOf;
    private final @Nullable RevenueView whole;
    private final @Nullable RevenueView known;
    private final List<Observed> series;

    private History(LocalDate asOf, @Nullable RevenueView whole, List<Observed> series) {
        this.asOf = asOf;
        this.whole = whole;
        this.known = whole == null ? null : known(whole, asOf);
        this.series = series.stream().map(s -> s.asOf(asOf)).toList();
    }

    /** What was known at the end of a view's span, from the span's first day on. */
    public static History of(RevenueView view) {
        return new History(view.span().to().minusDays(1), view, List.of());
    }

    /** Numbers of a host's own, as of the last day of the latest month; each has an id of its own. */
    public static History of(Observed... series) {
        LocalDate last = Stream.of(series)
                .map(s -> s.month(s.size()).from().minusDays(1))
                .max(LocalDate::compareTo)
                .orElseThrow(() -> new IllegalArgumentException("There is no series. Maybe pass one."));
        if (Stream.of(series).map(s -> s.quantity().id()).distinct().count() < series.length) {
            throw new IllegalArgumentException("Two series have the same id. Maybe rename one of "
                    + Stream.of(series).map(s -> s.quantity().id()).sorted().toList() + ".");
        }
        return new History(last, null, List.of(series));
    }

    private static RevenueView known(RevenueView whole, LocalDate asOf) {
        Span span = Span.of(whole.span().from(), asOf.plusDays(1));
        if (whole.book().facts().findAny().isEmpty()) {
            return whole.during(span);
        }
        ZoneId zone = whole.policy().zone();
        Instant end = asOf.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1);
        return RevenueView.of(whole.book().asKnownAt(end), whole.policy(), span);
    }

    /** The last day that is seen. */
    public LocalDate asOf() {
        return asOf;
    }

    /** What was known at the end of an earlier day. */
    public History asOf(LocalDate day) {
        LocalDate first = whole == null ? LocalDate.MIN : whole.span().from();
        if (day.isAfter(asOf) || day.isBefore(first.equals(LocalDate.MIN) ? first : first.minusDays(1))) {
            throw new IllegalArgumentException("The history does not reach " + day + "; it is as of " + asOf
                    + (whole == null ? "" : " and begins on " + first) + ". Maybe a view over a longer span.");
        }
        return new History(day, whole, series);
    }

    /** The facts and the ledger that were known; empty for numbers of a host's own. */
    public Optional<RevenueView> view() {
        return Optional.ofNullable(known);
    }

    /** A series of a host's own. */
    public Optional<Observed> series(String id) {
        return series.stream().filter(s -> s.quantity().id().equals(id)).findFirst();
    }

    /**
     * A metric's number for each whole month that had ended by the as-of day.
     *
     * @return undefined where the metric is, with its reason
     */
    public Reading<Observed> monthly(Metric<?> metric, Nature nature) {
        Optional<Observed> own = series(metric.definition().id());
        if (own.isPresent()) {
            return Reading.known(own.get());
        }
        if (known == null) {
            throw new IllegalArgumentException(
                    "The history has no series (" + metric.definition().id() + "). Maybe one of "
                            + series.stream().map(s -> s.quantity().id()).toList() + ".");
        }
        LocalDate begin = known.span().from();
        LocalDate from = Cadence.MONTH.floor(begin).equals(begin) ? begin : Cadence.MONTH.next(begin);
        LocalDate to = Cadence.MONTH.floor(known.span().to());
        RevenueView months = known.during(Span.of(from, to.isBefore(from) ? from : to));
        return Observed.of(metric.measureMonthly(months), nature);
    }

    @Override
    public String toString() {
        return "History as of " + asOf
                + (known == null ? ": " + series : " from " + known.span().from());
    }
}
