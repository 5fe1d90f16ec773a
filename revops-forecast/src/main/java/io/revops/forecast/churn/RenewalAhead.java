package io.revops.forecast.churn;

import java.util.Objects;
import java.util.Optional;

/**
 * Which columns tell when the next renewal is: an account under contract leaves at the end of its term, and when that is, is known.
 *
 * @param days the column with the days from the as-of date to the end of the term; missing where there is none
 * @param term the column with the length of a term in months, after which the next renewal is due; empty if only the first is to count
 */
public record RenewalAhead(String days, Optional<String> term) {
    private static final double DAYS_A_MONTH = 365.25 / 12;

    public RenewalAhead {
        Objects.requireNonNull(days, "days");
        Objects.requireNonNull(term, "term");
    }

    /** The next renewal only. */
    public static RenewalAhead in(String daysColumn) {
        return new RenewalAhead(daysColumn, Optional.empty());
    }

    /** The next renewal, and one every term after it. */
    public static RenewalAhead in(String daysColumn, String termColumn) {
        return new RenewalAhead(daysColumn, Optional.of(termColumn));
    }

    /** Whether a renewal is due in a period. */
    static boolean isDue(int period, double days, double termMonths, double daysAPeriod) {
        if (!(days >= 0)) {
            return false;
        }
        double from = (period - 1) * daysAPeriod;
        double to = period * daysAPeriod;
        double due = days;
        double term = termMonths * DAYS_A_MONTH;
        if (due < from && term > 0) {
            due += Math.ceil((from - due) / term) * term;
        }
        return due >= from && due < to;
    }
}
