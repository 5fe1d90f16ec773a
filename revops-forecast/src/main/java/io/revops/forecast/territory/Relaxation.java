package io.revops.forecast.territory;

import io.revops.forecast.arithmetic.Cholesky;
import java.util.Arrays;

/**
 * What a load is worth at each rep if accounts could be shared out in parts, and what that proves about whole ones.
 *
 * <p>With l = load : fair load, the cost is Σ own cost + Σ P (l − 1)². For any prices y of loads no division can cost less than
 *
 * <pre>{@code
 *   q(y) = Σ over accounts: min over reps (own cost + y · share of the fair load) − Σ y²/4P + y
 * }</pre>
 *
 * <p>and the highest q is the least cost of parts (Lagrange's bound). It is found by Newton's method on q with the minimum smoothed to
 * −τ ln Σ e^(−·/τ), for smaller and smaller τ (Y. Nesterov, Smooth minimization of non-smooth functions, Mathematical Programming 103,
 * 2005); the bound told is q itself, without τ. Limits on counts and on what may move are not in it: they only raise the cost.
 */
final class Relaxation {
    /** Of more loads than that (reps × measures) nothing is led: solving for them would take longer than the search. */
    private static final int MOST_CELLS = 900;

    private static final double FIRST_HEAT = 0.05;
    private static final double COOLING = 0.25;
    private static final int STAGES = 7;
    private static final int STEPS = 8;
    private static final double CLOSE = 1e-3;
    private static final double FAR = 14;
    private static final double HALF = 0.5;

    private final TerritoryModel model;
    private final int cells;
    private final double[] price;
    private double[] y;
    private final double[] gradient;
    private final double[][] hessian;
    private final int[] rounded;
    private double bound;

    private Relaxation(TerritoryModel model) {
        this.model = model;
        cells = model.r * model.k;
        price = new double[cells];
        for (int c = 0; c < cells; c++) {
            price[c] = model.price[c] * model.fair[c] * model.fair[c];
        }
        y = new double[cells];
        gradient = new double[cells];
        hessian = cells > MOST_CELLS ? new double[0][0] : new double[cells][cells];
        rounded = new int[model.n];
    }

    static Relaxation of(TerritoryModel model) {
        Relaxation relaxed = new Relaxation(model);
        relaxed.raise();
        return relaxed;
    }

    /** What no division can cost less than. */
    double bound() {
        return bound;
    }

    /** How far a load is above the fair one there: y F / 2P. */
    double over(int cell) {
        return price[cell] > 0 ? y[cell] * model.fair[cell] / (2 * price[cell]) : 0;
    }

    /** The rep where each account adds least. */
    int[] rounded() {
        return rounded.clone();
    }

    /** What an account adds to the cost at a rep, at the prices of the relaxation. */
    double adds(int account, int rep) {
        return adds(y, account, rep);
    }

    private double adds(double[] prices, int account, int rep) {
        double sum = model.ownCost(account, rep);
        for (int m = 0; m < model.k; m++) {
            int c = rep * model.k + m;
            if (price[c] > 0) {
                sum += prices[c] * (model.amounts[m][account] / model.fair[c]);
            }
        }
        return sum;
    }

    private void raise() {
        double heat = cells > MOST_CELLS ? 0 : FIRST_HEAT * typical();
        bound = Math.max(0, exact());
        double[] best = y;
        for (int stage = 0; stage < STAGES && heat > 0; stage++, heat *= COOLING) {
            climb(heat);
            double value = exact();
            if (value > bound) {
                bound = value;
                best = y.clone();
            }
        }
        y = best;
        for (int i = 0; i < model.n; i++) {
            int least = model.options[i][0];
            for (int rep : model.options[i]) {
                if (adds(y, i, rep) < adds(y, i, least)) {
                    least = rep;
                }
            }
            rounded[i] = least;
        }
    }

    /** How far apart the own costs and the worth of an account typically are. */
    private double typical() {
        double sum = 0;
        for (int c = 0; c < cells; c++) {
            sum += price[c];
        }
        for (int i = 0; i < model.n; i++) {
            double least = Double.POSITIVE_INFINITY;
            double mean = 0;
            for (int rep : model.options[i]) {
                least = Math.min(least, model.ownCost(i, rep));
                mean += model.ownCost(i, rep) / model.options[i].length;
            }
            sum += mean - least;
        }
        return sum / model.n;
    }

    /** Newton's steps at one heat, each halved until it raises enough. */
    private void climb(double heat) {
        double value = smooth(y, heat, true);
        for (int step = 0; step < STEPS; step++) {
            double[] way = Cholesky.of(hessian, 0).solve(gradient);
            double rises = 0;
            for (int c = 0; c < cells; c++) {
                rises += gradient[c] * way[c];
            }
            if (!(rises > CLOSE * heat * model.n / 20)) {
                return;
            }
            double length = 1;
            double[] next = on(way, length);
            double there = smooth(next, heat, false);
            while (there < value + length * rises / 10 && length > 1e-3) {
                length *= HALF;
                next = on(way, length);
                there = smooth(next, heat, false);
            }
            y = next;
            value = smooth(y, heat, true);
        }
    }

    private double[] on(double[] way, double length) {
        double[] next = y.clone();
        for (int c = 0; c < cells; c++) {
            next[c] += length * way[c];
        }
        return next;
    }

    private double exact() {
        return smooth(y, 0, false);
    }

    /** q at a heat; with slopes, its gradient and the lower half of minus its Hessian, too. */
    private double smooth(double[] prices, double heat, boolean slopes) {
        double value = 0;
        if (slopes) {
            Arrays.fill(gradient, 0);
            for (double[] row : hessian) {
                Arrays.fill(row, 0);
            }
        }
        for (int c = 0; c < cells; c++) {
            if (price[c] > 0) {
                value -= prices[c] * prices[c] / (4 * price[c]) + prices[c];
                gradient[c] -= slopes ? prices[c] / (2 * price[c]) + 1 : 0;
            }
            if (slopes) {
                hessian[c][c] += price[c] > 0 ? 1 / (2 * price[c]) : 1;
            }
        }
        double[] adds = new double[model.r];
        for (int i = 0; i < model.n; i++) {
            double least = Double.POSITIVE_INFINITY;
            for (int rep : model.options[i]) {
                adds[rep] = adds(prices, i, rep);
                least = Math.min(least, adds[rep]);
            }
            value += least;
            if (heat > 0) {
                double sum = 0;
                for (int rep : model.options[i]) {
                    double above = (adds[rep] - least) / heat;
                    adds[rep] = above > FAR ? 0 : StrictMath.exp(-above);
                    sum += adds[rep];
                }
                value -= heat * StrictMath.log(sum);
                if (slopes) {
                    slope(i, adds, sum, heat);
                }
            }
        }
        return value;
    }

    private void slope(int i, double[] weight, double sum, double heat) {
        int k = model.k;
        int[] near = new int[model.options[i].length];
        int count = 0;
        for (int rep : model.options[i]) {
            if (weight[rep] > 0) {
                near[count++] = rep;
            }
        }
        double[] shares = new double[count * k];
        for (int a = 0; a < count; a++) {
            for (int m = 0; m < k; m++) {
                int c = near[a] * k + m;
                shares[a * k + m] = price[c] > 0 ? model.amounts[m][i] / model.fair[c] : 0;
                gradient[c] += weight[near[a]] / sum * shares[a * k + m];
            }
        }
        for (int a = 0; a < count && count > 1; a++) {
            double pa = weight[near[a]] / sum;
            for (int b = 0; b <= a; b++) {
                double both = (a == b ? pa : 0) - pa * weight[near[b]] / sum;
                for (int m = 0; m < k; m++) {
                    double[] row = hessian[near[a] * k + m];
                    for (int o = 0; o < k; o++) {
                        row[near[b] * k + o] += both / heat * shares[a * k + m] * shares[b * k + o];
                    }
                }
            }
        }
    }
}
