package io.revops.metric.recurring;

/**
 * How many of the largest accounts are taken together.
 *
 * @param count at least 1
 */
public record TopN(int count) {
    public TopN {
        if (count < 1) {
            throw new IllegalArgumentException("The " + count + " largest accounts are none. Maybe 1, 10 or 20.");
        }
    }

    /** The so many largest. */
    public static TopN of(int count) {
        return new TopN(count);
    }
}
