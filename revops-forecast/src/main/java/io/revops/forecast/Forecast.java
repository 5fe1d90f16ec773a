package io.revops.forecast;

import io.revops.metric.Proportion;
import io.revops.metric.Reading;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What may happen to a quantity in a period, seen from the end of a day.
 *
 * <p>It is the sum of named parts, each a number with its possible outcomes. Forecasts of teams and of months are added world by
 * world, see {@link Draws}; what was measured of the method, and why it was chosen, stands beside it.
 */
public final class Forecast {
    private final Quantity quantity;
    private final LocalDate asOf;
    private final Span horizon;
    private final List<Contribution> parts;
    private final Draws draws;
    private final @Nullable Accuracy measured;
    private final List<String> reasons;
    private final List<Provenance> sources;

    private Forecast(Builder from) {
        quantity = from.quantity;
        asOf = from.asOf;
        horizon = from.horizon;
        parts = List.copyOf(from.parts.values());
        draws = parts.stream()
                .map(Contribution::draws)
                .reduce(Draws::plus)
                .orElseThrow(() -> new IllegalArgumentException("A forecast has no part. Maybe add what is known."));
        measured = from.measured;
        reasons = List.copyOf(from.reasons);
        sources = List.copyOf(from.sources);
    }

    /**
     * Begins a forecast of a period.
     *
     * @param asOf the last day that was seen
     * @param horizon ends after that day
     */
    public static Builder of(Quantity quantity, LocalDate asOf, Span horizon) {
        return new Builder(quantity, asOf, horizon);
    }

    public Quantity quantity() {
        return quantity;
    }

    /** The last day that was seen. */
    public LocalDate asOf() {
        return asOf;
    }

    /** The period that is forecast. */
    public Span horizon() {
        return horizon;
    }

    public List<Contribution> parts() {
        return parts;
    }

    /** A part by its name. */
    public Optional<Contribution> part(String name) {
        return parts.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    /** The number that the method gives, before its errors are looked at; of a simulation, the mean. */
    public double point() {
        double sum = 0;
        for (Contribution part : parts) {
            sum += part.point();
        }
        return sum;
    }

    /** The mean of what may happen: the point, less what the method was wrong by on average. */
    public double mean() {
        return draws.mean();
    }

    /**
     * The value that the outcome is at or below with a probability.
     *
     * @return undefined where the cases are too few to tell, with the number needed
     */
    public Reading<Double> quantile(double probability) {
        return draws.quantile(probability);
    }

    /** In how many of the possible outcomes a number is reached. */
    public Proportion reaching(double target) {
        return draws.reaching(target);
    }

    /** All possible outcomes. */
    public Draws draws() {
        return draws;
    }

    /** What the spread rests on. */
    public Support support() {
        return draws.support();
    }

    /** How far off the method was that many periods ahead; empty where the sum of several has not been measured. */
    public Optional<Accuracy> measured() {
        return Optional.ofNullable(measured);
    }

    /** Why it is this number. */
    public List<String> reasons() {
        return reasons;
    }

    /** The models it was made with. */
    public List<Provenance> sources() {
        return sources;
    }

    /** The sum with another team's forecast of the same period; parts of the same name are added. */
    public Forecast plus(Forecast other) {
        if (!horizon.equals(other.horizon)) {
            throw new IllegalArgumentException(
                    "The forecasts are of " + horizon + " and " + other.horizon + ". Maybe add months with then().");
        }
        return added(other, horizon);
    }

    /** The sum with the forecast of the period that follows; only a flow adds up over time. */
    public Forecast then(Forecast next) {
        if (quantity.nature() == Nature.LEVEL) {
            throw new IllegalArgumentException("The level (" + quantity.id()
                    + ") does not add up over time. Maybe take the last period, or forecast a flow.");
        }
        if (!horizon.to().equals(next.horizon.from())) {
            throw new IllegalArgumentException("After " + horizon + " does not come " + next.horizon
                    + ". Maybe the period that begins on " + horizon.to() + ".");
        }
        return added(next, Span.of(horizon.from(), next.horizon.to()));
    }

    private Forecast added(Forecast other, Span whole) {
        if (!quantity.addsTo(other.quantity)) {
            throw new IllegalArgumentException("Cannot add " + other.quantity + " to " + quantity
                    + ". Maybe forecast both in one unit and currency.");
        }
        if (!asOf.equals(other.asOf)) {
            throw new IllegalArgumentException(
                    "The forecasts are as of " + asOf + " and " + other.asOf + ". Maybe train both on the same day.");
        }
        Quantity sum = quantity.id().equals(other.quantity.id())
                ? quantity
                : quantity.named(
                        quantity.id() + "+" + other.quantity.id(), quantity.title() + " + " + other.quantity.title());
        Builder added = of(sum, asOf, whole);
        parts.forEach(added::part);
        for (Contribution part : other.parts) {
            added.parts.merge(part.name(), part, Contribution::plus);
        }
        added.because(reasons).because(other.reasons);
        return added.from(sources).from(other.sources).build();
    }

    /** The same under another name. */
    public Forecast named(String id, String title) {
        return copy(quantity.named(id, title), Function.identity());
    }

    /** The same in the worlds of a simulation, picked together with all that is drawn under the same id. */
    public Forecast through(Simulation simulation, String id) {
        return copy(quantity, d -> d.through(simulation, id));
    }

    /** Every outcome times that of a shock in the same world; the points as they are. */
    public Forecast shaken(Draws shock) {
        return copy(quantity, d -> d.times(shock));
    }

    private Forecast copy(Quantity renamed, Function<Draws, Draws> change) {
        Builder copy = of(renamed, asOf, horizon);
        parts.forEach(p -> copy.part(new Contribution(p.name(), p.point(), change.apply(p.draws()))));
        if (measured != null) {
            copy.measured(measured);
        }
        return copy.because(reasons).from(sources).build();
    }

    /** Whether every number is the same, bit for bit. */
    @Override
    public boolean equals(Object o) {
        return o instanceof Forecast that
                && quantity.equals(that.quantity)
                && asOf.equals(that.asOf)
                && horizon.equals(that.horizon)
                && parts.equals(that.parts)
                && Objects.equals(measured, that.measured)
                && reasons.equals(that.reasons)
                && sources.equals(that.sources);
    }

    @Override
    public int hashCode() {
        return Objects.hash(quantity, asOf, horizon, parts);
    }

    /** {@code MRR, 2026-01: USD 401,222.10 (80 %: USD 391,000.00 to USD 412,000.00; fitted, 20 errors)}. */
    @Override
    public String toString() {
        Reading<Double> low = quantile(0.1);
        Reading<Double> high = quantile(0.9);
        String spread = low.value().isPresent() && high.value().isPresent()
                ? "80 %: " + quantity.print(low.orElseThrow()) + " to " + quantity.print(high.orElseThrow())
                : "no 80 % interval";
        return quantity.title() + ", " + horizon + ": " + quantity.print(point()) + " (" + spread + "; " + support()
                + ")";
    }

    /** Collects the parts of a forecast and what is to be said of it. */
    public static final class Builder {
        private final Quantity quantity;
        private final LocalDate asOf;
        private final Span horizon;
        private final Map<String, Contribution> parts = new LinkedHashMap<>();
        private @Nullable Accuracy measured;
        private final List<String> reasons = new ArrayList<>();
        private final List<Provenance> sources = new ArrayList<>();

        private Builder(Quantity quantity, LocalDate asOf, Span horizon) {
            if (horizon.isEmpty() || !horizon.to().isAfter(asOf.plusDays(1))) {
                throw new IllegalArgumentException(
                        "The period " + horizon + " is over on " + asOf + ". Maybe one that ends later.");
            }
            this.quantity = Objects.requireNonNull(quantity, "quantity");
            this.asOf = asOf;
            this.horizon = horizon;
        }

        /** Adds a part, whose name no other has. */
        public Builder part(Contribution part) {
            if (parts.putIfAbsent(part.name(), part) != null) {
                throw new IllegalArgumentException(
                        "There are two parts (" + part.name() + "). Maybe name one of them otherwise.");
            }
            return this;
        }

        /** The measured error of the method, as many periods ahead. */
        public Builder measured(Accuracy accuracy) {
            measured = accuracy;
            return this;
        }

        /** Why it is this number; the same sentence is said once. */
        public Builder because(List<String> sentences) {
            sentences.stream().filter(s -> !reasons.contains(s)).forEach(reasons::add);
            return this;
        }

        /** The models it was made with, each once. */
        public Builder from(List<Provenance> models) {
            models.stream().filter(m -> !sources.contains(m)).forEach(sources::add);
            return this;
        }

        public Forecast build() {
            return new Forecast(this);
        }
    }
}
