package io.revops.report;

import io.revops.report.chart.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * A column of a table.
 *
 * @param key names it for programs
 * @param title names it for readers
 * @param unit what its printed numbers are in; empty for words
 * @param exactUnit what its exact numbers are in
 */
public record Column(String key, String title, String unit, String exactUnit) {
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    public Column {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(title, "title");
    }

    /** A column of words. */
    public static Column words(String key, String title) {
        return new Column(key, title, "", "");
    }

    /** A column of numbers in one unit. */
    public static Column numbers(String key, String title, String unit) {
        return new Column(key, title, unit, unit);
    }

    /** A column of run rates: printed per month, exact per year. */
    public static Column perMonth(String key, String title, String currency) {
        return new Column(key, title, currency + "/month", currency + "/year");
    }

    /** One of its exact numbers in the unit asked for; the month of a run rate is rounded to ten digits. */
    BigDecimal in(Numbers which, BigDecimal exact) {
        boolean monthly = unit.endsWith("/month") && exactUnit.endsWith("/year");
        return which == Numbers.AS_PRINTED && monthly ? exact.divide(MONTHS, 10, RoundingMode.HALF_EVEN) : exact;
    }

    /** Whether it holds numbers, which are set to the right. */
    public boolean isNumeric() {
        return !unit.isEmpty();
    }
}
