package io.revops.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Calendar arithmetic on instants, in UTC. */
final class Times {
    private Times() {}

    static Instant at(String utc) {
        return LocalDateTime.parse(utc).toInstant(ZoneOffset.UTC);
    }

    /** Counted from the anchor each time, so that the 31st and 29 February come back after a short month. */
    static Instant plusMonths(Instant anchor, long months) {
        return anchor.atOffset(ZoneOffset.UTC).plusMonths(months).toInstant();
    }

    static Instant plusDays(Instant instant, double days) {
        return instant.plusSeconds((long) (days * 86_400));
    }

    static LocalDate date(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** A second of that day at which offices are open. */
    static Instant officeHours(LocalDate day, Draw draw) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC).plusSeconds(draw.between(7 * 3600, 21 * 3600));
    }

    static Instant officeHours(Instant day, Draw draw) {
        return officeHours(date(day), draw);
    }

    /** How many whole periods of so many months lie between the anchor and the instant. */
    static long periodsSince(Instant anchor, Instant instant, int months) {
        OffsetDateTime from = anchor.atOffset(ZoneOffset.UTC);
        OffsetDateTime to = instant.atOffset(ZoneOffset.UTC);
        long guess = ((to.getYear() - from.getYear()) * 12L + to.getMonthValue() - from.getMonthValue()) / months;
        while (guess > 0 && plusMonths(anchor, guess * months).isAfter(instant)) {
            guess--;
        }
        while (!plusMonths(anchor, (guess + 1) * months).isAfter(instant)) {
            guess++;
        }
        return guess;
    }
}
