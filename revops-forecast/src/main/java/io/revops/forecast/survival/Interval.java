package io.revops.forecast.survival;

/**
 * Between what numbers the true one lies with a probability.
 *
 * @param level that probability: 0.9 is a 90 % interval
 */
public record Interval(double low, double high, double level) {
    public Interval {
        if (!(low <= high) || !(level > 0 && level < 1)) {
            throw new IllegalArgumentException("There is no interval from " + low + " to " + high + " at level " + level
                    + ". Maybe a level between 0 and 1.");
        }
    }

    /** Whether a number lies in it, its ends included. */
    public boolean contains(double number) {
        return low <= number && number <= high;
    }

    /** {@code 0.61 to 0.74 (90 %)}. */
    @Override
    public String toString() {
        return low + " to " + high + " (" + 100 * level + " %)";
    }
}
