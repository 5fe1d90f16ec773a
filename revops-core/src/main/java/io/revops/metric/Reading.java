package io.revops.metric;

import java.util.Optional;

/**
 * A number, or why there is none.
 *
 * @param <V> the type of the number
 */
public sealed interface Reading<V> permits Known, Undefined {
    /** A number. */
    static <V> Reading<V> known(V value) {
        return new Known<>(value);
    }

    /** No number, and why: the text is for the reader of a report. */
    static <V> Reading<V> undefined(UndefinedCode code, String text) {
        return new Undefined<>(code, text);
    }

    /** The number, if there is one. */
    Optional<V> value();

    /**
     * The number.
     *
     * @throws IllegalStateException if there is none, with the reason
     */
    V orElseThrow();
}
