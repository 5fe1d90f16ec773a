package io.revops.metric;

import java.util.Objects;
import java.util.Optional;

/**
 * A number that exists.
 *
 * @param number the number, never null
 */
public record Known<V>(V number) implements Reading<V> {
    public Known {
        Objects.requireNonNull(number, "number");
    }

    @Override
    public Optional<V> value() {
        return Optional.of(number);
    }

    @Override
    public V orElseThrow() {
        return number;
    }

    @Override
    public String toString() {
        return number.toString();
    }
}
