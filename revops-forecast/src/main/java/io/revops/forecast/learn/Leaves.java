package io.revops.forecast.learn;

/**
 * How many leaves a tree has at most: 2 is a stump, which knows no combinations of features.
 *
 * @param most at least 2; 8 unless said
 */
public record Leaves(int most) {
    public Leaves {
        if (most < 2) {
            throw new IllegalArgumentException("A tree has " + most + " leaves. Maybe 8.");
        }
    }

    public static Leaves of(int most) {
        return new Leaves(most);
    }
}
