package io.revops.sample;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;

/**
 * What the time of the year does.
 *
 * @param createdByMonth the factor of the rate at which deals are created, January first
 * @param growth by how much that rate rises in a year, month by month
 * @param lastDays how many days at the end of a quarter are the rush
 * @param lastDaysWin the factor of the hazard of winning in them
 * @param firstDays how many days at the beginning of a quarter are slow
 * @param firstDaysWin the factor of the hazard of winning in them
 */
public record CrmCalendar(
        List<Double> createdByMonth,
        double growth,
        int lastDays,
        double lastDaysWin,
        int firstDays,
        double firstDaysWin) {
    private static final int MONTHS = 12;
    private static final int SHORTEST_QUARTER = 90;

    public CrmCalendar {
        createdByMonth = List.copyOf(createdByMonth);
        if (createdByMonth.size() != MONTHS) {
            throw new IllegalArgumentException(
                    "There are factors for " + createdByMonth.size() + " months. Maybe 12, January first.");
        }
        if (lastDays < 0 || firstDays < 0 || lastDays + firstDays > SHORTEST_QUARTER) {
            throw new IllegalArgumentException(
                    "A quarter begins with " + firstDays + " days and ends with " + lastDays + ". Maybe 10 and 14.");
        }
        if (!(growth > -1 && lastDaysWin >= 0 && firstDaysWin >= 0)) {
            throw new IllegalArgumentException("The factors are " + growth + ", " + lastDaysWin + " and " + firstDaysWin
                    + ". Maybe 0.1, 2.5 and 0.6.");
        }
    }

    /** Slow summers, a busy September, 10 % growth; 2.5 times the wins in a quarter's last two weeks, 0.6 in its first ten days. */
    public static CrmCalendar standard() {
        return new CrmCalendar(
                List.of(1.05, 1.05, 1.1, 1.0, 1.0, 1.0, 0.8, 0.75, 1.2, 1.15, 1.05, 0.85), 0.1, 14, 2.5, 10, 0.6);
    }

    /** Every day like the other. */
    public static CrmCalendar even() {
        return new CrmCalendar(Collections.nCopies(MONTHS, 1.0), 0, 0, 1, 0, 1);
    }

    /** The factor of the rate of creation in the month of a day, growth since the first month among it. */
    public double created(LocalDate start, LocalDate day) {
        int months = (day.getYear() - start.getYear()) * MONTHS + day.getMonthValue() - start.getMonthValue();
        return createdByMonth.get(day.getMonthValue() - 1) * StrictMath.pow(1 + growth, months / (double) MONTHS);
    }

    /** The factor of the hazard of winning on a day. */
    public double win(LocalDate day) {
        LocalDate quarter = day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
        long since = day.toEpochDay() - quarter.toEpochDay();
        long left = quarter.plusMonths(3).toEpochDay() - day.toEpochDay();
        return left <= lastDays ? lastDaysWin : since < firstDays ? firstDaysWin : 1;
    }
}
