package io.revops.ledger;

import java.util.Optional;

/**
 * Which kind a movement is. A total function: whatever was paid before, however the two ends are and whatever caused it, there is
 * one kind or no movement.
 */
final class Classifier {
    /** What brought a movement about. */
    enum Cause {
        /** What the unit did itself. */
        OWN,
        /** An exchange rate. */
        RATE,
        /** It is the same unit in another segment. */
        SEGMENT,
        /** Another account was merged into its own. */
        TAKEN,
        /** Its account was merged into another. */
        GIVEN
    }

    private Classifier() {}

    /**
     * The kind of a movement.
     *
     * @param paid whether the unit paid before, and a return now is none that counts as new
     * @param was whether it was active before
     * @param is whether it is active after
     * @param difference the sign of the difference: below 0, 0, above 0
     */
    static Optional<MovementKind> kind(boolean paid, boolean was, boolean is, long difference, Cause cause) {
        if (cause == Cause.RATE) {
            return difference == 0 ? Optional.empty() : Optional.of(MovementKind.FX);
        }
        if (cause == Cause.TAKEN || cause == Cause.GIVEN) {
            return difference == 0 && was == is
                    ? Optional.empty()
                    : Optional.of(cause == Cause.TAKEN ? MovementKind.MERGE_IN : MovementKind.MERGE_OUT);
        }
        if (!was && is) {
            return Optional.of(
                    cause == Cause.SEGMENT
                            ? MovementKind.SEGMENT_IN
                            : paid ? MovementKind.REACTIVATION : MovementKind.NEW);
        }
        if (was && !is) {
            return Optional.of(cause == Cause.SEGMENT ? MovementKind.SEGMENT_OUT : MovementKind.CHURN);
        }
        if (difference == 0) {
            return Optional.empty();
        }
        return Optional.of(difference > 0 ? MovementKind.EXPANSION : MovementKind.CONTRACTION);
    }
}
