package io.revops.health;

/**
 * How much of the weight has to be known for a score to exist.
 *
 * @param share 0 to 1
 */
public record LeastKnown(double share) {
    /** Half of it. */
    public static final LeastKnown STANDARD = new LeastKnown(0.5);

    public LeastKnown {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("A share of " + share + " of the weight is none. Maybe 0.5.");
        }
    }

    /** A share, 0 to 1. */
    public static LeastKnown of(double share) {
        return new LeastKnown(share);
    }
}
