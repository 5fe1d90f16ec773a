package io.revops.load;

import io.revops.time.Moment;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Days and times as a sheet writes them, in one or several patterns. */
final class SheetDates {
    static final String ISO = "iso";
    static final String EPOCH_SECONDS = "epochSeconds";
    static final String EPOCH_MILLIS = "epochMillis";

    /** What was written: a day, a time without an offset, or an instant. */
    private record Written(
            @Nullable LocalDate day,
            @Nullable LocalDateTime local,
            @Nullable Instant instant) {}

    /** One way to write them. */
    private interface Reader {
        Optional<Written> read(String text);
    }

    private final List<String> patterns;
    private final List<Reader> readers = new ArrayList<>();
    private final @Nullable ZoneId zone;

    /**
     * @throws IllegalArgumentException if a pattern cannot be read, or is a known trap
     */
    SheetDates(List<String> patterns, @Nullable ZoneId zone) {
        this.patterns = patterns;
        this.zone = zone;
        patterns.forEach(p -> readers.add(reader(p)));
    }

    /** A day or an instant. */
    Moment moment(String text) {
        Written written = written(text);
        if (written.day() != null) {
            return Moment.of(written.day());
        }
        if (written.local() != null) {
            return Moment.of(written.local().atZone(zone()).toInstant());
        }
        return Moment.of(Objects.requireNonNull(written.instant()));
    }

    /** A day; of a time, the day on which it was written. */
    LocalDate day(String text) {
        Written written = written(text);
        if (written.day() != null) {
            return written.day();
        }
        return written.local() != null
                ? written.local().toLocalDate()
                : moment(text).date(zone());
    }

    /** Whether a pattern has a time and nothing that says where. */
    static boolean needsZone(String pattern) {
        boolean time = !List.of(ISO, EPOCH_SECONDS, EPOCH_MILLIS).contains(pattern) && has(pattern, "HhKk");
        return time && !has(pattern, "XxZzVO");
    }

    private Written written(String text) {
        String stripped = text.replace('\u00a0', ' ').replace('\u202f', ' ').strip();
        Written found = null;
        for (Reader reader : readers) {
            Optional<Written> next = stripped.length() > 60 ? Optional.empty() : reader.read(stripped);
            if (found != null && next.isPresent() && !next.get().equals(found)) {
                throw new IllegalArgumentException("It reads as two different dates in the patterns " + patterns
                        + ". Maybe take one of the patterns out of the mapping.");
            }
            found = next.orElse(found);
        }
        if (found == null) {
            throw new IllegalArgumentException("It is no date in any of the patterns " + patterns
                    + ". Maybe add its pattern to dates in the mapping, or, if it means none, its text to empty.");
        }
        return inCalendar(found);
    }

    private static Written inCalendar(Written written) {
        LocalDate day = written.day() != null
                ? written.day()
                : written.local() != null
                        ? written.local().toLocalDate()
                        : Objects.requireNonNull(written.instant())
                                .atZone(ZoneOffset.UTC)
                                .toLocalDate();
        if (day.getYear() < 1 || day.getYear() > 9999) {
            throw new IllegalArgumentException("The year is not from 1 to 9999. Maybe another pattern is meant.");
        }
        return written;
    }

    private ZoneId zone() {
        if (zone == null) {
            throw new IllegalArgumentException(
                    "The time says no zone, and the mapping none. Maybe add a zone to the mapping: Europe/Berlin.");
        }
        return zone;
    }

    private static Reader reader(String pattern) {
        return switch (pattern) {
            case ISO -> SheetDates::iso;
            case EPOCH_SECONDS -> text -> epoch(text).map(n -> instant(Instant.ofEpochSecond(n)));
            case EPOCH_MILLIS -> text -> epoch(text).map(n -> instant(Instant.ofEpochMilli(n)));
            default -> {
                DateTimeFormatter formatter = formatter(pattern);
                yield text -> parsed(text, formatter);
            }
        };
    }

    private static Written instant(Instant instant) {
        return new Written(null, null, instant);
    }

    /** Up to the year 9999, which is 12 digits in seconds and 15 in milliseconds. */
    private static Optional<Long> epoch(String text) {
        return text.matches("-?\\d{1,15}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    private static Optional<Written> iso(String text) {
        try {
            if (text.length() <= 10) {
                return Optional.of(new Written(LocalDate.parse(text), null, null));
            }
            String joined = text.charAt(10) == ' ' ? text.substring(0, 10) + "T" + text.substring(11) : text;
            boolean offset = joined.endsWith("Z") || joined.lastIndexOf('+') > 10 || joined.lastIndexOf('-') > 10;
            return Optional.of(
                    offset
                            ? instant(OffsetDateTime.parse(joined.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2"))
                                    .toInstant())
                            : new Written(null, LocalDateTime.parse(joined), null));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Written> parsed(String text, DateTimeFormatter formatter) {
        try {
            TemporalAccessor found = formatter.parse(text);
            if (found.isSupported(ChronoField.INSTANT_SECONDS)) {
                return Optional.of(instant(Instant.from(found)));
            }
            LocalDate day = LocalDate.from(found);
            return Optional.of(
                    found.query(TemporalQueries.localTime()) == null
                            ? new Written(day, null, null)
                            : new Written(null, LocalDateTime.from(found), null));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter formatter(String pattern) {
        trap(pattern, has(pattern, "Y"), "Y is the year of a week", "yyyy");
        trap(pattern, has(pattern, "D"), "D is the day of the year", "dd");
        trap(
                pattern,
                has(pattern, "p"),
                "p fills up the next letter with blanks",
                "d or M, which take one digit or two");
        trap(pattern, has(pattern, "m") && !has(pattern, "HhKk"), "m is a minute", "MM");
        trap(pattern, has(pattern, "hK") && !has(pattern, "a"), "h has no AM or PM", "HH, or h:mm a");
        trap(pattern, !has(pattern, "yu"), "It has no year", "M/d/yyyy");
        try {
            DateTimeFormatterBuilder builder =
                    new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(yearsOf(pattern));
            if (has(pattern, "qQ") && !has(pattern, "ML")) {
                builder.parseDefaulting(IsoFields.DAY_OF_QUARTER, 1);
            } else {
                if (!has(pattern, "ML")) {
                    builder.parseDefaulting(ChronoField.MONTH_OF_YEAR, 1);
                }
                if (!has(pattern, "d")) {
                    builder.parseDefaulting(ChronoField.DAY_OF_MONTH, 1);
                }
            }
            return builder.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "There is no date pattern (" + pattern + "). Maybe M/d/yyyy, dd.MM.yy or yyyy-MM-dd HH:mm, or "
                            + List.of(ISO, EPOCH_SECONDS, EPOCH_MILLIS)
                            + "; letters that mean themselves stand in quotes.",
                    e);
        }
    }

    private static void trap(String pattern, boolean isTrap, String what, String maybe) {
        if (isTrap) {
            throw new IllegalArgumentException("The date pattern (" + pattern + ") is not what it seems. " + what
                    + ". Maybe " + maybe + " was meant.");
        }
    }

    /** Outside of quotes, a year of the calendar for a year of the era, which would want an era beside it. */
    private static String yearsOf(String pattern) {
        StringBuilder text = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            quoted ^= c == '\'';
            text.append(c == 'y' && !quoted ? 'u' : c);
        }
        return text.toString();
    }

    private static boolean has(String pattern, String letters) {
        boolean quoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            quoted ^= c == '\'';
            if (!quoted && letters.indexOf(c) >= 0) {
                return true;
            }
        }
        return false;
    }
}
