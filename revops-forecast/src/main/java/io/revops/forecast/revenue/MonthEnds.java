package io.revops.forecast.revenue;

/**
 * How many of the latest month-ends are learnt from: more of them carry narrower claims, fewer of them are more like today.
 *
 * @param most at least 6; an 80 % interval needs 9, and a 90 % interval 19
 */
public record MonthEnds(int most) {
    /** Those of two years: of one, 80 % intervals covered ten of a hundred cases less, see {@link ArrForecast}. */
    public static final MonthEnds STANDARD = new MonthEnds(24);

    /** So few carry a median and no more. */
    static final int FEWEST = 6;

    public MonthEnds {
        if (most < FEWEST) {
            throw new IllegalArgumentException(
                    "There are " + most + " month-ends to learn from. Maybe 24, at least " + FEWEST + ".");
        }
    }

    public static MonthEnds latest(int most) {
        return new MonthEnds(most);
    }
}
