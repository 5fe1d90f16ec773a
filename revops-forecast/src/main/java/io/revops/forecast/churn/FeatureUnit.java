package io.revops.forecast.churn;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a feature's number counts, so that it can be told to a reader. */
public enum FeatureUnit {
    /** How many. */
    COUNT,
    /** ln(1 + how many): a hundred more matter less where there are thousands. Told as how many. */
    LOG_COUNT,
    /** ln(1 + an amount in the reporting currency a month). Told as the amount. */
    LOG_MONEY,
    /** A part of a whole, 0 to 1 as a rule. Told in per cent. */
    SHARE,
    /** One number divided by another. */
    RATIO,
    DAYS,
    HOURS,
    MONTHS,
    /** A mark that somebody gave. */
    SCORE,
    /** 1 for yes, 0 for no. */
    YES_NO;

    /** A value as a reader wants to see it, without the word for what is counted: {@code 12}, {@code 37 %}, {@code 1.8}. */
    public String show(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "There is no number to show in " + value + ". Maybe ask first whether the value is there.");
        }
        return switch (this) {
            case LOG_COUNT, LOG_MONEY -> rounded(StrictMath.expm1(value), 0);
            case SHARE -> rounded(value * 100, 0) + " %";
            case COUNT, DAYS, MONTHS -> rounded(value, 0);
            case RATIO, HOURS, SCORE -> rounded(value, 1);
            case YES_NO -> value == 0 ? "no" : "yes";
        };
    }

    private static String rounded(double value, int places) {
        BigDecimal shown = BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_EVEN);
        return shown.signum() == 0 ? "0" : shown.toPlainString();
    }
}
