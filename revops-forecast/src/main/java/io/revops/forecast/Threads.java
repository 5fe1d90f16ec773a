package io.revops.forecast;

/**
 * How many threads long work may use. The results are the same for any number.
 *
 * @param threads at least 1; 1 is the caller's own
 */
public record Threads(int threads) {
    public Threads {
        if (threads < 1) {
            throw new IllegalArgumentException("There are " + threads + " threads. Maybe 1 or more.");
        }
    }

    public static Threads of(int threads) {
        return new Threads(threads);
    }
}
