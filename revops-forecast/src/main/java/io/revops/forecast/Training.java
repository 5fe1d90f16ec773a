package io.revops.forecast;

import java.util.Optional;

/**
 * What came of training: a model, or a refusal.
 *
 * @param <M> the type of the model
 */
public sealed interface Training<M> permits Trained, Refused {
    /** The model, if there is one. */
    Optional<M> model();

    /**
     * The model.
     *
     * @throws IllegalStateException if it was refused, with the reason and the fallback
     */
    M orElseThrow();
}
