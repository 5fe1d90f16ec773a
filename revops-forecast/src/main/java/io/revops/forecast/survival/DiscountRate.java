package io.revops.forecast.survival;

/**
 * By how much a payment one period later is worth less.
 *
 * @param rate above 0: 0.1 makes 110 a period from now worth 100
 */
public record DiscountRate(double rate) {
    public DiscountRate {
        if (!(rate > 0) || Double.isInfinite(rate)) {
            throw new IllegalArgumentException(
                    "There is no discount of (" + rate + "). Maybe 0.1; without any, take a horizon.");
        }
    }

    public static DiscountRate perPeriod(double rate) {
        return new DiscountRate(rate);
    }

    /**
     * Of a rate per year, for periods of a length.
     *
     * @throws IllegalArgumentException for renewals, whose length no calendar knows
     */
    public static DiscountRate yearly(double rate, TimeScale period) {
        double periods = switch (period) {
            case DAY -> 365.25;
            case WEEK -> 365.25 / 7;
            case MONTH -> 12;
            case QUARTER -> 4;
            case YEAR -> 1;
            case RENEWAL ->
                throw new IllegalArgumentException(
                        "No calendar tells how many renewals a year has. Maybe DiscountRate.perPeriod(...).");
        };
        return new DiscountRate(StrictMath.expm1(StrictMath.log1p(rate) / periods));
    }
}
