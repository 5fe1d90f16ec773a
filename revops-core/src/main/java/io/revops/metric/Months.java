package io.revops.metric;

/**
 * Over how many months a rate is compounded.
 *
 * @param count at least 1
 */
public record Months(int count) {
    public Months {
        if (count < 1) {
            throw new IllegalArgumentException(
                    "A rate is compounded over " + count + " months. Maybe 3, 6 or 12, at least 1.");
        }
    }

    /** So many months. */
    public static Months of(int count) {
        return new Months(count);
    }

    /** {@code 12 months}. */
    @Override
    public String toString() {
        return count == 1 ? "1 month" : count + " months";
    }
}
