package io.revops.forecast.pipeline;

import java.time.LocalDate;
import java.util.Objects;

/**
 * By how much a commit forecast of an earlier period missed.
 *
 * @param origin the last day that it saw
 * @param open what came of the deals that were called less what was forecast of them, as a share of what was called
 * @param fresh what came beside them less what was forecast of that, in money
 */
public record CommitError(LocalDate origin, double open, double fresh) {
    public CommitError {
        Objects.requireNonNull(origin, "origin");
        if (!Double.isFinite(open) || !Double.isFinite(fresh)) {
            throw new IllegalArgumentException(
                    "The errors of " + origin + " are " + open + " and " + fresh + ". Maybe leave the period out.");
        }
    }
}
