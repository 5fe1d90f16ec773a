package io.revops.health;

import io.revops.book.Dimension;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a scorecard weighs differently for some customers: those of a segment, those in their first days. What a profile does
 * not name counts as it does elsewhere.
 */
public final class HealthProfile {
    private final String name;
    private final long minDays;
    private final long maxDays;
    private final Map<Dimension, String> segments;
    private final Map<String, Double> weights;
    private final Set<String> without;
    private final @Nullable HealthLimits limits;

    private HealthProfile(
            String name,
            long minDays,
            long maxDays,
            Map<Dimension, String> segments,
            Map<String, Double> weights,
            Set<String> without,
            @Nullable HealthLimits limits) {
        this.name = Objects.requireNonNull(name, "name");
        this.minDays = minDays;
        this.maxDays = maxDays;
        this.segments = Collections.unmodifiableMap(new LinkedHashMap<>(segments));
        this.weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
        this.without = Collections.unmodifiableSet(new TreeSet<>(without));
        this.limits = limits;
    }

    /** A profile for every customer, until it is narrowed. */
    public static HealthProfile named(String name) {
        return new HealthProfile(name, 0, Long.MAX_VALUE, Map.of(), Map.of(), Set.of(), null);
    }

    /** For customers of so many days, the first included, the second not. One whose tenure is unknown is not meant. */
    public HealthProfile tenure(long fromDays, long toDays) {
        if (fromDays < 0 || toDays <= fromDays) {
            throw new IllegalArgumentException(
                    "A tenure from " + fromDays + " to " + toDays + " days is that of nobody. Maybe from 0 to 90.");
        }
        return new HealthProfile(name, fromDays, toDays, segments, weights, without, limits);
    }

    /** For customers whose value of a dimension is this. */
    public HealthProfile where(Dimension dimension, String value) {
        if (dimension.subject() != Dimension.Subject.ACCOUNT) {
            throw new IllegalArgumentException("The dimension (" + dimension + ") is one of " + dimension.subject()
                    + "s, and a profile is of accounts. Maybe Dimension.SEGMENT.");
        }
        Map<Dimension, String> more = new LinkedHashMap<>(segments);
        more.put(dimension, value);
        return new HealthProfile(name, minDays, maxDays, more, weights, without, limits);
    }

    /** Another weight for a factor. */
    public HealthProfile weigh(String factor, double weight) {
        HealthFactor.weight(factor, weight);
        Map<String, Double> more = new LinkedHashMap<>(weights);
        more.put(factor, weight);
        Set<String> fewer = new TreeSet<>(without);
        fewer.remove(factor);
        return new HealthProfile(name, minDays, maxDays, segments, more, fewer, limits);
    }

    /** Leaves a factor out. */
    public HealthProfile without(String factor) {
        Set<String> more = new TreeSet<>(without);
        more.add(factor);
        Map<String, Double> fewer = new LinkedHashMap<>(weights);
        fewer.remove(factor);
        return new HealthProfile(name, minDays, maxDays, segments, fewer, more, limits);
    }

    /** Other bands. */
    public HealthProfile with(HealthLimits other) {
        return new HealthProfile(name, minDays, maxDays, segments, weights, without, other);
    }

    public String name() {
        return name;
    }

    /** The fewest days of tenure. */
    public long minDays() {
        return minDays;
    }

    /** The days of tenure from which on it is not meant, if there are any. */
    public OptionalLong maxDays() {
        return maxDays == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(maxDays);
    }

    /** The segments it is for; all of them have to fit. */
    public Map<Dimension, String> segments() {
        return segments;
    }

    /** The weights it changes, by factor. */
    public Map<String, Double> weights() {
        return weights;
    }

    /** The factors it leaves out. */
    public Set<String> without() {
        return without;
    }

    /** Its own bands, if it has any. */
    public Optional<HealthLimits> limits() {
        return Optional.ofNullable(limits);
    }

    /** Whether it is meant for a customer. */
    public boolean isFor(Customer customer) {
        if (minDays > 0 || maxDays < Long.MAX_VALUE) {
            OptionalLong tenure = customer.tenureDays();
            if (tenure.isEmpty() || tenure.getAsLong() < minDays || tenure.getAsLong() >= maxDays) {
                return false;
            }
        }
        return segments.entrySet().stream()
                .allMatch(of -> customer.value(of.getKey()).equals(of.getValue()));
    }

    /** The weight of a factor for these customers; empty: left out. */
    Optional<Double> weight(HealthFactor factor) {
        return without.contains(factor.name())
                ? Optional.empty()
                : Optional.of(weights.getOrDefault(factor.name(), factor.weight()));
    }

    /** The same, with nothing said of a factor. */
    HealthProfile forgetting(String factor) {
        Map<String, Double> fewer = new LinkedHashMap<>(weights);
        fewer.remove(factor);
        Set<String> still = new TreeSet<>(without);
        still.remove(factor);
        return new HealthProfile(name, minDays, maxDays, segments, fewer, still, limits);
    }

    /** Its name. */
    @Override
    public String toString() {
        return name;
    }
}
