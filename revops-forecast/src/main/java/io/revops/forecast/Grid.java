package io.revops.forecast;

import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * The points that sums of amounts can lie on: from the sum of all that are below zero to the sum of all above, in steps of their
 * greatest common divisor.
 *
 * @param scale the decimals that steps are counted in
 * @param lowest the first point, in 10^−scale
 * @param unit the step, in 10^−scale
 * @param points how many
 */
record Grid(int scale, long lowest, long unit, int points) {
    /** A hundredth of a cent, as exchange rates leave them. */
    private static final int MOST_DECIMALS = 4;

    private static final double[] TENS = {1, 10, 100, 1000, 10_000};
    private static final int EXACT_BITS = 52;

    static Reading<Grid> of(Chances chances) {
        int scale = 0;
        for (int i = 0; i < chances.size(); i++) {
            scale = Math.max(scale, decimal(chances.amount(i)).scale());
        }
        if (scale > MOST_DECIMALS) {
            return Reading.undefined(
                    UndefinedCode.TOO_MANY_OUTCOMES,
                    "The amounts have " + scale
                            + " decimals, and their grid would be too fine. Maybe draw the total, or"
                            + " take amounts to the nearest 0.01.");
        }
        BigInteger divisor = BigInteger.ZERO;
        BigInteger low = BigInteger.ZERO;
        BigInteger high = BigInteger.ZERO;
        for (int i = 0; i < chances.size(); i++) {
            BigInteger amount = decimal(chances.amount(i)).setScale(scale).unscaledValue();
            divisor = divisor.gcd(amount);
            low = low.add(amount.min(BigInteger.ZERO));
            high = high.add(amount.max(BigInteger.ZERO));
        }
        if (divisor.signum() == 0) {
            return Reading.known(new Grid(scale, 0, 1, 1));
        }
        BigInteger points = high.subtract(low).divide(divisor).add(BigInteger.ONE);
        boolean exact = high.subtract(low).bitLength() <= EXACT_BITS;
        if (!exact || points.compareTo(BigInteger.valueOf(Odds.MOST_POINTS)) > 0) {
            return Reading.undefined(
                    UndefinedCode.TOO_MANY_OUTCOMES,
                    "The total has " + points + " possible amounts, in steps of "
                            + new BigDecimal(divisor, scale).toPlainString() + ", and at most " + Odds.MOST_POINTS
                            + " are told exactly. Maybe draw it, or take amounts to a coarser step.");
        }
        return Reading.known(new Grid(scale, low.longValueExact(), divisor.longValueExact(), points.intValueExact()));
    }

    private static BigDecimal decimal(double amount) {
        BigDecimal exact = BigDecimal.valueOf(amount).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }

    double step() {
        return BigDecimal.valueOf(unit, scale).doubleValue();
    }

    /** The amount at a point, the one that is nearest to it among doubles. */
    double amount(int point) {
        return (lowest + unit * point) / TENS[scale];
    }

    /** How many steps an amount is, below zero if it is. */
    int steps(double amount) {
        return decimal(amount)
                .setScale(scale)
                .unscaledValue()
                .divide(BigInteger.valueOf(unit))
                .intValueExact();
    }
}
