package io.revops.forecast.survival;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Between what times a quantile lies with a probability.
 *
 * @param low empty if it is not reached
 * @param high empty if it is not reached: the quantile may be any later time
 */
public record QuantileInterval(OptionalDouble low, OptionalDouble high, double level) {
    public QuantileInterval {
        Objects.requireNonNull(low, "low");
        Objects.requireNonNull(high, "high");
    }
}
