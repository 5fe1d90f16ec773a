package io.revops.money;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

/**
 * An exact amount in one currency.
 *
 * <p>The scale is normalised (at least the currency's own digits, no trailing zeros beyond them), so {@code 10} and
 * {@code 10.00} dollars are equal. Adding two currencies throws; convert first, with {@link ExchangeRates}. An amount has
 * at most {@value #MAX_PRECISION} digits, {@value #MAX_SCALE} of them after the point: a longer one is no amount of money
 * but an attack or a mistake.
 */
public final class Money implements Comparable<Money> {
    /** The most digits an amount may have. */
    public static final int MAX_PRECISION = 38;

    /** The most digits an amount may have after the decimal point. */
    public static final int MAX_SCALE = 18;

    private final BigDecimal amount;
    private final Currency currency;

    private Money(BigDecimal amount, Currency currency) {
        this.amount = normal(amount, currency);
        this.currency = currency;
    }

    /** The amount exactly as given. */
    public static Money of(BigDecimal amount, Currency currency) {
        return new Money(requireNonNull(amount, "amount"), requireNonNull(currency, "currency"));
    }

    /** The amount exactly as given, in the currency of an ISO 4217 code. */
    public static Money of(BigDecimal amount, String currencyCode) {
        return of(amount, currency(currencyCode));
    }

    /** A whole amount, in the currency of an ISO 4217 code: {@code Money.of(20, "USD")} is twenty dollars. */
    public static Money of(long amount, String currencyCode) {
        return of(BigDecimal.valueOf(amount), currency(currencyCode));
    }

    /** An exact decimal amount as text, without marks for thousands: {@code Money.of("19.99", "USD")}. */
    public static Money of(String amount, String currencyCode) {
        return of(decimal(amount), currency(currencyCode));
    }

    /** An amount counted in the currency's minor unit: 1999 cents, but 1999 yen. */
    public static Money ofMinor(BigDecimal minorUnits, Currency currency) {
        return of(minorUnits.movePointLeft(digits(currency)), currency);
    }

    /** No money, in a currency. */
    public static Money zero(Currency currency) {
        return of(BigDecimal.ZERO, currency);
    }

    /** Reads what {@link #toString()} writes, {@code USD 19.99}. */
    public static Money parse(String text) {
        String[] parts = text.strip().split(" +", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("There is no amount of money in (" + clipped(text)
                    + "). Maybe write a code and a number: USD 19.99.");
        }
        return of(parts[1], parts[0]);
    }

    /**
     * The currency of an ISO 4217 code, in upper or lower case.
     *
     * @throws IllegalArgumentException if there is no such currency
     */
    public static Currency currency(String code) {
        Objects.requireNonNull(code, "currency code");
        try {
            return Currency.getInstance(code.strip().toUpperCase(java.util.Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "There is no currency (" + clipped(code) + "). Maybe an ISO 4217 code such as USD, EUR or JPY.", e);
        }
    }

    /**
     * A decimal number within the limits of an amount; {@code 1e3} is read, {@code 1e100000000} is refused before any
     * arithmetic.
     *
     * @throws IllegalArgumentException if the text is no number or beyond the limits
     */
    public static BigDecimal decimal(String text) {
        BigDecimal value;
        try {
            String stripped = Objects.requireNonNull(text, "text").strip();
            if (stripped.length() > 2 * MAX_PRECISION) {
                throw new NumberFormatException("too long");
            }
            value = new BigDecimal(stripped);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "There is no number in (" + clipped(text) + "). Maybe write it as 1234.56, without other marks.",
                    e);
        }
        return checked(value);
    }

    /** The exact amount, with at least the currency's own digits. */
    public BigDecimal amount() {
        return amount;
    }

    public Currency currency() {
        return currency;
    }

    /** The sum; both must be in the same currency. */
    public Money plus(Money other) {
        return of(amount.add(same(other).amount), currency);
    }

    /** The difference; both must be in the same currency. */
    public Money minus(Money other) {
        return of(amount.subtract(same(other).amount), currency);
    }

    /** The exact product with a number. */
    public Money times(BigDecimal factor) {
        return of(amount.multiply(factor), currency);
    }

    /** The exact product with a whole number. */
    public Money times(long factor) {
        return times(BigDecimal.valueOf(factor));
    }

    public Money negated() {
        return of(amount.negate(), currency);
    }

    /** -1, 0 or 1. */
    public int signum() {
        return amount.signum();
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    /** The amount rounded to the currency's own digits (cents for dollars, none for yen). */
    public Money rounded(RoundingMode rounding) {
        return of(amount.setScale(digits(currency), rounding), currency);
    }

    /**
     * Splits the amount into as many parts as there are weights, in proportion to them, each in whole minor units, so that
     * the parts add up to the amount exactly. What is left after rounding every part toward zero goes, a minor unit each,
     * to the parts with the largest remainders, of equal ones to the first. A fraction of a minor unit in the amount itself
     * goes to the first part.
     *
     * @param weights at least one, none negative, not all zero
     */
    public List<Money> allocate(long... weights) {
        BigInteger total = BigInteger.ZERO;
        for (long weight : weights) {
            if (weight < 0) {
                throw new IllegalArgumentException(
                        "A weight is negative (" + weight + "). Maybe use weights from 0 up.");
            }
            total = total.add(BigInteger.valueOf(weight));
        }
        if (total.signum() == 0) {
            throw new IllegalArgumentException("There is no weight above 0. Maybe use 1 for equal parts.");
        }
        BigDecimal whole = amount.setScale(digits(currency), RoundingMode.DOWN);
        BigInteger units = whole.unscaledValue();
        BigInteger left = units;
        BigInteger[] parts = new BigInteger[weights.length];
        BigInteger[] remainders = new BigInteger[weights.length];
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            BigInteger[] split = units.multiply(BigInteger.valueOf(weights[i])).divideAndRemainder(total);
            parts[i] = split[0];
            remainders[i] = split[1].abs();
            left = left.subtract(split[0]);
            order.add(i);
        }
        order.sort((a, b) -> remainders[b].compareTo(remainders[a]));
        for (int i = 0; i < left.abs().intValueExact(); i++) {
            int at = order.get(i);
            parts[at] = parts[at].add(BigInteger.valueOf(units.signum()));
        }
        List<Money> result = new ArrayList<>();
        for (BigInteger part : parts) {
            result.add(of(new BigDecimal(part, digits(currency)), currency));
        }
        result.set(0, result.get(0).plus(of(amount.subtract(whole), currency)));
        return Collections.unmodifiableList(result);
    }

    /**
     * Splits the amount into equal parts, the first ones a minor unit larger where it does not come out even.
     *
     * @param parts at least 1
     */
    public List<Money> allocateEvenly(int parts) {
        if (parts < 1) {
            throw new IllegalArgumentException("Cannot split into (" + parts + ") parts. Maybe 1 or more.");
        }
        long[] weights = new long[parts];
        java.util.Arrays.fill(weights, 1);
        return allocate(weights);
    }

    @Override
    public int compareTo(Money other) {
        int byCurrency = currency.getCurrencyCode().compareTo(other.currency.getCurrencyCode());
        return byCurrency != 0 ? byCurrency : amount.compareTo(other.amount);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Money that && amount.equals(that.amount) && currency.equals(that.currency);
    }

    @Override
    public int hashCode() {
        return 31 * amount.hashCode() + currency.hashCode();
    }

    /** Code and exact amount: {@code USD 19.99}. */
    @Override
    public String toString() {
        return currency.getCurrencyCode() + " " + amount.toPlainString();
    }

    static int digits(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Cannot add " + currency + " and " + other.currency
                    + ". Maybe convert one of them with ExchangeRates first.");
        }
        return other;
    }

    private static BigDecimal normal(BigDecimal amount, Currency currency) {
        BigDecimal stripped = checked(amount).stripTrailingZeros();
        int digits = digits(currency);
        return stripped.scale() < digits ? stripped.setScale(digits) : stripped;
    }

    static BigDecimal checked(BigDecimal amount) {
        if (amount.scale() > 2 * MAX_PRECISION
                || amount.scale() < -MAX_PRECISION
                || amount.precision() > 2 * MAX_PRECISION) {
            throw beyond();
        }
        BigDecimal stripped = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
        if (stripped.scale() > MAX_SCALE || stripped.precision() - Math.min(0, stripped.scale()) > MAX_PRECISION) {
            throw beyond();
        }
        return amount.signum() == 0 && (amount.scale() > MAX_SCALE || amount.scale() < 0) ? BigDecimal.ZERO : amount;
    }

    private static IllegalArgumentException beyond() {
        return new IllegalArgumentException("An amount has more than " + MAX_PRECISION + " digits or " + MAX_SCALE
                + " after the point. Maybe round it first.");
    }

    private static String clipped(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
