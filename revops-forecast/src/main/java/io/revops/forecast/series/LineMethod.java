package io.revops.forecast.series;

import java.util.Locale;

/** How months are carried on. */
public enum LineMethod {
    /** As the last month was. */
    RUN_RATE(1) {
        @Override
        StraightFit fit(double[] months, int count) {
            return new StraightFit(0, months[count - 1], 0);
        }
    },
    /** Along the line through all months whose squared distances add up to the least. */
    GROWTH_LINE(2) {
        @Override
        StraightFit fit(double[] months, int count) {
            return StraightFit.leastSquares(months, count);
        }
    };

    private final int fewest;

    LineMethod(int fewest) {
        this.fewest = fewest;
    }

    /** The fewest months that it can be told from. */
    public int fewestMonths() {
        return fewest;
    }

    abstract StraightFit fit(double[] months, int count);

    /** {@code run rate}, {@code growth line}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
