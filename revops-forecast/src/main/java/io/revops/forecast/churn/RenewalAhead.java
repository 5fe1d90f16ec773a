package io.revops.forecast.churn;

import io.revops.forecast.survival.TimeScale;
import java.time.LocalDate;
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

    /** Months in a row that have no February have up to two days more than those of the average: so late may a period begin. */
    private static final double NEARLY = 0.08;

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

    /**
     * Whether a renewal is due in a period: who does not renew is gone on that day, so it is the period of {@link FollowUps#period}.
     *
     * @param days from the as-of date to the renewal, which is the first day after the term
     * @param asOf the as-of date; without one a month has {@value #DAYS_A_MONTH} days
     */
    static boolean isDue(int period, double days, double termMonths, TimeScale scale, Optional<LocalDate> asOf) {
        if (!(days >= 0)) {
            return false;
        }
        int due = 0;
        for (int n = 0; due < period; n++) {
            due = period(days, n * termMonths, scale, asOf);
            if (due == period) {
                return true;
            }
            if (!(termMonths > 0)) {
                return false;
            }
        }
        return false;
    }

    private static int period(double days, double laterMonths, TimeScale scale, Optional<LocalDate> asOf) {
        if (asOf.isEmpty()) {
            double passed = (days + laterMonths * DAYS_A_MONTH - 1) / PeriodColumns.days(scale);
            return (int) Math.max(1, Math.ceil(passed - NEARLY));
        }
        LocalDate first = asOf.get().plusDays(Math.round(days));
        LocalDate due = laterMonths == Math.rint(laterMonths)
                ? first.plusMonths((long) laterMonths)
                : first.plusDays(Math.round(laterMonths * DAYS_A_MONTH));
        return FollowUps.period(scale, asOf.get(), due);
    }
}
