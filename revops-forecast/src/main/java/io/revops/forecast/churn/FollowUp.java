package io.revops.forecast.churn;

import java.util.Objects;
import java.util.Optional;

/**
 * What came of an account after the day as of which its features were read.
 *
 * @param periods of one that ended: the period in which it did, from 1; of one that runs: how many it is known to have lasted, from 0
 * @param cause why it ended; empty if it still ran
 */
public record FollowUp(int periods, Optional<String> cause) {
    public FollowUp {
        Objects.requireNonNull(cause, "cause");
        if (periods < (cause.isPresent() ? 1 : 0)) {
            throw new IllegalArgumentException("An account was followed for " + periods
                    + " periods. Maybe 1 for one that ended in the first, 0 for one that was not seen through it.");
        }
    }

    /** It ended in a period, counted from 1. */
    public static FollowUp ended(int period, String cause) {
        return new FollowUp(period, Optional.of(cause));
    }

    /** It still ran when it was last seen, so many whole periods later. */
    public static FollowUp running(int periods) {
        return new FollowUp(periods, Optional.empty());
    }

    public boolean hasEnded() {
        return cause.isPresent();
    }
}
