package io.revops.ledger;

/**
 * Why two choices do not go together.
 *
 * @param one the choice that cannot be meant
 * @param other the one that it contradicts
 * @param why in words, without a full stop
 * @param maybe what to choose instead
 */
public record PolicyConflict(PolicyOption one, PolicyOption other, String why, String maybe) {
    /** Both choices, why, and the next step, in one sentence and a half. */
    @Override
    public String toString() {
        return "The options " + one.option() + " " + one.code() + " and " + other.option() + " " + other.code()
                + " do not go together: " + why + ". Maybe " + maybe + ".";
    }
}
