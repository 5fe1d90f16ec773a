package io.revops.metric;

import java.util.Objects;
import java.util.Optional;

/**
 * A number that does not exist.
 *
 * @param code why, for a program
 * @param text why, for a reader
 */
public record Undefined<V>(UndefinedCode code, String text) implements Reading<V> {
    public Undefined {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(text, "text");
    }

    /** The same reason for another number that rests on this one. */
    public <W> Undefined<W> as() {
        return new Undefined<>(code, text);
    }

    @Override
    public Optional<V> value() {
        return Optional.empty();
    }

    @Override
    public V orElseThrow() {
        throw new IllegalStateException("undefined (" + code + "): " + text);
    }

    @Override
    public String toString() {
        return "undefined: " + text;
    }
}
