package io.revops.forecast.series;

import java.util.Locale;

/** How months are carried on. */
public enum LineMethod {
    /** As the last month was. */
    RUN_RATE(1, 1) {
        @Override
        StraightFit fit(double[] months, int count) {
            return new StraightFit(0, months[count - 1], 0);
        }
    },
    /** Along the line through all months whose squared distances add up to the least. */
    GROWTH_LINE(2, 6) {
        @Override
        StraightFit fit(double[] months, int count) {
            return StraightFit.leastSquares(months, count);
        }
    };

    private final int fewest;
    private final int settled;

    LineMethod(int fewest, int settled) {
        this.fewest = fewest;
        this.settled = settled;
    }

    /** The fewest months that it can be told from. */
    public int fewestMonths() {
        return fewest;
    }

    /**
     * From how many months on its errors are measured: a line through two or three months misses by more than the one that is asked
     * now will. Fewer than {@code settled} only where the history would else have no error as far ahead.
     */
    int measuredFrom(int months, int ahead) {
        return Math.max(fewest, Math.min(settled, months - ahead));
    }

    abstract StraightFit fit(double[] months, int count);

    /** {@code run rate}, {@code growth line}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
