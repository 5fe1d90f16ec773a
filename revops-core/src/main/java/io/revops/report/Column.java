package io.revops.report;

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

    /** Whether it holds numbers, which are set to the right. */
    public boolean isNumeric() {
        return !unit.isEmpty();
    }
}
