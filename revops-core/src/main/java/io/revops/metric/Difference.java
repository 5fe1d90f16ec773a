package io.revops.metric;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number beside an earlier one of the same metric.
 *
 * @param earlier the one before
 * @param later the one after
 */
public record Difference<V>(Measurement<V> earlier, Measurement<V> later) {
    public Difference {
        if (!earlier.definition().id().equals(later.definition().id())) {
            throw new IllegalArgumentException(
                    "A difference of " + earlier.definition().title() + " and "
                            + later.definition().title() + " says nothing. Maybe measure one metric twice.");
        }
    }

    /** Later minus earlier in the metric's unit, if both exist; percent as ratios. */
    public Optional<BigDecimal> change() {
        if (earlier.value().isEmpty() || later.value().isEmpty()) {
            return Optional.empty();
        }
        Unit unit = later.definition().unit();
        return Optional.of(unit.decimal(later.orElseThrow()).subtract(unit.decimal(earlier.orElseThrow())));
    }

    /** Whether the change is good news; empty if it is none, or depends. */
    public Optional<Boolean> isBetter() {
        Better better = later.definition().better();
        return change().filter(c -> c.signum() != 0 && better != Better.NEITHER)
                .map(c -> (c.signum() > 0) == (better == Better.UP));
    }

    /** The later number, and what it was. */
    @Override
    public String toString() {
        return later + " (" + earlier.span() + ": " + earlier.printed() + ")";
    }
}
