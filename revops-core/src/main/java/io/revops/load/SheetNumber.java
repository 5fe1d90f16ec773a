package io.revops.load;

import io.revops.money.Money;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number as people write it in a sheet: {@code 1.234,56}, {@code $1,234.56}, {@code (12.00)}, {@code -5 EUR}.
 *
 * @param currency the code or sign that stood beside it; empty if there was none
 */
record SheetNumber(BigDecimal value, String currency) {
    private static final Pattern SIGN = Pattern.compile("US\\$|[$\u20ac\u00a3\u00a5\u20b9]|[A-Za-z]{3}");
    private static final String GROUPED = "\\d{1,3}(?:,\\d{3})*|\\d{1,2}(?:,\\d{2})*,\\d{3}";
    private static final Pattern WITH_MARKS = Pattern.compile("(?:" + GROUPED + "|\\d+)?(?:\\.\\d*)?");
    private static final Pattern WITHOUT_MARKS = Pattern.compile("\\d*(?:\\.\\d*)?(?:[eE][+-]?\\d{1,2})?");

    /** The marks that numbers are written with. */
    record Marks(char decimal, @Nullable Character thousands) {
        @Override
        public String toString() {
            return "1" + (thousands == null ? "" : thousands) + "234" + decimal + "56";
        }
    }

    /**
     * Reads a number, within the limits of {@link Money#decimal}.
     *
     * @throws IllegalArgumentException if it is none, or is written with other marks
     */
    static SheetNumber parse(String text, Marks marks) {
        String left = normal(text);
        if (left.length() > 100) {
            throw none(marks);
        }
        boolean negative = false;
        boolean signed = false;
        if (left.startsWith("(") && left.endsWith(")")) {
            negative = true;
            signed = true;
            left = left.substring(1, left.length() - 1).strip();
        }
        String currency = "";
        for (int pass = 0; pass < 2; pass++) {
            if (!signed && (left.startsWith("-") || left.startsWith("+"))) {
                signed = true;
                negative = left.startsWith("-");
                left = left.substring(1).strip();
            } else if (!signed && left.endsWith("-")) {
                signed = true;
                negative = true;
                left = left.substring(0, left.length() - 1).strip();
            }
            if (currency.isEmpty()) {
                Matcher sign = SIGN.matcher(left);
                if (sign.lookingAt()) {
                    currency = sign.group();
                    left = left.substring(sign.end()).strip();
                } else {
                    int end = left.length();
                    while (end > 0
                            && !Character.isDigit(left.charAt(end - 1))
                            && ".,'".indexOf(left.charAt(end - 1)) < 0) {
                        end--;
                    }
                    if (SIGN.matcher(left.substring(end).strip()).matches()) {
                        currency = left.substring(end).strip();
                        left = left.substring(0, end).strip();
                    }
                }
            }
        }
        BigDecimal number = Money.decimal(plain(left, marks));
        return new SheetNumber(negative ? number.negate() : number, currency.toUpperCase(Locale.ROOT));
    }

    private static String plain(String digits, Marks marks) {
        Character thousands = marks.thousands();
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c == marks.decimal()) {
                plain.append('.');
            } else if (thousands != null && c == thousands) {
                plain.append(',');
            } else if (c == '.' || c == ',') {
                throw none(marks);
            } else {
                plain.append(c);
            }
        }
        boolean grouped = plain.indexOf(",") >= 0;
        boolean anyDigit = plain.chars().anyMatch(c -> c >= '0' && c <= '9');
        if (!anyDigit || !(grouped ? WITH_MARKS : WITHOUT_MARKS).matcher(plain).matches()) {
            throw none(marks);
        }
        return plain.toString().replace(",", "");
    }

    /** Without the blanks around it, and with one kind of blank, apostrophe and minus. */
    private static String normal(String text) {
        return text.replace('\u00a0', ' ')
                .replace('\u202f', ' ')
                .replace('\u2009', ' ')
                .replace('\u2019', '\'')
                .replace('\u2212', '-')
                .strip();
    }

    private static IllegalArgumentException none(Marks marks) {
        return new IllegalArgumentException("It is no number that is written like " + marks
                + ". Maybe other marks: set decimalMark and thousandsMark in the mapping.");
    }
}
