package io.revops.forecast.learn;

import java.util.Arrays;

/**
 * First and second derivatives of the loss, row by row, as whole numbers: they add up to the same whatever the order, so that a
 * tree does not depend on the order of rows or on the number of threads, and a sibling's sums are a difference without an error.
 *
 * <p>Each is told in units of a power of two, as small as the sum over all rows allows. The second carries a one in its low bits, so
 * that its sum also counts the rows.
 */
final class Gradients {
    /** What a sum over all rows may take of a long. */
    private static final int BITS = 61;

    private final long[] first;
    private final long[] second;
    private final int bitsOfCount;
    private double firstUnit;
    private double secondUnit;

    Gradients(int rows) {
        first = new long[rows];
        second = new long[rows];
        bitsOfCount = Long.SIZE - Long.numberOfLeadingZeros(rows);
    }

    /** Takes new derivatives; second ones are not negative. */
    void set(double[] firsts, double[] seconds) {
        firstUnit = scale(firsts, first, BITS - bitsOfCount);
        secondUnit = scale(seconds, second, BITS - 2 * bitsOfCount);
        for (int i = 0; i < second.length; i++) {
            second[i] = (second[i] << bitsOfCount) + 1;
        }
    }

    private static double scale(double[] from, long[] to, int bits) {
        double largest = 0;
        for (double value : from) {
            largest = Math.max(largest, Math.abs(value));
        }
        if (largest == 0) {
            Arrays.fill(to, 0);
            return 1;
        }
        int up = Math.max(-1000, Math.min(1000, bits - Math.getExponent(largest)));
        double factor = Math.scalb(1.0, up);
        for (int i = 0; i < from.length; i++) {
            to[i] = (long) Math.rint(from[i] * factor);
        }
        return Math.scalb(1.0, -up);
    }

    long[] first() {
        return first;
    }

    long[] second() {
        return second;
    }

    double first(long sum) {
        return sum * firstUnit;
    }

    double second(long sum) {
        return (sum >> bitsOfCount) * secondUnit;
    }

    /** How many rows were added up. */
    int rows(long sumOfSeconds) {
        return (int) (sumOfSeconds & (1L << bitsOfCount) - 1);
    }
}
