package io.revops.forecast.pipeline;

import java.util.Arrays;

/**
 * How a hazard changes along levels that have an order, as ages and sizes have: a smooth curve through all of them.
 *
 * <p>Drawn towards 1, each for itself, the few large deals would be left at the hazard of the many small ones, and what is expected in
 * money would be too much where large deals are won less often. A level is drawn towards its neighbours instead: the curve is that of a
 * Poisson regression whose second differences cost λ/2 · Σ(Δ²η)². A straight line costs nothing and is not drawn to anything: a slope is
 * one number, and half of those that are true would be made too flat by drawing them to 0. λ is learnt, as that of a grid under which the
 * counts are most likely (Laplace's approximation), so that the curve bends where the counts say so and is a line where they do not.
 *
 * <p>References: P. Eilers, B. Marx, Flexible smoothing with B-splines and penalties, Statistical Science 11, 1996; S. Wood, Fast stable
 * restricted maximum likelihood and marginal likelihood estimation of semiparametric generalized linear models, JRSS B 73, 2011.
 */
final class LevelCurve {
    /** From a line to a curve that is almost free. */
    private static final double[] STIFFNESS = {1e5, 1e4, 1e3, 100, 10, 1};

    private static final int ROUNDS = 40;
    private static final double EXACT = 1e-7;

    private final double[] counted;
    private final double[] expected;
    private final int size;
    /** What the smallest of slopes costs: a prior of one per level, that keeps a slope finite where all events are at one end. */
    private final double finite;

    private LevelCurve(double[] counted, double[] expected) {
        this.counted = counted;
        this.expected = expected;
        size = counted.length;
        finite = 1.0 / Math.max(1, size - 1);
    }

    /**
     * The multipliers of the levels; the mean of those from the first one on, over what was expected, is 1. Levels beyond those on which
     * anything was expected are like the last one that is on that side.
     *
     * @param counted the events of each level
     * @param expected those that were expected without it
     * @param first the first level that has a place in the order; those before it have 1
     */
    static double[] of(double[] counted, double[] expected, int first) {
        double[] curve = new double[counted.length];
        Arrays.fill(curve, 1);
        int low = counted.length;
        int high = -1;
        double events = 0;
        for (int level = first; level < counted.length; level++) {
            if (expected[level] > 0) {
                low = Math.min(low, level);
                high = level;
            }
            events += counted[level];
        }
        if (high <= low || events == 0) {
            return curve;
        }
        double[] logs = new LevelCurve(
                        Arrays.copyOfRange(counted, low, high + 1), Arrays.copyOfRange(expected, low, high + 1))
                .learn();
        double all = 0;
        double sum = 0;
        for (int level = first; level < curve.length; level++) {
            curve[level] = StrictMath.exp(logs[Math.max(0, Math.min(high - low, level - low))]);
            all += expected[level];
            sum += expected[level] * curve[level];
        }
        for (int level = first; level < curve.length; level++) {
            curve[level] *= all / sum;
        }
        return curve;
    }

    private double[] learn() {
        double[] level = new double[size];
        double mean = Arrays.stream(counted).sum() / Arrays.stream(expected).sum();
        Arrays.fill(level, StrictMath.log(mean));
        Curve curve = new Curve(level, STIFFNESS[0]);
        Curve best = curve;
        double least = Double.POSITIVE_INFINITY;
        for (double stiffness : STIFFNESS) {
            curve = fit(new Curve(curve.logs, stiffness));
            double unlikely = 2 * curve.cost
                    - Math.max(0, size - 2) * StrictMath.log(stiffness)
                    + curve.information().logDeterminant();
            if (unlikely < least) {
                least = unlikely;
                best = curve;
            }
        }
        return best.logs;
    }

    /** By Newton's method, a step halved until it costs less. */
    private Curve fit(Curve begin) {
        Curve curve = begin;
        for (int round = 0; round < ROUNDS; round++) {
            double[] step = curve.information().solve(curve.gradient());
            double widest = 0;
            for (double s : step) {
                widest = Math.max(widest, Math.abs(s));
            }
            double part = 1;
            Curve next = curve.along(step, part);
            while (!(next.cost <= curve.cost) && part * widest > EXACT) {
                part /= 2;
                next = curve.along(step, part);
            }
            if (part * widest <= EXACT) {
                break;
            }
            curve = next;
        }
        return curve;
    }

    /** The logarithms of the multipliers, and what they cost. */
    private final class Curve {
        private final double[] logs;
        private final double stiffness;
        private final double[] events;
        /** Minus the log of the likelihood, but for a constant, and half of what bends and slopes cost. */
        private final double cost;

        Curve(double[] logs, double stiffness) {
            this.logs = logs;
            this.stiffness = stiffness;
            events = new double[size];
            double sum = 0;
            for (int i = 0; i < size; i++) {
                events[i] = expected[i] * StrictMath.exp(logs[i]);
                sum += events[i] - counted[i] * logs[i];
            }
            for (int i = 0; i + 1 < size; i++) {
                sum += finite / 2 * slope(i) * slope(i);
            }
            for (int i = 0; i + 2 < size; i++) {
                sum += stiffness / 2 * bend(i) * bend(i);
            }
            cost = sum;
        }

        private double slope(int i) {
            return logs[i + 1] - logs[i];
        }

        private double bend(int i) {
            return logs[i] - 2 * logs[i + 1] + logs[i + 2];
        }

        Curve along(double[] step, double part) {
            double[] next = new double[size];
            for (int i = 0; i < size; i++) {
                next[i] = logs[i] - part * step[i];
            }
            return new Curve(next, stiffness);
        }

        double[] gradient() {
            double[] gradient = new double[size];
            for (int i = 0; i < size; i++) {
                gradient[i] = events[i] - counted[i];
            }
            for (int i = 0; i + 1 < size; i++) {
                gradient[i] -= finite * slope(i);
                gradient[i + 1] += finite * slope(i);
            }
            for (int i = 0; i + 2 < size; i++) {
                gradient[i] += stiffness * bend(i);
                gradient[i + 1] -= 2 * stiffness * bend(i);
                gradient[i + 2] += stiffness * bend(i);
            }
            return gradient;
        }

        Band information() {
            double[][] band = {events.clone(), new double[size], new double[size]};
            for (int i = 0; i + 1 < size; i++) {
                band[0][i] += finite;
                band[0][i + 1] += finite;
                band[1][i] -= finite;
            }
            for (int i = 0; i + 2 < size; i++) {
                band[0][i] += stiffness;
                band[0][i + 1] += 4 * stiffness;
                band[0][i + 2] += stiffness;
                band[1][i] -= 2 * stiffness;
                band[1][i + 1] -= 2 * stiffness;
                band[2][i] += stiffness;
            }
            return new Band(band);
        }
    }

    /** A symmetric matrix of five diagonals, as the product LDLᵀ: the diagonals of D and of L below its own. */
    private static final class Band {
        private final double[] diagonal;
        private final double[] below;
        private final double[] farther;

        /** @param band the diagonal, the one beside it and the next, each by column */
        Band(double[][] band) {
            diagonal = band[0];
            below = band[1];
            farther = band[2];
            for (int i = 0; i < diagonal.length; i++) {
                if (i > 0) {
                    diagonal[i] -= below[i - 1] * below[i - 1] * diagonal[i - 1];
                    below[i] -= i + 1 < diagonal.length ? farther[i - 1] * below[i - 1] * diagonal[i - 1] : 0;
                }
                if (i > 1) {
                    diagonal[i] -= farther[i - 2] * farther[i - 2] * diagonal[i - 2];
                }
                below[i] /= diagonal[i];
                farther[i] /= diagonal[i];
            }
        }

        double logDeterminant() {
            double sum = 0;
            for (double d : diagonal) {
                sum += StrictMath.log(d);
            }
            return sum;
        }

        double[] solve(double[] right) {
            double[] x = right.clone();
            for (int i = 0; i < x.length; i++) {
                x[i] -= (i > 0 ? below[i - 1] * x[i - 1] : 0) + (i > 1 ? farther[i - 2] * x[i - 2] : 0);
            }
            for (int i = 0; i < x.length; i++) {
                x[i] /= diagonal[i];
            }
            for (int i = x.length - 1; i >= 0; i--) {
                x[i] -= (i + 1 < x.length ? below[i] * x[i + 1] : 0) + (i + 2 < x.length ? farther[i] * x[i + 2] : 0);
            }
            return x;
        }
    }
}
