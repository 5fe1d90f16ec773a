package io.revops.book;

import java.math.BigInteger;
import java.time.Period;
import java.util.Locale;

/**
 * How often a price is billed.
 *
 * @param count every how many units, at least 1
 * @param unit day, week, month or year
 */
public record BillingInterval(int count, Unit unit) {
    /** What an interval is counted in. */
    public enum Unit {
        DAY,
        WEEK,
        MONTH,
        YEAR
    }

    public static final BillingInterval DAILY = new BillingInterval(1, Unit.DAY);
    public static final BillingInterval WEEKLY = new BillingInterval(1, Unit.WEEK);
    public static final BillingInterval MONTHLY = new BillingInterval(1, Unit.MONTH);
    public static final BillingInterval QUARTERLY = new BillingInterval(3, Unit.MONTH);
    public static final BillingInterval YEARLY = new BillingInterval(1, Unit.YEAR);

    public BillingInterval {
        if (count < 1 || count > 10_000) {
            throw new IllegalArgumentException(
                    "A price is billed every " + count + " " + unit + ". Maybe a count from 1 to 10000.");
        }
    }

    /** Every so many months. */
    public static BillingInterval months(int count) {
        return new BillingInterval(count, Unit.MONTH);
    }

    /** Every so many years. */
    public static BillingInterval years(int count) {
        return new BillingInterval(count, Unit.YEAR);
    }

    /** Reads {@code month}, {@code 3 months} or {@code 3-month}, which is what {@link #toString()} writes. */
    public static BillingInterval parse(String text) {
        String s = text.strip().toLowerCase(Locale.ROOT);
        java.util.regex.Matcher parts = java.util.regex.Pattern.compile("(?:(\\d{1,5})[ -]?)?(day|week|month|year)s?")
                .matcher(s);
        if (!parts.matches()) {
            throw new IllegalArgumentException("There is no billing interval in ("
                    + (s.length() > 40 ? s.substring(0, 40) : s) + "). Maybe month, 3 months or year.");
        }
        int count = parts.group(1) == null ? 1 : Integer.parseInt(parts.group(1));
        return new BillingInterval(count, Unit.valueOf(parts.group(2).toUpperCase(Locale.ROOT)));
    }

    /** One interval as a stretch of the calendar. */
    public Period period() {
        return switch (unit) {
            case DAY -> Period.ofDays(count);
            case WEEK -> Period.ofWeeks(count);
            case MONTH -> Period.ofMonths(count);
            case YEAR -> Period.ofYears(count);
        };
    }

    /** How many units make a year: 365 days, 52 weeks, 12 months. Divided by {@link #count()}, how often it is billed. */
    public BigInteger unitsPerYear() {
        return BigInteger.valueOf(
                switch (unit) {
                    case DAY -> 365;
                    case WEEK -> 52;
                    case MONTH -> 12;
                    case YEAR -> 1;
                });
    }

    /** {@code month}, {@code 3 months}. */
    @Override
    public String toString() {
        String name = unit.name().toLowerCase(Locale.ROOT);
        return count == 1 ? name : count + " " + name + "s";
    }
}
