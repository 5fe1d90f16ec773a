package io.revops.metric;

import io.revops.book.Dimension;
import io.revops.ledger.RevenueView;
import io.revops.time.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A number with the evidence it was concluded from: it can be printed, drilled into, cut, compared and explained.
 *
 * @param <V> the type of the number
 */
public final class Measurement<V> {
    private final Metric<V> metric;
    private final Span span;
    private final String policy;
    private final Evidence evidence;
    private final Reading<V> reading;
    private final @Nullable RevenueView view;

    private Measurement(Metric<V> metric, Span span, String policy, Evidence evidence, @Nullable RevenueView view) {
        this.metric = metric;
        this.span = span;
        this.policy = policy;
        this.evidence = evidence;
        this.view = view;
        Optional<Undefined<?>> missing = evidence.undefined();
        this.reading = missing.isPresent() ? missing.get().as() : metric.conclude(evidence);
    }

    /** Concludes evidence that was gathered from a view. */
    public static <V> Measurement<V> of(Metric<V> metric, RevenueView view, Evidence evidence) {
        return new Measurement<>(metric, view.span(), view.policy().toString(), evidence, view);
    }

    /** The number, or why there is none. */
    public Reading<V> reading() {
        return reading;
    }

    /** The number, if there is one. */
    public Optional<V> value() {
        return reading.value();
    }

    /**
     * The number.
     *
     * @throws IllegalStateException if there is none, with the reason
     */
    public V orElseThrow() {
        return reading.orElseThrow();
    }

    public MetricDefinition definition() {
        return metric.definition();
    }

    public Span span() {
        return span;
    }

    /** The lines that the number was concluded from. */
    public Evidence evidence() {
        return evidence;
    }

    /** The number of each segment of a dimension, gathered again where the dimension is finer than a line. */
    public Breakdown<V> by(Dimension dimension) {
        Cut cut = Cut.by(dimension);
        Evidence whole = metric.gather(attached(), cut);
        Map<String, Measurement<V>> segments = new LinkedHashMap<>();
        whole.bySegment()
                .forEach((name, part) -> segments.put(name, new Measurement<>(metric, span, policy, part, view)));
        MetricDefinition definition = definition();
        return new Breakdown<>(
                this,
                dimension,
                segments,
                cut.isWithinAccounts() ? definition.addsWithinAccounts() : definition.adds(),
                segments.keySet().equals(Set.of(Dimension.NOT_SET))
                        ? UnknownDimension.in(attached().book(), dimension)
                        : null);
    }

    /** This beside an earlier measurement of the same metric. */
    public Difference<V> since(Measurement<V> earlier) {
        return new Difference<>(earlier, this);
    }

    /** How the number was concluded: formula, the totals put in, policy, and the lines that moved it most. */
    public Explanation explain() {
        return Explanation.of(this);
    }

    /** The same number and lines without a hold on the ledger and the book; it cannot be cut any more, nor tell changes. */
    public Measurement<V> detach() {
        return new Measurement<>(metric, span, policy, evidence.detached(), null);
    }

    String policy() {
        return policy;
    }

    Optional<RevenueView> view() {
        return Optional.ofNullable(view);
    }

    private RevenueView attached() {
        if (view == null) {
            throw new IllegalStateException(
                    "The measurement was detached from its view. Maybe cut it before, or measure again.");
        }
        return view;
    }

    /** The number as it is printed. */
    public String printed() {
        return value().map(v -> definition().unit().print(v)).orElseGet(reading::toString);
    }

    /** {@code Net revenue retention, 2025: 108.4 %}. */
    @Override
    public String toString() {
        return definition().title() + ", " + span + ": " + printed();
    }
}
