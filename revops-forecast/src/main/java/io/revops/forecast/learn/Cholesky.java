package io.revops.forecast.learn;

/**
 * A symmetric positive matrix as L·Lᵀ, by rows, in a fixed order of additions.
 *
 * <p>A row that is a sum of multiples of earlier ones has no pivot left: it is marked and left out, as R does.
 */
final class Cholesky {
    /** A pivot of which less is left than this share of the diagonal is none. */
    private static final double LEAST_PIVOT = 1e-11;

    private final double[][] lower;
    private final boolean[] aliased;

    private Cholesky(double[][] lower, boolean[] aliased) {
        this.lower = lower;
        this.aliased = aliased;
    }

    /** Decomposes the lower triangle of a matrix, which is kept as it is. */
    static Cholesky of(double[][] matrix) {
        int n = matrix.length;
        double[][] lower = new double[n][n];
        boolean[] aliased = new boolean[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                if (j < i) {
                    lower[i][j] = aliased[j] ? 0 : sum / lower[j][j];
                } else if (sum > LEAST_PIVOT * matrix[i][i]) {
                    lower[i][i] = StrictMath.sqrt(sum);
                } else {
                    aliased[i] = true;
                    java.util.Arrays.fill(lower[i], 0);
                }
            }
        }
        return new Cholesky(lower, aliased);
    }

    /** Which rows were left out. */
    boolean[] aliased() {
        return aliased;
    }

    /** The x of matrix · x = right; 0 where a row was left out. */
    double[] solve(double... right) {
        int n = right.length;
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = right[i];
            for (int k = 0; k < i; k++) {
                sum -= lower[i][k] * x[k];
            }
            x[i] = aliased[i] ? 0 : sum / lower[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            double sum = x[i];
            for (int k = i + 1; k < n; k++) {
                sum -= lower[k][i] * x[k];
            }
            x[i] = aliased[i] ? 0 : sum / lower[i][i];
        }
        return x;
    }

    /** The inverse of what was not left out; 0 elsewhere. */
    double[][] inverse() {
        int n = lower.length;
        double[][] inverse = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] unit = new double[n];
            unit[i] = aliased[i] ? 0 : 1;
            inverse[i] = solve(unit);
        }
        return inverse;
    }
}
