package io.revops.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A date or an instant, whichever was written.
 *
 * <p>A contract that starts on 1 February starts at midnight wherever it is read; a payment at 02:00 UTC happened on
 * 31 January in New York. Keeping the two apart lets the reporting zone decide, once, and only where it should.
 */
public final class Moment {
    private final @Nullable LocalDate date;
    private final @Nullable Instant instant;

    private Moment(@Nullable LocalDate date, @Nullable Instant instant) {
        this.date = date;
        this.instant = instant;
    }

    /** A day: in any zone, its first instant. */
    public static Moment of(LocalDate date) {
        return new Moment(Objects.requireNonNull(date, "date"), null);
    }

    /** An instant: the same everywhere. */
    public static Moment of(Instant instant) {
        return new Moment(null, Objects.requireNonNull(instant, "instant"));
    }

    /** The day {@code Moment.of(2025, 3, 1)}. */
    public static Moment of(int year, int month, int day) {
        return of(LocalDate.of(year, month, day));
    }

    /**
     * Reads an ISO 8601 date ({@code 2025-03-01}), or an instant with its offset ({@code 2025-03-01T02:00:00Z},
     * {@code 2025-03-31T23:30-04:00}).
     *
     * @throws IllegalArgumentException if it is neither; a time without an offset is neither
     */
    public static Moment parse(String text) {
        Objects.requireNonNull(text, "text");
        String stripped = text.strip();
        try {
            return stripped.length() <= 10
                    ? of(LocalDate.parse(stripped))
                    : of(OffsetDateTime.parse(stripped).toInstant());
        } catch (DateTimeParseException e) {
            String shown = stripped.length() <= 40 ? stripped : stripped.substring(0, 40) + "...";
            throw new IllegalArgumentException(
                    "There is no date or instant in (" + shown
                            + "). Maybe write 2025-03-01, or 2025-03-01T02:00:00Z with an offset.",
                    e);
        }
    }

    /** Whether a day was written, and not an instant. */
    public boolean isDate() {
        return date != null;
    }

    /** The day it falls on in a zone. */
    public LocalDate date(ZoneId zone) {
        return date != null ? date : written().atZone(zone).toLocalDate();
    }

    /** The instant it stands for in a zone: of a day, its first. */
    public Instant instant(ZoneId zone) {
        return date != null ? date.atStartOfDay(zone).toInstant() : written();
    }

    /** Whether this comes before another in a zone. */
    public boolean isBefore(Moment other, ZoneId zone) {
        return instant(zone).isBefore(other.instant(zone));
    }

    /**
     * The same moment a number of days, weeks, months or years on. A month end stays a month end where it must
     * (31 January and a month is 28 February). An instant is moved in UTC, as billing systems count.
     */
    public Moment plus(java.time.Period period) {
        return date != null
                ? of(date.plus(period))
                : of(written().atZone(ZoneOffset.UTC).plus(period).toInstant());
    }

    /** What {@link #parse} reads. */
    @Override
    public String toString() {
        return date != null ? date.toString() : written().toString();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Moment that && Objects.equals(date, that.date) && Objects.equals(instant, that.instant);
    }

    @Override
    public int hashCode() {
        return Objects.hash(date, instant);
    }

    private Instant written() {
        return Objects.requireNonNull(instant);
    }
}
