package io.revops.forecast;

import java.util.Objects;
import java.util.Optional;

/**
 * No model, because the data cannot carry one.
 *
 * @param code why, for a program
 * @param why why, for a reader
 * @param need what was too few, where something was counted
 * @param fallback the simpler method that these data can carry
 */
public record Refused<M>(RefusalCode code, String why, Optional<Need> need, String fallback) implements Training<M> {
    public Refused {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(why, "why");
        Objects.requireNonNull(need, "need");
        Objects.requireNonNull(fallback, "fallback");
    }

    /**
     * What there is too little of.
     *
     * @param what in the plural: months, won deals
     * @param needed at least so many
     * @param found so many there are
     */
    public record Need(String what, long needed, long found) {
        public Need {
            Objects.requireNonNull(what, "what");
        }
    }

    /** The same reason for another model that rests on this one. */
    public <N> Refused<N> as() {
        return new Refused<>(code, why, need, fallback);
    }

    @Override
    public Optional<M> model() {
        return Optional.empty();
    }

    @Override
    public M orElseThrow() {
        throw new IllegalStateException("refused (" + code + "): " + why + " Maybe " + fallback + ".");
    }

    @Override
    public String toString() {
        return "refused: " + why + " Maybe " + fallback + ".";
    }
}
