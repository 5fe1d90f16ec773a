package io.revops.forecast.churn;

import io.revops.book.ChurnCause;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What an account did in the horizon, as the ledger tells it.
 *
 * @param kind whether it left
 * @param cause of one that left: whether it wanted to, where that was written
 * @param on of one that left: the first day on which it was gone
 * @param lost the share of its value at the start of the horizon that it pays less at the end, 0 to 1: all of it if it left. At the rates of the start
 */
public record ChurnOutcome(Kind kind, Optional<ChurnCause> cause, Optional<LocalDate> on, double lost) {
    /** Whether an account left. */
    public enum Kind {
        STAYED,
        /** It stayed, and pays less. */
        CONTRACTED,
        CHURNED
    }

    public ChurnOutcome {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(on, "on");
    }

    /** Whether this is what was to be foreseen. */
    public boolean is(ChurnTarget target) {
        return switch (target) {
            case CHURN -> kind == Kind.CHURNED;
            case VOLUNTARY -> kind == Kind.CHURNED && cause.orElse(ChurnCause.VOLUNTARY) == ChurnCause.VOLUNTARY;
            case INVOLUNTARY -> kind == Kind.CHURNED && cause.equals(Optional.of(ChurnCause.INVOLUNTARY));
            case CONTRACTION -> kind == Kind.CONTRACTED;
        };
    }
}
