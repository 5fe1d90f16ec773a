package io.revops.sample;

/**
 * How sellers set the day on which they expect a deal to close, and what they do when it has passed.
 *
 * @param median of the days from creation to the first expected date, which are log-normal
 * @param spread the standard deviation of their logarithm
 * @param quarterEnds the share of the first dates that are moved to the last day of their quarter
 * @param pushDays by how many days a date that has passed is moved on, on average: half to one and a half times as many
 * @param left the share of the dates that have passed and are left there for two more weeks
 */
public record CrmCloseDates(double median, double spread, double quarterEnds, int pushDays, double left) {
    public CrmCloseDates {
        if (!(median >= 1 && spread >= 0 && quarterEnds >= 0 && quarterEnds <= 1 && left >= 0 && left < 1)
                || pushDays < 2) {
            throw new IllegalArgumentException("The close dates lie " + median + " days ahead (" + spread + "), "
                    + quarterEnds + " at the quarter's end, pushed by " + pushDays + ", " + left
                    + " left. Maybe 60, 0.5, 0.3, 30 and 0.15.");
        }
    }

    /** Sixty days ahead, a third at the end of the quarter, pushed by a month, 15 % left in the past. */
    public static CrmCloseDates standard() {
        return new CrmCloseDates(60, 0.5, 0.3, 30, 0.15);
    }
}
