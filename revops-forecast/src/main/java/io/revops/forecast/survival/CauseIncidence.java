package io.revops.forecast.survival;

import java.util.Objects;

/**
 * How many have ended for a cause by each time.
 *
 * @param cause why
 * @param incidence the share, just after each of the times of {@link CumulativeIncidence}
 * @param standardErrors of the shares
 */
public record CauseIncidence(String cause, Doubles incidence, Doubles standardErrors) {
    public CauseIncidence {
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(incidence, "incidence");
        Objects.requireNonNull(standardErrors, "standardErrors");
    }
}
