package io.revops.forecast;

/**
 * How much less periods tell that overlap, and how much wider a range has to be that is taken from few of them.
 *
 * <p>Of n periods, each beginning a step after the one before and lasting a length, about k = 1 + (n − 1) · step / length are of their own.
 * A spread that is told from k cases is too small by the 90 % quantile of Student's t with k − 1 degrees of freedom over that of the normal,
 * and √(1 + 1/k) for the error of the mean. The quantile is taken from four terms of its series in 1 / (k − 1) (Abramowitz and Stegun
 * 26.7.5), which are 2 % too small at k = 2, the least that is counted with, and right to 0.2 % from 3 on.
 */
public final class Overlap {
    /** Of z = 1.2816: (z² + 1) / 4, (5z⁴ + 16z² + 3) / 96 and so on. */
    private static final double[] STUDENT = {0.6605936038, 0.4454683254, 0.2017219714, 0.0424452965};

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
        double student = 0;
        for (int term = STUDENT.length - 1; term >= 0; term--) {
            student = (student + STUDENT[term]) / (apart - 1);
        }
        return (1 + student) * StrictMath.sqrt(1 + 1 / apart);
    }
}
