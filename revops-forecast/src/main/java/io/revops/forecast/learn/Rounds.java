package io.revops.forecast.learn;

/**
 * How many trees are grown one after the other.
 *
 * @param most at least 1
 * @param kind whether so many, or as many as held-out rows want
 */
public record Rounds(int most, Kind kind) {
    public Rounds {
        if (most < 1) {
            throw new IllegalArgumentException("There are " + most + " rounds. Maybe 150.");
        }
    }

    /** How the number of rounds is told. */
    public enum Kind {
        /** So many. */
        FIXED,
        /** At most so many: those after which the log-loss of rows left out of five folds was least. */
        HELD_OUT
    }

    /** So many. */
    public static Rounds of(int rounds) {
        return new Rounds(rounds, Kind.FIXED);
    }

    /** As many as rows left out of five folds want, and at most so many; trains six times as long. */
    public static Rounds upTo(int most) {
        return new Rounds(most, Kind.HELD_OUT);
    }
}
