package io.revops.forecast.pipeline;

import io.revops.time.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How a period lies to the day it is forecast on, so that the same can be done from earlier days.
 *
 * @param lag how many days after the day after the as-of day it begins; below 0 if it has begun
 * @param days how long it is
 */
public record PeriodAhead(int lag, int days) {
    public PeriodAhead {
        if (days < 1 || lag + days < 1) {
            throw new IllegalArgumentException("The period begins " + lag + " days ahead and has " + days
                    + " days. Maybe one that ends after the as-of day.");
        }
    }

    /** The next days. */
    public static PeriodAhead next(int days) {
        return new PeriodAhead(0, days);
    }

    /** As a period lies to a day. */
    public static PeriodAhead of(LocalDate asOf, Span period) {
        return new PeriodAhead((int) ChronoUnit.DAYS.between(asOf.plusDays(1), period.from()), (int) period.days());
    }

    /** The period that lies like this to another day. */
    public Span from(LocalDate asOf) {
        LocalDate from = asOf.plusDays(1L + lag);
        return Span.of(from, from.plusDays(days));
    }

    /** {@code the next 30 days}, {@code 92 days that began 30 days before}. */
    @Override
    public String toString() {
        return lag == 0
                ? "the next " + days + " days"
                : days + " days that " + (lag < 0 ? "began " + -lag + " days before" : "begin " + lag + " days later");
    }
}
