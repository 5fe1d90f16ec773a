package io.revops.forecast.learn;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A number as a reader wants to see it. */
final class Rounded {
    private Rounded() {}

    static String of(double value, int places) {
        return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP).toPlainString();
    }
}
