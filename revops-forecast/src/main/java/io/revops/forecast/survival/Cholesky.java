package io.revops.forecast.survival;

import java.util.OptionalInt;

/** L Lᵀ of a symmetric positive matrix, or the first column that depends on those before it. */
final class Cholesky {
    /** A pivot that lost all but this share of its diagonal is one of rounding errors. */
    static final double TOLERANCE = 1e-11;

    private final double[][] lower;
    private final OptionalInt singular;

    private Cholesky(double[][] lower, OptionalInt singular) {
        this.lower = lower;
        this.singular = singular;
    }

    static Cholesky of(double[][] matrix, double tolerance) {
        int n = matrix.length;
        double[][] l = new double[n][n];
        for (int j = 0; j < n; j++) {
            double pivot = matrix[j][j];
            for (int k = 0; k < j; k++) {
                pivot -= l[j][k] * l[j][k];
            }
            if (!(pivot > tolerance * matrix[j][j]) || !(matrix[j][j] > 0)) {
                return new Cholesky(l, OptionalInt.of(j));
            }
            l[j][j] = StrictMath.sqrt(pivot);
            for (int i = j + 1; i < n; i++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= l[i][k] * l[j][k];
                }
                l[i][j] = sum / l[j][j];
            }
        }
        return new Cholesky(l, OptionalInt.empty());
    }

    OptionalInt singular() {
        return singular;
    }

    double[] solve(double[] right) {
        int n = lower.length;
        double[] x = right.clone();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= lower[i][k] * x[k];
            }
            x[i] /= lower[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= lower[k][i] * x[k];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }

    double[][] inverse() {
        int n = lower.length;
        double[][] inverse = new double[n][];
        for (int j = 0; j < n; j++) {
            double[] unit = new double[n];
            unit[j] = 1;
            inverse[j] = solve(unit);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                inverse[i][j] = inverse[j][i];
            }
        }
        return inverse;
    }

    /** u · M⁻¹ u. */
    double quadratic(double[] u) {
        double[] solved = solve(u);
        double sum = 0;
        for (int i = 0; i < u.length; i++) {
            sum += u[i] * solved[i];
        }
        return sum;
    }
}
