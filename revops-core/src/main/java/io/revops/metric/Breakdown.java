package io.revops.metric;

import io.revops.book.Dimension;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A number cut by a dimension: one measurement for each segment, and the whole.
 *
 * @param <V> the type of the number
 */
public final class Breakdown<V> {
    private final Measurement<V> whole;
    private final Dimension dimension;
    private final Map<String, Measurement<V>> segments;
    private final Adds adds;
    private final @Nullable String remark;

    Breakdown(
            Measurement<V> whole,
            Dimension dimension,
            Map<String, Measurement<V>> segments,
            Adds adds,
            @Nullable String remark) {
        this.whole = whole;
        this.dimension = dimension;
        this.segments = Collections.unmodifiableMap(new LinkedHashMap<>(segments));
        this.adds = adds;
        this.remark = remark;
    }

    /** The number that was cut. */
    public Measurement<V> whole() {
        return whole;
    }

    public Dimension dimension() {
        return dimension;
    }

    /** Every segment by its name, in the order of names. */
    public Map<String, Measurement<V>> segments() {
        return segments;
    }

    /**
     * One segment.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public Measurement<V> of(String segment) {
        Measurement<V> found = segments.get(segment);
        if (found == null) {
            throw new IllegalArgumentException(
                    "There is no " + dimension + " (" + segment + "). Maybe one of " + segments.keySet() + ".");
        }
        return found;
    }

    /** How the segments make the whole. */
    public Adds adds() {
        return adds;
    }

    /** What is to be said of the cut: that nothing has a value of the dimension, which may be mistyped. */
    public Optional<String> remark() {
        return Optional.ofNullable(remark);
    }

    /** The whole, then every segment, then how they add, and what is to be said of the cut. */
    @Override
    public String toString() {
        return remark == null ? table() : table() + "\n  " + remark;
    }

    private String table() {
        int width = segments.keySet().stream().mapToInt(String::length).max().orElse(0);
        StringBuilder text = new StringBuilder(whole.toString()).append(", by ").append(dimension);
        segments.forEach((name, part) -> text.append("\n  ")
                .append(name)
                .append(" ".repeat(width - name.length() + 2))
                .append(part.printed()));
        text.append("\n  ");
        return switch (adds) {
            case SUM -> text.append("The segments add up to the whole.").toString();
            case RATIO_OF_SUMS ->
                text.append("Numerators and denominators of the segments add up to those of the whole.")
                        .toString();
            case NONE ->
                text.append(
                                "The segments do not add up to the whole: they are medians, or one account may be in several.")
                        .toString();
        };
    }
}
