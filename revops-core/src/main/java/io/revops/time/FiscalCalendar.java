package io.revops.time;

import java.time.LocalDate;
import java.time.Month;
import java.util.Objects;

/**
 * A business year that may start in any month. Fiscal year 2026 is the one that ends in calendar year 2026, or is calendar
 * year 2026 when it starts in January.
 *
 * @param firstMonth the month in which the year starts
 */
public record FiscalCalendar(Month firstMonth) {
    public FiscalCalendar {
        Objects.requireNonNull(firstMonth, "firstMonth");
    }

    /** A fiscal year that starts on the first of a month. */
    public static FiscalCalendar startingIn(Month firstMonth) {
        return new FiscalCalendar(firstMonth);
    }

    /** The whole fiscal year. */
    public Span year(int fiscalYear) {
        LocalDate start = LocalDate.of(firstMonth == Month.JANUARY ? fiscalYear : fiscalYear - 1, firstMonth, 1);
        return Span.of(start, start.plusYears(1));
    }

    /** One of its quarters, 1 to 4. */
    public Span quarter(int fiscalYear, int quarter) {
        if (quarter < 1 || quarter > 4) {
            throw new IllegalArgumentException("There is no quarter (" + quarter + "). Maybe 1, 2, 3 or 4.");
        }
        LocalDate start = year(fiscalYear).from().plusMonths(3L * (quarter - 1));
        return Span.of(start, start.plusMonths(3));
    }

    /** The number of the fiscal year that a day is in. */
    public int yearOf(LocalDate day) {
        boolean late = firstMonth != Month.JANUARY && day.getMonthValue() >= firstMonth.getValue();
        return late ? day.getYear() + 1 : day.getYear();
    }
}
