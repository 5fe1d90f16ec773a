package io.revops.metric;

import io.revops.time.Span;
import java.util.List;
import java.util.Optional;

/**
 * A metric measured over one period after another.
 *
 * @param <V> the type of its numbers
 */
public final class Series<V> {
    private final MetricDefinition definition;
    private final List<Measurement<V>> points;

    private Series(MetricDefinition definition, List<Measurement<V>> points) {
        this.definition = definition;
        this.points = List.copyOf(points);
    }

    /** A series of measurements, in the order of their periods. */
    public static <V> Series<V> of(MetricDefinition definition, List<Measurement<V>> points) {
        return new Series<>(definition, points);
    }

    public MetricDefinition definition() {
        return definition;
    }

    /** One measurement for each period, in order. */
    public List<Measurement<V>> points() {
        return points;
    }

    /** The measurement of a period. */
    public Optional<Measurement<V>> at(Span period) {
        return points.stream().filter(p -> p.span().equals(period)).findFirst();
    }

    /** The title, then a line for each period. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(definition.title());
        if (!points.isEmpty()) {
            text.append(", ")
                    .append(points.get(0).span())
                    .append(" to ")
                    .append(points.get(points.size() - 1).span());
        }
        points.forEach(p -> text.append("\n  ").append(p.span()).append("  ").append(p.printed()));
        return text.toString();
    }
}
