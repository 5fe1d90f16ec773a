package io.revops.ledger;

import io.revops.book.PeriodRows;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Rounds what a row of a period is worth as {@link StateRound} does a subscription with one item, without making one. */
final class RowRounding {
    private static final int FOUR = 4;
    private static final int MICRO_DIGITS = 6;
    private static final int MONTHS = 12;

    private final StateRounding rounding;
    private final PeriodRows rows;
    private final long[] unit;

    RowRounding(StateRounding rounding, PeriodRows rows) {
        this.rounding = rounding;
        this.rows = rows;
        unit = new long[rows.kinds()];
        for (int kind = 0; kind < unit.length; kind++) {
            int digits = rounding == StateRounding.FOUR_DIGITS
                    ? FOUR
                    : Math.max(rows.currency(kind).getDefaultFractionDigits(), 0);
            unit[kind] = BigInteger.TEN.pow(MICRO_DIGITS - digits).longValueExact();
        }
    }

    /**
     * What a period is worth per year.
     *
     * @param micros the same before it is rounded
     * @param kind of the period
     */
    long of(long micros, int kind, int period) {
        if (rounding == StateRounding.NONE || micros == 0) {
            return micros;
        }
        long one = unit[kind];
        if (!rows.isExact(period)) {
            RoundingMode mode = rounding == StateRounding.FLOOR ? RoundingMode.FLOOR : RoundingMode.HALF_UP;
            BigInteger units = rows.monthly(period)
                    .amount()
                    .movePointRight(MICRO_DIGITS)
                    .divide(BigDecimal.valueOf(one), 0, mode)
                    .toBigIntegerExact();
            return units.multiply(BigInteger.valueOf(one * MONTHS)).longValueExact();
        }
        long month = micros / MONTHS;
        long rest = month % one;
        long units = month / one + (rounding != StateRounding.FLOOR && rest >= one - rest ? 1 : 0);
        return Math.multiplyExact(units, one * MONTHS);
    }
}
