package io.revops.health;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * One line of a scorecard: a named figure of a customer, how good it is, and how much that counts.
 *
 * <p>It reads only the {@link Customer} it is given, so it cannot see what came later.
 */
public final class HealthFactor {
    private final String name;
    private final double weight;
    private final Scale scale;
    private final Function<Customer, HealthFinding> find;

    private HealthFactor(String name, double weight, Scale scale, Function<Customer, HealthFinding> find) {
        this.name = Objects.requireNonNull(name, "name");
        this.weight = weight;
        this.scale = Objects.requireNonNull(scale, "scale");
        this.find = Objects.requireNonNull(find, "find");
        if (name.isBlank()) {
            throw new IllegalArgumentException("A factor has no name. Maybe what it looks at: \"champion\".");
        }
        weight(name, weight);
    }

    /**
     * A figure that is already 0 (bad) to 1 (good); outside that, it is taken for the nearer end.
     *
     * @param weight above 0, in any unit: what counts is its share in the sum of all
     */
    public static HealthFactor of(String name, double weight, ToDoubleFunction<Customer> figure) {
        return of(name, weight, Scale.SHARE, figure);
    }

    /** A figure that a scale judges. */
    public static HealthFactor of(String name, double weight, Scale scale, ToDoubleFunction<Customer> figure) {
        return finding(name, weight, scale, customer -> HealthFinding.of(figure.applyAsDouble(customer)));
    }

    /** A figure that tells its evidence, or that it is missing. */
    public static HealthFactor finding(
            String name, double weight, Scale scale, Function<Customer, HealthFinding> find) {
        return new HealthFactor(name, weight, scale, find);
    }

    static void weight(String name, double weight) {
        if (!(weight > 0 && weight <= 1e9)) {
            throw new IllegalArgumentException("The factor (" + name + ") has the weight " + Texts.shown(weight)
                    + ". Maybe a weight above 0, or leave the factor out with without(\"" + name + "\").");
        }
    }

    public String name() {
        return name;
    }

    /** How much it counts, beside the weights of the others. */
    public double weight() {
        return weight;
    }

    public Scale scale() {
        return scale;
    }

    /** The same with another weight. */
    public HealthFactor weigh(double other) {
        return new HealthFactor(name, other, scale, find);
    }

    /** The same on another scale. */
    public HealthFactor on(Scale other) {
        return new HealthFactor(name, weight, other, find);
    }

    /** What it finds out about a customer. */
    public HealthFinding find(Customer customer) {
        HealthFinding found = find.apply(customer);
        return Objects.requireNonNull(
                found, () -> "The factor (" + name + ") found null. Maybe HealthFinding.missing(why).");
    }

    /** {@code usage, weight 20, 0 is 0, 20 is 1}. */
    @Override
    public String toString() {
        return name + ", weight " + Texts.number(weight) + ", " + scale;
    }
}
