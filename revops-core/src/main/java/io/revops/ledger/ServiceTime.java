package io.revops.ledger;

import io.revops.book.BillingInterval;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * What an amount that was billed for a stretch of time is worth per year.
 *
 * <p>A stretch of whole months is so many months. Of any other, a line that bills a part of a period says what the whole period
 * would cost (amount × days of the period / days of the part, the period being the one that ends with the part), and a line for
 * a whole period is a number of weeks or days.
 */
final class ServiceTime {
    private ServiceTime() {}

    /**
     * The amount per year.
     *
     * @param part whether it bills a part of a period
     * @param interval the whole period
     */
    static Fraction perYear(
            Fraction amount, LocalDate from, LocalDate to, boolean part, BillingInterval interval, StateRules rules) {
        if (part && rules.prorated == ProratedLines.AS_BILLED) {
            return rules.perYear(amount, interval);
        }
        int months = months(from, to);
        if (months > 0) {
            return amount.times(BigInteger.valueOf(12), BigInteger.valueOf(months));
        }
        long days = Math.max(1, ChronoUnit.DAYS.between(from, to));
        if (!part) {
            return rules.perYearOfDays(amount, days);
        }
        long whole = ChronoUnit.DAYS.between(to.minus(interval.period()), to);
        return rules.perYear(amount.times(BigInteger.valueOf(whole), BigInteger.valueOf(days)), interval);
    }

    /** How many whole months there are between two days, 0 if it is no whole number. From month end to month end is whole. */
    static int months(LocalDate from, LocalDate to) {
        int months = (int) ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(to));
        boolean ends = from.getDayOfMonth() == from.lengthOfMonth() && to.getDayOfMonth() == to.lengthOfMonth();
        return months > 0 && (from.plusMonths(months).equals(to) || ends) ? months : 0;
    }
}
