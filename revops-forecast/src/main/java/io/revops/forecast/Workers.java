package io.revops.forecast;

/**
 * How many threads long work may use. The results are the same for any number.
 *
 * @param threads at least 1; 1 is the caller's own
 */
public record Workers(int threads) {
    public Workers {
        if (threads < 1) {
            throw new IllegalArgumentException("There are " + threads + " threads. Maybe 1 or more.");
        }
    }

    public static Workers of(int threads) {
        return new Workers(threads);
    }
}
