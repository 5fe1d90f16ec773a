package io.revops.forecast.learn;

import java.util.Arrays;

/** Rows to learn from, and others to be measured on. */
public final class Fold {
    private final int[] train;
    private final int[] test;

    private Fold(int[] train, int[] test) {
        this.train = train;
        this.test = test;
    }

    /** A fold of rows by their places, none of which is on both sides. */
    public static Fold of(int[] train, int[] test) {
        int[] seen = Arrays.copyOf(train, train.length);
        Arrays.sort(seen);
        for (int row : test) {
            if (Arrays.binarySearch(seen, row) >= 0) {
                throw new IllegalArgumentException(
                        "Row " + row + " is on both sides of a fold. Maybe take it out of the rows to learn from.");
            }
        }
        return new Fold(train.clone(), test.clone());
    }

    /** The places of the rows to learn from. */
    public int[] train() {
        return train.clone();
    }

    /** The places of the rows to be measured on. */
    public int[] test() {
        return test.clone();
    }

    /** {@code 5634 rows to learn from, 1409 to be measured on}. */
    @Override
    public String toString() {
        return train.length + " rows to learn from, " + test.length + " to be measured on";
    }
}
