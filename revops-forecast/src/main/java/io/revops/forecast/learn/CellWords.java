package io.revops.forecast.learn;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the text of a cell says. */
final class CellWords {
    /** What people and programs write where there is nothing. */
    private static final Set<String> NOTHING = Set.of("", "na", "n/a", "#n/a", "null", "?", "-", "nan", "\\n");

    private static final Set<String> INFINITE = Set.of("inf", "+inf", "-inf", "infinity", "+infinity", "-infinity");

    private static final Set<String> HAPPENED = Set.of(
            "1",
            "1.0",
            "yes",
            "y",
            "true",
            "t",
            "true.",
            "churn",
            "churned",
            "left",
            "exited",
            "lost",
            "cancelled",
            "canceled",
            "attrited",
            "attrited customer",
            "closed",
            "inactive");

    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
    private static final Pattern THOUSANDS = Pattern.compile("[-+]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}([T ].*)?");

    private CellWords() {}

    static boolean isMissing(String cell) {
        return cell.length() <= 4 && NOTHING.contains(cell.toLowerCase(Locale.ROOT));
    }

    /** {@code NaN}, {@code Infinity}: what a computation writes that went wrong. */
    static boolean isNotFinite(String cell) {
        String word = cell.toLowerCase(Locale.ROOT);
        return word.equals("nan") || INFINITE.contains(word);
    }

    static boolean saysItHappened(String cell) {
        return HAPPENED.contains(cell.toLowerCase(Locale.ROOT));
    }

    /** The number that is written, with or without a currency sign, thousands or a percent sign; {@code NaN} if it is none. */
    static double number(String cell) {
        String text = cell;
        if (!text.isEmpty() && "$€£".indexOf(text.charAt(0)) >= 0) {
            text = text.substring(1);
        }
        if (text.endsWith("%")) {
            text = text.substring(0, text.length() - 1).strip();
        }
        if (THOUSANDS.matcher(text).matches()) {
            text = text.replace(",", "");
        }
        if (!NUMBER.matcher(text).matches()) {
            return Double.NaN;
        }
        double number = Double.parseDouble(text);
        return Double.isInfinite(number) ? Double.NaN : number;
    }

    /** The days since 1970-01-01 of an ISO date, or of the date of an ISO instant; {@code NaN} if it is none. */
    static double day(String cell) {
        if (!DAY.matcher(cell).matches()) {
            return Double.NaN;
        }
        try {
            return LocalDate.parse(cell.substring(0, "2025-01-01".length())).toEpochDay();
        } catch (DateTimeException e) {
            return Double.NaN; // the 30th of February is a word
        }
    }
}
