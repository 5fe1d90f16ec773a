package io.revops.forecast.learn;

import io.revops.forecast.arithmetic.Cholesky;
import java.util.concurrent.CancellationException;

/**
 * Penalised maximum likelihood of a logistic regression by Newton's method (iteratively reweighted least squares).
 *
 * <p>Maximises Σ wᵢ (yᵢ ηᵢ − ln(1 + e^ηᵢ)) − ½ Σ λⱼ βⱼ² with η = offset + X β. Each step solves (XᵀWX + Λ) δ = Xᵀ w(y − p) − Λ β with
 * W = w p (1 − p), and is halved while it makes the objective smaller. Rows are added up in their order.
 */
final class Irls {
    private static final int MOST_STEPS = 40;
    private static final int MOST_HALVINGS = 30;
    private static final double SMALLEST_STEP = 1e-9;

    private final double[][] rows;
    private final double[] labels;
    private final double[] weights;
    private final double[] offsets;
    private final double[] penalties;
    private final double[] eta;

    private Irls(double[][] rows, double[] labels, double[] weights, double[] offsets, double[] penalties) {
        this.rows = rows;
        this.labels = labels;
        this.weights = weights;
        this.offsets = offsets;
        this.penalties = penalties;
        this.eta = new double[labels.length];
    }

    /** What came out; its arrays are for reading only. */
    static final class Fit {
        private final double[] beta;
        private final Cholesky information;
        private final double logLikelihood;
        private final boolean converged;

        private Fit(double[] beta, Cholesky information, double logLikelihood, boolean converged) {
            this.beta = beta;
            this.information = information;
            this.logLikelihood = logLikelihood;
            this.converged = converged;
        }

        /** A coefficient for each column; 0 where it was left out. */
        double[] beta() {
            return beta;
        }

        /** The inverse of XᵀWX + Λ at the maximum. */
        double[][] covariance() {
            return information.inverse();
        }

        /** Which columns are sums of multiples of earlier ones, and were left out. */
        boolean[] aliased() {
            return information.aliased();
        }

        /** Without the penalty. */
        double logLikelihood() {
            return logLikelihood;
        }

        /** Whether the steps came to an end. */
        boolean converged() {
            return converged;
        }
    }

    /**
     * Fits coefficients.
     *
     * @param rows by row, with a column of ones if there is an intercept
     * @param labels between 0 and 1
     */
    static Fit fit(double[][] rows, double[] labels, double[] weights, double[] penalties) {
        return new Irls(rows, labels, weights, new double[labels.length], penalties).climb();
    }

    /** The same with a part of η that is known. */
    static Fit fit(double[][] rows, double[] labels, double[] weights, double[] offsets, double[] penalties) {
        return new Irls(rows, labels, weights, offsets, penalties).climb();
    }

    private Fit climb() {
        int k = penalties.length;
        double[] beta = new double[k];
        double[] lastStep = new double[k];
        double objective = objective(beta);
        boolean converged = false;
        for (int step = 0; step < MOST_STEPS && !converged; step++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("The training was interrupted. Maybe run it again.");
            }
            double[] gradient = new double[k];
            double[] delta = Cholesky.of(information(beta, gradient)).solve(gradient);
            double share = 1;
            double[] next = moved(beta, delta, share);
            double reached = objective(next);
            for (int i = 0; i < MOST_HALVINGS && !(reached >= objective - Math.abs(objective) * 1e-14); i++) {
                share /= 2;
                next = moved(beta, delta, share);
                reached = objective(next);
            }
            for (int j = 0; j < k; j++) {
                lastStep[j] = share * delta[j];
            }
            converged = isSmall(lastStep, next);
            beta = next;
            objective = reached;
        }
        objective(beta);
        Cholesky last = Cholesky.of(information(beta, new double[k]));
        return new Fit(beta, last, logLikelihood(), converged);
    }

    private static boolean isSmall(double[] step, double[] beta) {
        for (int j = 0; j < step.length; j++) {
            if (!(Math.abs(step[j]) <= SMALLEST_STEP * (1 + Math.abs(beta[j])))) {
                return false;
            }
        }
        return true;
    }

    private static double[] moved(double[] beta, double[] delta, double share) {
        double[] next = new double[beta.length];
        for (int j = 0; j < next.length; j++) {
            next[j] = beta[j] + share * delta[j];
        }
        return next;
    }

    /** Sets η, and gives the penalised log-likelihood. */
    private double objective(double[] beta) {
        for (int i = 0; i < eta.length; i++) {
            double sum = offsets[i];
            double[] row = rows[i];
            for (int j = 0; j < beta.length; j++) {
                sum += row[j] * beta[j];
            }
            eta[i] = sum;
        }
        double penalty = 0;
        for (int j = 0; j < beta.length; j++) {
            penalty += penalties[j] * beta[j] * beta[j];
        }
        return logLikelihood() - penalty / 2;
    }

    private double logLikelihood() {
        double sum = 0;
        for (int i = 0; i < eta.length; i++) {
            sum += weights[i] * (labels[i] * eta[i] - LogOdds.softplus(eta[i]));
        }
        return sum;
    }

    /** XᵀWX + Λ (lower triangle and mirror) at the η that was set last; the gradient is added to {@code gradient}. */
    private double[][] information(double[] beta, double[] gradient) {
        int k = beta.length;
        double[][] matrix = new double[k][k];
        for (int i = 0; i < eta.length; i++) {
            double p = LogOdds.probability(eta[i]);
            double residual = weights[i] * (labels[i] - p);
            double weight = weights[i] * p * (1 - p);
            double[] row = rows[i];
            for (int a = 0; a < k; a++) {
                gradient[a] += residual * row[a];
                double wa = weight * row[a];
                double[] to = matrix[a];
                for (int b = 0; b <= a; b++) {
                    to[b] += wa * row[b];
                }
            }
        }
        for (int a = 0; a < k; a++) {
            gradient[a] -= penalties[a] * beta[a];
            matrix[a][a] += penalties[a];
        }
        return matrix;
    }
}
