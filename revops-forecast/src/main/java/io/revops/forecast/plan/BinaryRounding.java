package io.revops.forecast.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Two decimals as Python's {@code round(x, 2)} gives them: half-even on the exact value of the double, so 2.675 is 2.67. */
final class BinaryRounding {
    private BinaryRounding() {}

    static double cents(double value) {
        if (!Double.isFinite(value)) {
            return value;
        }
        double rounded =
                new BigDecimal(value).setScale(2, RoundingMode.HALF_EVEN).doubleValue();
        return Math.copySign(rounded, value);
    }
}
