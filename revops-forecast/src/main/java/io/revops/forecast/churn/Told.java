package io.revops.forecast.churn;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A number as a reader wants to see it. */
final class Told {
    private Told() {}

    static String number(double value, int places) {
        return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP).toPlainString();
    }

    /** {@code 34.2 %}. */
    static String percent(double share) {
        return BigDecimal.valueOf(share)
                        .movePointRight(2)
                        .setScale(1, RoundingMode.HALF_UP)
                        .toPlainString()
                + " %";
    }
}
