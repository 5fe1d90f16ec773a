package io.revops.report.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A scale from a round number to a round number in steps of 1, 2 or 5 times a power of ten.
 *
 * @param ticks from the least to the greatest, two or more
 */
record Axis(List<BigDecimal> ticks) {
    private static final List<BigDecimal> NICE =
            List.of(BigDecimal.ONE, BigDecimal.valueOf(2), BigDecimal.valueOf(5), BigDecimal.TEN);
    private static final double NEAR_ZERO = 0.8;

    Axis {
        ticks = List.copyOf(ticks);
    }

    /** A scale on which 0 and all of these lie; without any, from 0 to 1. */
    static Axis withZero(double[] values, int steps) {
        double low = 0;
        double high = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        return of(low, high, steps);
    }

    /** A scale on which all of these lie, and 0 too unless that is far away and they would all look alike. */
    static Axis around(double[] values, int steps) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        boolean farAbove = low > high * NEAR_ZERO && high > 0;
        boolean farBelow = high < low * NEAR_ZERO && low < 0;
        return low < high && (farAbove || farBelow) ? of(low, high, steps) : withZero(values, steps);
    }

    private static Axis of(double low, double high, int steps) {
        BigDecimal from = BigDecimal.valueOf(low);
        BigDecimal to = low == high ? from.add(BigDecimal.ONE) : BigDecimal.valueOf(high);
        BigDecimal step = step(to.subtract(from).divide(BigDecimal.valueOf(steps), MathContext.DECIMAL64));
        BigDecimal tick = from.divide(step, 0, RoundingMode.FLOOR).multiply(step);
        List<BigDecimal> ticks = new ArrayList<>(List.of(tick));
        while (tick.compareTo(to) < 0) {
            tick = tick.add(step);
            ticks.add(tick);
        }
        return new Axis(ticks);
    }

    /** The least nice number that is not below. */
    private static BigDecimal step(BigDecimal least) {
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(least.precision() - least.scale() - 1);
        return NICE.stream()
                .map(power::multiply)
                .filter(nice -> nice.compareTo(least) >= 0)
                .findFirst()
                .orElseThrow();
    }

    double low() {
        return ticks.get(0).doubleValue();
    }

    double high() {
        return ticks.get(ticks.size() - 1).doubleValue();
    }

    boolean isFromZero() {
        return ticks.get(0).signum() == 0;
    }

    /** How far along a value lies: 0 at the least tick, 1 at the greatest. */
    double along(double value) {
        return (value - low()) / (high() - low());
    }
}
