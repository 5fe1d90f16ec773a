package io.revops.forecast.pipeline;

/**
 * How many periods that have passed are learnt from.
 *
 * @param fewest with fewer there is no forecast, at least {@value #LEAST}
 * @param most those before are not looked at
 */
public record ResolvedPeriods(int fewest, int most) {
    /** With fewer, no error could be measured. */
    public static final int LEAST = 3;

    public ResolvedPeriods {
        if (fewest < LEAST || most < fewest) {
            throw new IllegalArgumentException("From " + fewest + " to " + most + " resolved periods are no range."
                    + " Maybe at least " + LEAST + ", and as many or more at most.");
        }
    }

    /** From five to twelve: three years of quarters. */
    public static ResolvedPeriods standard() {
        return new ResolvedPeriods(5, 12);
    }
}
