package io.revops.forecast.arithmetic;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * A symmetric positive matrix as L·Lᵀ, by rows, in a fixed order of additions.
 *
 * <p>A row that is a sum of multiples of earlier ones has no pivot left: it is marked and left out, as R does.
 */
public final class Cholesky {
    /** A pivot that lost all but this share of its diagonal is one of rounding errors. */
    public static final double TOLERANCE = 1e-11;

    private final double[][] lower;
    private final boolean[] aliased;

    private Cholesky(double[][] lower, boolean[] aliased) {
        this.lower = lower;
        this.aliased = aliased;
    }

    /** Takes the lower triangle of a matrix apart, which is kept as it is; rows by rounding errors alone are left out. */
    public static Cholesky of(double[][] matrix) {
        return of(matrix, TOLERANCE);
    }

    /**
     * The same with another tolerance.
     *
     * @param tolerance a pivot of which no more than this share of the diagonal is left is none; 0 takes any above 0
     */
    public static Cholesky of(double[][] matrix, double tolerance) {
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
                } else if (sum > tolerance * matrix[i][i] && matrix[i][i] > 0) {
                    lower[i][i] = StrictMath.sqrt(sum);
                } else {
                    aliased[i] = true;
                    Arrays.fill(lower[i], 0);
                }
            }
        }
        return new Cholesky(lower, aliased);
    }

    /** Which rows were left out. */
    public boolean[] aliased() {
        return aliased.clone();
    }

    /** The first row that depends on those before it; empty if none does. */
    public OptionalInt singular() {
        for (int i = 0; i < aliased.length; i++) {
            if (aliased[i]) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** The x of matrix · x = right; 0 where a row was left out. */
    public double[] solve(double... right) {
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

    /** L · z: of independent numbers of variance 1, numbers whose covariance is the matrix. */
    public double[] times(double... z) {
        double[] product = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            for (int k = 0; k <= i; k++) {
                product[i] += lower[i][k] * z[k];
            }
        }
        return product;
    }

    /** The inverse of what was not left out, column by column as it is solved; 0 elsewhere. */
    public double[][] inverse() {
        int n = lower.length;
        double[][] inverse = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] unit = new double[n];
            unit[i] = aliased[i] ? 0 : 1;
            inverse[i] = solve(unit);
        }
        return inverse;
    }

    /** The same with its lower half a mirror of the upper, so that rounding leaves it symmetric. */
    public double[][] symmetricInverse() {
        double[][] inverse = inverse();
        for (int i = 0; i < inverse.length; i++) {
            for (int j = 0; j < i; j++) {
                inverse[i][j] = inverse[j][i];
            }
        }
        return inverse;
    }

    /** u · M⁻¹ u. */
    public double quadratic(double... u) {
        double[] solved = solve(u);
        double sum = 0;
        for (int i = 0; i < u.length; i++) {
            sum += u[i] * solved[i];
        }
        return sum;
    }
}
