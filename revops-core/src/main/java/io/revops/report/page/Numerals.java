package io.revops.report.page;

import io.revops.metric.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as they stand in a drawing: short for readers, and with two decimals for coordinates, the same everywhere. */
final class Numerals {
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final String[] MARKS = {"", "k", "M", "B", "T"};

    private Numerals() {}

    /** {@code 4.72M}, {@code 340k}, {@code 12}, {@code -0.5}: three digits, those that are not 0 at the end. */
    static String compact(BigDecimal value) {
        BigDecimal rounded = value.round(new MathContext(3, RoundingMode.HALF_UP));
        int mark = 0;
        while (mark < MARKS.length - 1 && rounded.abs().compareTo(THOUSAND) >= 0) {
            rounded = rounded.divide(THOUSAND);
            mark++;
        }
        return plain(rounded) + MARKS[mark];
    }

    /** A share in percent: {@code 105.2%}; with at most so many decimals. */
    static String percent(BigDecimal share, int decimals) {
        return plain(share.movePointRight(2).setScale(decimals, RoundingMode.HALF_UP)) + "%";
    }

    /** A coordinate in pixels, or in percent without its sign. */
    static String fixed(double coordinate) {
        if (!Double.isFinite(coordinate)) {
            throw new IllegalArgumentException("There is no place (" + coordinate + "). Maybe a gap was drawn.");
        }
        BigDecimal rounded = BigDecimal.valueOf(Math.round(coordinate * 100), 2).stripTrailingZeros();
        return (rounded.scale() < 0 ? rounded.setScale(0) : rounded).toPlainString();
    }

    /** A coordinate in percent. */
    static String share(double percent) {
        return fixed(percent) + "%";
    }

    private static String plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return Unit.grouped(stripped.scale() < 0 ? stripped.setScale(0) : stripped);
    }
}
