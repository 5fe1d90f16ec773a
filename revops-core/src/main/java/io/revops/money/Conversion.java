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
        return halfEven(BigInteger.valueOf(micros).multiply(numerator), denominator)
                .longValueExact();
    }

    /** The converted amount, rounded half-even to a micro-unit. */
    public Money apply(Money money) {
        if (to == null || money.currency().equals(to)) {
            return money;
        }
        BigInteger micros = money.amount()
                .unscaledValue()
                .multiply(BigInteger.TEN.pow(RunRate.SCALE))
                .multiply(numerator);
        BigInteger unit = BigInteger.TEN.pow(money.amount().scale()).multiply(denominator);
        return Money.of(new BigDecimal(halfEven(micros, unit), RunRate.SCALE), to);
    }

    private static BigInteger halfEven(BigInteger over, BigInteger under) {
        BigInteger[] split = over.divideAndRemainder(under);
        int half = split[1].abs().shiftLeft(1).compareTo(under);
        boolean away = half > 0 || (half == 0 && split[0].testBit(0));
        return away ? split[0].add(BigInteger.valueOf(over.signum())) : split[0];
    }
}
