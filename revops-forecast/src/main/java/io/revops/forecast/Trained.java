package io.revops.forecast;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A model that was trained.
 *
 * @param fitted the model
 * @param provenance what it was trained from, and how
 * @param reasons why this model and not another
 */
public record Trained<M>(M fitted, Provenance provenance, List<String> reasons) implements Training<M> {
    public Trained {
        Objects.requireNonNull(fitted, "fitted");
        Objects.requireNonNull(provenance, "provenance");
        reasons = List.copyOf(reasons);
    }

    /** The only model that was tried. */
    public static <M> Trained<M> of(M fitted, Provenance provenance) {
        return new Trained<>(fitted, provenance, List.of());
    }

    @Override
    public Optional<M> model() {
        return Optional.of(fitted);
    }

    @Override
    public M orElseThrow() {
        return fitted;
    }

    @Override
    public String toString() {
        return fitted.toString();
    }
}
