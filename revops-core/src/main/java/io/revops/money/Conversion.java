package io.revops.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;

/**
 * An exact factor from one currency to another, as of a date: a fraction, since the inverse of a rate has no exact decimal.
 * Applied to a count of micro-units it rounds once, half-even.
 */
public final class Conversion {
    private static final Conversion ONE = new Conversion(BigInteger.ONE, BigInteger.ONE, null);

    private final BigInteger numerator;
    private final BigInteger denominator;
    private final @org.jspecify.annotations.Nullable Currency to;

    private Conversion(BigInteger numerator, BigInteger denominator, @org.jspecify.annotations.Nullable Currency to) {
        BigInteger divisor = numerator.gcd(denominator);
        this.numerator = numerator.divide(divisor);
        this.denominator = denominator.divide(divisor);
        this.to = to;
    }

    /** Leaves every amount and its currency as it is. */
    public static Conversion none() {
        return ONE;
    }

    static Conversion of(BigDecimal rate, Currency to) {
        BigInteger unscaled = rate.unscaledValue();
        BigInteger power = BigInteger.TEN.pow(Math.abs(rate.scale()));
        return rate.scale() >= 0
                ? new Conversion(unscaled, power, to)
                : new Conversion(unscaled.multiply(power), BigInteger.ONE, to);
    }

    Conversion inverse(Currency into) {
        return new Conversion(denominator, numerator, into);
    }

    Conversion then(Conversion next) {
        return new Conversion(numerator.multiply(next.numerator), denominator.multiply(next.denominator), next.to);
    }

    /** Whether this leaves every amount as it is. */
    public boolean isIdentity() {
        return numerator.equals(denominator);
    }

    /**
     * The converted count, rounded half-even.
     *
     * @throws ArithmeticException if the result does not fit a long
     */
    public long apply(long micros) {
        if (isIdentity() || micros == 0) {
            return micros;
        }
        return rounded(BigInteger.valueOf(micros)).longValueExact();
    }

    /** The converted amount, rounded half-even to a micro-unit. */
    public Money apply(Money money) {
        if (to == null || money.currency().equals(to)) {
            return money;
        }
        BigInteger micros = money.amount()
                .setScale(RunRate.SCALE, java.math.RoundingMode.HALF_EVEN)
                .unscaledValue();
        return Money.of(new BigDecimal(rounded(micros), RunRate.SCALE), to);
    }

    private BigInteger rounded(BigInteger micros) {
        BigInteger[] split = micros.multiply(numerator).divideAndRemainder(denominator);
        int half = split[1].abs().shiftLeft(1).compareTo(denominator);
        boolean up = half > 0 || (half == 0 && split[0].testBit(0));
        return up ? split[0].add(BigInteger.valueOf(micros.signum())) : split[0];
    }
}
