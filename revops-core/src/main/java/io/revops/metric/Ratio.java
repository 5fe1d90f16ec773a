package io.revops.metric;

import io.revops.money.Money;
import io.revops.money.RunRate;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * One quantity over another: 1.084 is 108.4 %.
 *
 * @param value the nearest double, finite
 */
public record Ratio(double value) implements Comparable<Ratio> {
    public Ratio {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("A ratio is " + value + ". Maybe its reading should be undefined.");
        }
    }

    /** The nearest double to a quotient. */
    public static Ratio of(BigDecimal numerator, BigDecimal denominator) {
        return new Ratio(numerator.divide(denominator, MathContext.DECIMAL128).doubleValue());
    }

    public static Ratio of(BigInteger numerator, BigInteger denominator) {
        return of(new BigDecimal(numerator), new BigDecimal(denominator));
    }

    public static Ratio of(long numerator, long denominator) {
        return of(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
    }

    public static Ratio of(RunRate numerator, RunRate denominator) {
        return new Ratio(numerator.ratioTo(denominator));
    }

    public static Ratio of(Money numerator, Money denominator) {
        if (!numerator.currency().equals(denominator.currency())) {
            throw new IllegalArgumentException("A ratio of " + numerator.currency() + " to " + denominator.currency()
                    + " says nothing. Maybe convert one of them first.");
        }
        return of(numerator.amount(), denominator.amount());
    }

    @Override
    public int compareTo(Ratio other) {
        return Double.compare(value, other.value);
    }

    /** Every digit: {@code 1.084}. */
    @Override
    public String toString() {
        return Double.toString(value);
    }
}
