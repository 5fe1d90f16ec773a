package io.revops.forecast;

import io.revops.metric.Reading;
import io.revops.metric.Undefined;
import io.revops.metric.UndefinedCode;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Every amount that a total can come to, with its probability, exactly: nothing is drawn.
 *
 * <p>The total of independent chances (a Poisson-binomial distribution with amounts) is found by convolution: one chance after the other
 * is added on the grid of the amounts' greatest common divisor. What shares a good or a bad month is a {@linkplain #mixed mixture} of
 * the odds in each. Probabilities are exact to the rounding of sums of products, about 10⁻¹² here.
 *
 * <p>Reference: Y. Hong, On computing the distribution function for the Poisson binomial distribution, Computational Statistics and Data
 * Analysis 59, 2013, 41–51.
 */
public final class Odds {
    /** At most so many grid points: 16 MB. */
    static final int MOST_POINTS = 1 << 21;

    /** At most so many steps, one for a grid point and a chance: some seconds. */
    static final long MOST_STEPS = 1L << 31;

    /** A share that is reached but for rounding is reached. */
    private static final double ROUNDING = 1e-12;

    private final Grid grid;
    private final double[] masses;

    private Odds(Grid grid, double[] masses) {
        this.grid = grid;
        this.masses = masses;
    }

    /**
     * What independent chances come to together.
     *
     * @return undefined where the amounts share too fine a grid for so large a total, or have no grid at all, with what to do about it
     */
    public static Reading<Odds> of(Chances chances) {
        Reading<Grid> found = Grid.of(chances);
        if (found instanceof Undefined<Grid> undefined) {
            return undefined.as();
        }
        Grid grid = found.orElseThrow();
        long steps = (long) grid.points() * chances.size();
        if (steps > MOST_STEPS) {
            return Reading.undefined(
                    UndefinedCode.TOO_MANY_OUTCOMES,
                    "The total of " + chances.size() + " chances lies on a grid of " + grid.points() + " steps of "
                            + grid.step() + ", which is too many. Maybe draw it, or take amounts to the nearest "
                            + 1000 * grid.step() + ".");
        }
        double[] masses = new double[grid.points()];
        masses[0] = 1;
        int reached = 0;
        for (int i = 0; i < chances.size(); i++) {
            int by = grid.steps(chances.amount(i));
            // what takes an amount away is what gives it back with the other probability, from below
            double p = by < 0 ? 1 - chances.probability(i) : chances.probability(i);
            int up = Math.abs(by);
            if (up > 0) {
                add(masses, reached, up, p);
            }
            reached += up;
        }
        return Reading.known(new Odds(grid, masses));
    }

    /** From above, so that what is read has not been written. */
    private static void add(double[] masses, int reached, int up, double p) {
        double q = 1 - p;
        for (int at = reached + up; at >= up; at--) {
            masses[at] = q * masses[at] + p * masses[at - up];
        }
        for (int at = 0; at < up; at++) {
            masses[at] *= q;
        }
    }

    /**
     * Several possible odds of one total, each with a weight: those of a good month and of a bad one.
     *
     * @param weights as many as odds, above 0; they are divided by their sum
     * @param odds on one grid, as those of the same chances times different factors are
     */
    public static Odds mixed(List<Double> weights, List<Odds> odds) {
        if (weights.size() != odds.size() || odds.isEmpty()) {
            throw new IllegalArgumentException("There are " + weights.size() + " weights for " + odds.size()
                    + " odds. Maybe one for each, and at least one.");
        }
        double sum = 0;
        for (double weight : weights) {
            if (!(weight > 0 && Double.isFinite(weight))) {
                throw new IllegalArgumentException("A weight is " + weight + ". Maybe leave its odds out.");
            }
            sum += weight;
        }
        Grid grid = odds.get(0).grid;
        double[] masses = new double[grid.points()];
        for (int k = 0; k < odds.size(); k++) {
            if (!odds.get(k).grid.equals(grid)) {
                throw new IllegalArgumentException("The odds lie on different grids: " + grid + " and "
                        + odds.get(k).grid + ". Maybe mix the odds of the same chances.");
            }
            for (int i = 0; i < masses.length; i++) {
                masses[i] += weights.get(k) / sum * odds.get(k).masses[i];
            }
        }
        return new Odds(grid, masses);
    }

    /** The probability that the total is exactly an amount. */
    public double probability(double amount) {
        double place = (amount - grid.amount(0)) / grid.step();
        long at = StrictMath.round(place);
        boolean there = at >= 0 && at < masses.length && Math.abs(amount - grid.amount((int) at)) < grid.step() / 1e6;
        return there ? masses[(int) at] : 0;
    }

    /** The smallest amount that the total is at or below with at least a probability. */
    public double quantile(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException(
                    "There is no quantile at (" + probability + "). Maybe a probability between 0 and 1.");
        }
        double below = 0;
        int last = 0;
        for (int i = 0; i < masses.length; i++) {
            below += masses[i];
            last = masses[i] > 0 ? i : last;
            if (below >= probability - ROUNDING && masses[i] > 0) {
                return grid.amount(i);
            }
        }
        return grid.amount(last);
    }

    /** The probability that the total reaches a target. */
    public double reaching(double target) {
        double sum = 0;
        for (int i = masses.length - 1; i >= 0 && grid.amount(i) >= target; i--) {
            sum += masses[i];
        }
        return Math.min(1, sum);
    }

    /** What is missing to a target on average; where it is reached nothing is. */
    public double shortfall(double target) {
        double sum = 0;
        for (int i = 0; i < masses.length && grid.amount(i) < target; i++) {
            sum += masses[i] * (target - grid.amount(i));
        }
        return sum;
    }

    /** The mean of the total. */
    public double mean() {
        double sum = 0;
        for (int i = 0; i < masses.length; i++) {
            sum += masses[i] * grid.amount(i);
        }
        return sum;
    }

    /** The standard deviation of the total. */
    public double deviation() {
        double mean = mean();
        double sum = 0;
        for (int i = 0; i < masses.length; i++) {
            double off = grid.amount(i) - mean;
            sum += masses[i] * off * off;
        }
        return StrictMath.sqrt(sum);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Odds that && grid.equals(that.grid) && Arrays.equals(masses, that.masses);
    }

    @Override
    public int hashCode() {
        return Objects.hash(grid, Arrays.hashCode(masses));
    }

    /** {@code mean 170.0, 80 %: 0.0 to 400.0}. */
    @Override
    public String toString() {
        return "mean " + mean() + ", 80 %: " + quantile(0.1) + " to " + quantile(0.9);
    }
}
