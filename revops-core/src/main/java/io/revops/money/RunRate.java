package io.revops.money;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * What something recurring is worth per year, exact to a millionth of the currency unit.
 *
 * <p>MRR and ARR are one run rate seen twice: a plan of 2,000 a year has no exact monthly decimal, but an exact yearly one,
 * so the year is what is kept, and the month is a reading of it. Sums of run rates are exact and cannot overflow.
 */
public final class RunRate implements Comparable<RunRate> {
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    /** Digits after the point of a yearly value: it is counted in micro-units. */
    public static final int SCALE = 6;

    private final BigDecimal perYear;
    private final Currency currency;

    private RunRate(BigDecimal perYear, Currency currency) {
        this.perYear = perYear.setScale(SCALE, RoundingMode.UNNECESSARY);
        this.currency = currency;
    }

    /** A yearly amount, rounded half-even to a micro-unit if it is finer. */
    public static RunRate perYear(Money yearly) {
        return new RunRate(yearly.amount().setScale(SCALE, RoundingMode.HALF_EVEN), yearly.currency());
    }

    /** A monthly amount: twelve times that a year, rounded half-even to a micro-unit if it is finer. */
    public static RunRate perMonth(Money monthly) {
        return perYear(monthly.times(MONTHS));
    }

    /** A yearly value counted in millionths of the currency unit. */
    public static RunRate ofMicrosPerYear(long micros, Currency currency) {
        return new RunRate(BigDecimal.valueOf(micros, SCALE), requireNonNull(currency, "currency"));
    }

    /** A yearly value counted in millionths of the currency unit, of any size. */
    public static RunRate ofMicrosPerYear(java.math.BigInteger micros, Currency currency) {
        return new RunRate(new BigDecimal(micros, SCALE), requireNonNull(currency, "currency"));
    }

    /** Nothing a year, in a currency. */
    public static RunRate zero(Currency currency) {
        return ofMicrosPerYear(0, currency);
    }

    /** The exact yearly value (ARR). */
    public Money perYear() {
        return Money.of(perYear, currency);
    }

    /** The monthly value (MRR), rounded to the currency's own digits. */
    public Money perMonth(RoundingMode rounding) {
        return perMonth(Money.digits(currency), rounding);
    }

    /**
     * The monthly value (MRR), rounded to a number of digits.
     *
     * @param scale digits after the point, 0 to {@value Money#MAX_SCALE}
     */
    public Money perMonth(int scale, RoundingMode rounding) {
        return Money.of(perYear.divide(MONTHS, scale, rounding), currency);
    }

    /** The exact yearly value in millionths of the currency unit. */
    public java.math.BigInteger microsPerYear() {
        return perYear.unscaledValue();
    }

    public Currency currency() {
        return currency;
    }

    /** The sum; both must be in the same currency. */
    public RunRate plus(RunRate other) {
        return new RunRate(perYear.add(same(other).perYear), currency);
    }

    /** The difference; both must be in the same currency. */
    public RunRate minus(RunRate other) {
        return new RunRate(perYear.subtract(same(other).perYear), currency);
    }

    public RunRate negated() {
        return new RunRate(perYear.negate(), currency);
    }

    /** A whole number of times this. */
    public RunRate times(long factor) {
        return new RunRate(perYear.multiply(BigDecimal.valueOf(factor)), currency);
    }

    /** This divided by a whole number, rounded half-even to a micro-unit. */
    public RunRate dividedBy(long divisor) {
        return new RunRate(perYear.divide(BigDecimal.valueOf(divisor), SCALE, RoundingMode.HALF_EVEN), currency);
    }

    /** The nearest double to this divided by another run rate, which must not be zero. */
    public double ratioTo(RunRate other) {
        return perYear.divide(same(other).perYear, MathContext.DECIMAL128).doubleValue();
    }

    /** -1, 0 or 1. */
    public int signum() {
        return perYear.signum();
    }

    public boolean isZero() {
        return perYear.signum() == 0;
    }

    @Override
    public int compareTo(RunRate other) {
        int byCurrency = currency.getCurrencyCode().compareTo(other.currency.getCurrencyCode());
        return byCurrency != 0 ? byCurrency : perYear.compareTo(other.perYear);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof RunRate that && perYear.equals(that.perYear) && currency.equals(that.currency);
    }

    @Override
    public int hashCode() {
        return 31 * perYear.hashCode() + currency.hashCode();
    }

    /** The monthly value, rounded half-up to the currency's own digits: {@code USD 166.67/month}. */
    @Override
    public String toString() {
        return perMonth(RoundingMode.HALF_UP) + "/month";
    }

    private RunRate same(RunRate other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Cannot combine run rates in " + currency + " and " + other.currency
                    + ". Maybe set a reporting currency in the policy.");
        }
        return other;
    }
}
