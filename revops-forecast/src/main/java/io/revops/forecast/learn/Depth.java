package io.revops.forecast.learn;

/**
 * How many questions there are at most between the root of a tree and a leaf.
 *
 * @param most at least 1; 6 unless said
 */
public record Depth(int most) {
    public Depth {
        if (most < 1) {
            throw new IllegalArgumentException("A tree is " + most + " deep. Maybe 6.");
        }
    }

    public static Depth of(int most) {
        return new Depth(most);
    }
}
