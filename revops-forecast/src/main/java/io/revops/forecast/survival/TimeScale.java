package io.revops.forecast.survival;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** The unit in which lifetimes are counted. */
public enum TimeScale {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR,
    /** From one renewal to the next, however long the term is. */
    RENEWAL;

    /**
     * The time from one date to another, negative if it goes back.
     *
     * <p>A month, a quarter or a year is counted by the calendar: whole months from the first date, and of the month that follows
     * the share of its days. From 31 January to 28 February is one month.
     *
     * @throws IllegalArgumentException for renewals, whose length no calendar knows
     */
    public double between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -between(to, from);
        }
        return switch (this) {
            case DAY -> ChronoUnit.DAYS.between(from, to);
            case WEEK -> ChronoUnit.DAYS.between(from, to) / 7.0;
            case MONTH -> months(from, to);
            case QUARTER -> months(from, to) / 3;
            case YEAR -> months(from, to) / 12;
            case RENEWAL ->
                throw new IllegalArgumentException("No calendar tells the renewals between " + from + " and " + to
                        + ". Maybe count them, or use MONTH.");
        };
    }

    private static double months(LocalDate from, LocalDate to) {
        long whole = ChronoUnit.MONTHS.between(from, to);
        while (!from.plusMonths(whole + 1).isAfter(to)) {
            whole++;
        }
        LocalDate begin = from.plusMonths(whole);
        LocalDate end = from.plusMonths(whole + 1);
        return whole + (double) ChronoUnit.DAYS.between(begin, to) / ChronoUnit.DAYS.between(begin, end);
    }

    /** {@code months}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT) + "s";
    }
}
