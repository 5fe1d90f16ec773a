package io.revops.forecast;

/**
 * How much less periods tell that overlap, and how much wider a range has to be that is taken from few of them.
 *
 * <p>Of n periods, each beginning a step after the one before and lasting a length, about k = 1 + (n − 1) · step / length are of their own.
 * A spread that is told from k cases is too small by about (1 + 0.66 / (k − 1)) · √(1 + 1/k): the 90 % quantile of Student's t over that of
 * the normal, and the error of the mean.
 */
public final class Overlap {
    private static final double STUDENT = 0.66;

    private Overlap() {}

    /**
     * What deviations from the mean are to be multiplied with.
     *
     * @param periods how many, at least 1
     * @param step from one period's beginning to the next, in any unit
     * @param length of a period, in the same
     */
    public static double widening(int periods, double step, double length) {
        double apart = Math.max(2, 1 + (periods - 1) * Math.min(1, step / length));
        return (1 + STUDENT / (apart - 1)) * StrictMath.sqrt(1 + 1 / apart);
    }
}
