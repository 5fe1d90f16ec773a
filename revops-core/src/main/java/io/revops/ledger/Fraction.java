package io.revops.ledger;

import java.math.BigDecimal;
import java.math.BigInteger;

/** An exact fraction: what an item is worth per year, before it is rounded once. */
record Fraction(BigInteger numerator, BigInteger denominator) {
    static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);
    private static final int MICRO_DIGITS = 6;

    static Fraction of(BigDecimal value) {
        return value.scale() <= 0
                ? new Fraction(value.toBigIntegerExact(), BigInteger.ONE)
                : new Fraction(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
    }

    Fraction plus(Fraction other) {
        return denominator.equals(other.denominator)
                ? new Fraction(numerator.add(other.numerator), denominator)
                : new Fraction(
                        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                        denominator.multiply(other.denominator));
    }

    Fraction minus(Fraction other) {
        return plus(new Fraction(other.numerator.negate(), other.denominator));
    }

    Fraction times(BigInteger over, BigInteger under) {
        return new Fraction(numerator.multiply(over), denominator.multiply(under));
    }

    Fraction times(Fraction other) {
        return times(other.numerator, other.denominator);
    }

    /** This divided by another, which is above 0. */
    Fraction dividedBy(Fraction other) {
        return times(other.denominator, other.numerator);
    }

    int signum() {
        return numerator.signum();
    }

    /**
     * In micro-units, rounded half-even.
     *
     * @throws ArithmeticException if that does not fit a long
     */
    long micros() {
        if (numerator.signum() == 0) {
            return 0;
        }
        BigInteger scaled = numerator.multiply(BigInteger.TEN.pow(MICRO_DIGITS));
        BigInteger[] split = scaled.divideAndRemainder(denominator);
        int half = split[1].abs().shiftLeft(1).compareTo(denominator);
        boolean away = half > 0 || (half == 0 && split[0].testBit(0));
        return (away ? split[0].add(BigInteger.valueOf(numerator.signum())) : split[0]).longValueExact();
    }
}
