package io.revops.forecast.survival;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** A row of numbers that does not change; equal to another with the same bits. */
public final class Doubles {
    private final double[] values;

    private Doubles(double[] values) {
        this.values = values;
    }

    public static Doubles of(double... values) {
        return new Doubles(values.clone());
    }

    public int size() {
        return values.length;
    }

    /** One of them, counted from 0. */
    public double at(int index) {
        return values[index];
    }

    public double[] toArray() {
        return values.clone();
    }

    public DoubleStream stream() {
        return Arrays.stream(values);
    }

    /** Numbers in rising order, each once. */
    static double[] distinct(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int kept = 0;
        for (double number : sorted) {
            if (kept == 0 || sorted[kept - 1] < number) {
                sorted[kept++] = number;
            }
        }
        return Arrays.copyOf(sorted, kept);
    }

    /** How many of rising numbers are at or below a number. */
    int upTo(double number) {
        return upTo(values, number);
    }

    static int upTo(double[] values, double number) {
        int low = 0;
        int high = values.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[middle] <= number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How many of rising numbers are below a number. */
    static int below(double[] values, double number) {
        int at = upTo(values, number);
        while (at > 0 && values[at - 1] == number) {
            at--;
        }
        return at;
    }

    boolean isRising() {
        for (int i = 1; i < values.length; i++) {
            if (!(values[i - 1] < values[i])) {
                return false;
            }
        }
        return true;
    }

    boolean isFinite() {
        return Arrays.stream(values).allMatch(Double::isFinite);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Doubles that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
