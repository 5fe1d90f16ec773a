package io.revops.forecast.series;

/**
 * How many months ahead a model is asked, and so how far ahead its errors are measured.
 *
 * @param months at least 1
 */
public record MonthsAhead(int months) {
    public MonthsAhead {
        if (months < 1) {
            throw new IllegalArgumentException("There are " + months + " months ahead. Maybe 1 or more.");
        }
    }

    public static MonthsAhead of(int months) {
        return new MonthsAhead(months);
    }
}
