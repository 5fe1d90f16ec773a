package io.revops.forecast;

import io.revops.metric.Proportion;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The possible outcomes of one number, each as likely as the other.
 *
 * <p>Outcome by outcome is how numbers are added: the i-th draw of one and the i-th of another happened in the same world (the
 * same draw of a simulation, or the same day in the past), so that what they share stays shared. The quantile of a sum is taken
 * of the sums; the sum of quantiles is a number that nobody asked for.
 */
public final class Draws {
    private final Support support;
    private final double[] values;
    private volatile double @Nullable [] sorted;

    private Draws(Support support, double[] values) {
        this.support = support;
        this.values = values;
    }

    /** A number that is known. */
    public static Draws exact(double value) {
        return of(new Support.Exact(), value);
    }

    /**
     * Outcomes in the order of their worlds.
     *
     * @param values as many as the support has cases, at least one, finite
     */
    public static Draws of(Support support, double... values) {
        if (values.length != support.cases() || values.length == 0) {
            throw new IllegalArgumentException("There are " + values.length + " outcomes of " + support.cases()
                    + " cases. Maybe one for each case, and at least one.");
        }
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("An outcome is " + value + ". Maybe leave its case out.");
            }
        }
        return new Draws(support, values.clone());
    }

    public Support support() {
        return support;
    }

    /** How many outcomes. */
    public int size() {
        return values.length;
    }

    /** One outcome, counted from 0; a known number is the same in every world. */
    public double at(int world) {
        return support instanceof Support.Exact ? values[0] : values[world];
    }

    /** All outcomes in the order of their worlds. */
    public double[] toArray() {
        return values.clone();
    }

    /** The sum, world by world. */
    public Draws plus(Draws other) {
        return together(other, Double::sum);
    }

    /** The product, world by world: a shock that several numbers share. */
    public Draws times(Draws other) {
        return together(other, (a, b) -> a * b);
    }

    /** Every outcome times a factor. */
    public Draws times(double factor) {
        return map(x -> x * factor);
    }

    /** Every outcome changed by the same function. */
    public Draws map(DoubleUnaryOperator function) {
        return of(support, Arrays.stream(values).map(function).toArray());
    }

    /** The mean of the outcomes. */
    public double mean() {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /**
     * The value that an outcome is at or below with a probability.
     *
     * <p>Of draws it is the smallest at or below which there is at least that share of them. Of n errors it is the one at
     * position (n + 1) · p in order of size; between two positions the outer one, and at 50 % their mean.
     *
     * @param probability between 0 and 1, both excluded
     * @return undefined where the cases are too few for it, with the number needed
     */
    public Reading<Double> quantile(double probability) {
        if (support.carries(probability)) {
            return Reading.known(carried(probability));
        }
        boolean drawn = support instanceof Support.Simulated;
        boolean tooFewDraws = drawn && support.cases() < support.needed(probability);
        String name = percent(probability);
        if (tooFewDraws || !drawn) {
            return Reading.undefined(
                    UndefinedCode.TOO_FEW_CASES,
                    "The " + name + " quantile needs " + support.needed(probability) + (drawn ? " draws" : " errors")
                            + " and there are " + support.cases()
                            + (drawn
                                    ? ". Maybe draw more often."
                                    : ". Maybe a longer history, or a quantile further in."));
        }
        return Reading.undefined(
                UndefinedCode.TOO_FEW_CASES,
                "The " + name + " quantile rests on too few errors (" + support
                        + "). Maybe a longer history, or a quantile further in.");
    }

    private double carried(double probability) {
        double[] ordered = sorted();
        BigDecimal p = BigDecimal.valueOf(probability);
        if (!(support instanceof Support.Fitted)) {
            int rank = p.multiply(BigDecimal.valueOf(ordered.length))
                    .setScale(0, RoundingMode.CEILING)
                    .intValueExact();
            return ordered[rank - 1];
        }
        BigDecimal position = p.multiply(BigDecimal.valueOf(ordered.length + 1L));
        int low = position.setScale(0, RoundingMode.FLOOR).intValueExact();
        int high = position.setScale(0, RoundingMode.CEILING).intValueExact();
        if (probability == 0.5) {
            return low == high ? ordered[low - 1] : (ordered[low - 1] + ordered[high - 1]) / 2;
        }
        return ordered[(probability < 0.5 ? low : high) - 1];
    }

    /** In how many worlds a number is reached, of how many there are. */
    public Proportion reaching(double target) {
        return new Proportion(Arrays.stream(values).filter(v -> v >= target).count(), values.length);
    }

    /** What is missing to a target on the mean of all worlds; a world that reaches it lacks nothing. */
    public double shortfall(double target) {
        double sum = 0;
        for (double value : values) {
            sum += Math.max(0, target - value);
        }
        return sum / values.length;
    }

    /**
     * The same in the worlds of a simulation: in each, one of the past days is picked by lot, and what happened after it happens
     * again. Numbers that are drawn through the same simulation under the same id pick the same day in each world, if both have
     * it; under different ids they pick independently. What is known stays known.
     *
     * @param id names what is picked together
     */
    public Draws through(Simulation simulation, String id) {
        if (!(support instanceof Support.Fitted fitted)) {
            if (support instanceof Support.Exact) {
                return this;
            }
            throw new IllegalArgumentException("The outcomes (" + support
                    + ") are drawn already. Maybe draw everything through one simulation from the start.");
        }
        int worlds = simulation.draws();
        double[] best = new double[worlds];
        double[] drawn = new double[worlds];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        for (int origin = 0; origin < values.length; origin++) {
            RandomGenerator stream =
                    simulation.streamFor(id + "@" + fitted.origins().get(origin));
            for (int world = 0; world < worlds; world++) {
                double lot = Normals.uniform(stream);
                if (lot < best[world]) {
                    best[world] = lot;
                    drawn[world] = values[origin];
                }
            }
        }
        return of(new Support.Simulated(simulation.seed(), worlds, OptionalInt.of(values.length)), drawn);
    }

    private Draws together(Draws other, DoubleBinaryOperator with) {
        if (other.support instanceof Support.Exact) {
            return map(x -> with.applyAsDouble(x, other.values[0]));
        }
        if (support instanceof Support.Exact) {
            return other.map(x -> with.applyAsDouble(values[0], x));
        }
        if (support instanceof Support.Simulated a
                && other.support instanceof Support.Simulated b
                && a.seed() == b.seed()
                && a.draws() == b.draws()) {
            double[] both = new double[values.length];
            Arrays.setAll(both, i -> with.applyAsDouble(values[i], other.values[i]));
            return of(new Support.Simulated(a.seed(), a.draws(), fewer(a.errors(), b.errors())), both);
        }
        if (support instanceof Support.Fitted a && other.support instanceof Support.Fitted b) {
            return sameDays(a.origins(), other, b.origins(), with);
        }
        throw notShared(other);
    }

    /** Errors of the same past days go together; a day that only one of them has says nothing about both. */
    private Draws sameDays(List<LocalDate> mine, Draws other, List<LocalDate> others, DoubleBinaryOperator with) {
        List<LocalDate> shared = new ArrayList<>(mine);
        shared.retainAll(others);
        if (shared.isEmpty()) {
            throw notShared(other);
        }
        double[] both = shared.stream()
                .mapToDouble(day -> with.applyAsDouble(values[mine.indexOf(day)], other.values[others.indexOf(day)]))
                .toArray();
        return of(new Support.Fitted(shared), both);
    }

    private IllegalArgumentException notShared(Draws other) {
        return new IllegalArgumentException("The outcomes (" + support + ") and (" + other.support
                + ") share no worlds. Maybe draw both through one simulation.");
    }

    private static OptionalInt fewer(OptionalInt a, OptionalInt b) {
        return a.isEmpty() ? b : b.isEmpty() ? a : OptionalInt.of(Math.min(a.getAsInt(), b.getAsInt()));
    }

    private double[] sorted() {
        double[] ordered = sorted;
        if (ordered == null) {
            ordered = values.clone();
            Arrays.sort(ordered);
            sorted = ordered;
        }
        return ordered;
    }

    static String percent(double probability) {
        return BigDecimal.valueOf(probability)
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString() + " %";
    }

    /** Whether every outcome is the same, bit for bit, on the same support. */
    @Override
    public boolean equals(Object o) {
        return o instanceof Draws that && support.equals(that.support) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * support.hashCode() + Arrays.hashCode(values);
    }

    /** Mean and support. */
    @Override
    public String toString() {
        return "mean " + mean() + " (" + support + ")";
    }
}
