package io.revops.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/**
 * A half-open stretch of days: the first is in it, the last is the day after it ends. {@code Span.year(2025)} runs from
 * 2025-01-01 to 2026-01-01, and the next year begins where it ends, so that nothing falls between two spans or into both.
 *
 * @param from the first day
 * @param to the day after the last, never before {@code from}
 */
public record Span(LocalDate from, LocalDate to) {
    public Span {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "A span ends (" + to + ") before it starts (" + from + "). Maybe swap the two dates.");
        }
    }

    /** From a day, included, to a day, excluded. */
    public static Span of(LocalDate from, LocalDate to) {
        return new Span(from, to);
    }

    /** One month, {@code Span.month(2025, 3)}. */
    public static Span month(int year, int month) {
        if (month < 1 || month > 12) {
            throw new IllegalArgumentException("There is no month (" + month + "). Maybe 1 to 12.");
        }
        return whole(LocalDate.of(year, month, 1), Cadence.MONTH);
    }

    /** One quarter, 1 to 4. */
    public static Span quarter(int year, int quarter) {
        if (quarter < 1 || quarter > 4) {
            throw new IllegalArgumentException("There is no quarter (" + quarter + "). Maybe 1, 2, 3 or 4.");
        }
        return whole(LocalDate.of(year, 3 * quarter - 2, 1), Cadence.QUARTER);
    }

    /** One calendar year. */
    public static Span year(int year) {
        return whole(LocalDate.of(year, 1, 1), Cadence.YEAR);
    }

    /** The period of a cadence that a day is in. */
    public static Span containing(LocalDate day, Cadence cadence) {
        return whole(cadence.floor(day), cadence);
    }

    /**
     * Reads {@code 2025}, {@code 2025-Q1}, {@code 2025-03}, {@code 2025-03-15} (one day) or
     * {@code 2025-01-15/2025-03-01} (half-open), which is what {@link #toString()} writes.
     */
    public static Span parse(String text) {
        String s = Objects.requireNonNull(text, "text").strip();
        try {
            if (s.contains("/")) {
                String[] ends = s.split("/", -1);
                if (ends.length == 2) {
                    return of(LocalDate.parse(ends[0]), LocalDate.parse(ends[1]));
                }
            } else if (s.matches("\\d{4}")) {
                return year(Integer.parseInt(s));
            } else if (s.matches("\\d{4}-Q[1-4]")) {
                return quarter(Integer.parseInt(s.substring(0, 4)), s.charAt(6) - '0');
            } else if (s.matches("\\d{4}-\\d{2}")) {
                return whole(LocalDate.parse(s + "-01"), Cadence.MONTH);
            } else if (s.length() == 10) {
                return whole(LocalDate.parse(s), Cadence.DAY);
            }
        } catch (DateTimeParseException e) {
            throw unreadable(s, e);
        }
        throw unreadable(s, null);
    }

    /** The number of days. */
    public long days() {
        return ChronoUnit.DAYS.between(from, to);
    }

    public boolean isEmpty() {
        return from.equals(to);
    }

    /** Whether a day is in it. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(to);
    }

    /** Whether the two share a day. */
    public boolean overlaps(Span other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }

    /** The calendar months in it; the first and the last may be short. */
    public List<Span> months() {
        return Cadence.MONTH.cut(this);
    }

    /**
     * The span of the same kind just before this: of a month the month before, of a year the year before, of any other the
     * same number of whole months if it is made of them, else of days.
     */
    public Span previous() {
        if (from.getDayOfMonth() == 1 && to.getDayOfMonth() == 1) {
            long months = ChronoUnit.MONTHS.between(from, to);
            return of(from.minusMonths(months), from);
        }
        return of(from.minusDays(days()), from);
    }

    /** The first instant of it in a zone. */
    public Instant start(ZoneId zone) {
        return from.atStartOfDay(zone).toInstant();
    }

    /** The first instant after it in a zone. */
    public Instant end(ZoneId zone) {
        return to.atStartOfDay(zone).toInstant();
    }

    /** {@code 2025}, {@code 2025-Q1}, {@code 2025-03}, {@code 2025-03-15}, else both ends: {@code 2025-01-15/2025-03-01}. */
    @Override
    public String toString() {
        if (isWhole(Cadence.YEAR)) {
            return year4();
        }
        if (isWhole(Cadence.QUARTER)) {
            return year4() + "-Q" + (from.getMonthValue() + 2) / 3;
        }
        if (isWhole(Cadence.MONTH)) {
            return from.toString().substring(0, from.toString().length() - 3);
        }
        return isWhole(Cadence.DAY) ? from.toString() : from + "/" + to;
    }

    private boolean isWhole(Cadence cadence) {
        return cadence.floor(from).equals(from) && cadence.next(from).equals(to);
    }

    private String year4() {
        return from.toString().substring(0, from.toString().length() - 6);
    }

    private static Span whole(LocalDate start, Cadence cadence) {
        return of(start, cadence.next(start));
    }

    private static IllegalArgumentException unreadable(
            String text, @org.jspecify.annotations.Nullable Exception cause) {
        String shown = text.length() <= 40 ? text : text.substring(0, 40) + "...";
        return new IllegalArgumentException(
                "There is no span in (" + shown + "). Maybe 2025, 2025-Q1, 2025-03 or 2025-01-15/2025-03-01.", cause);
    }
}
