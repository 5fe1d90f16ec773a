package io.revops.forecast.territory;

/** Solves A x = b of a symmetric A whose values are all above 0: A = L Lᵀ, then forwards and back. Reads the lower half. */
final class Cholesky {
    private Cholesky() {}

    static double[] solve(double[][] a, double[] b) {
        int n = b.length;
        double[][] low = new double[n][];
        double[] x = b.clone();
        for (int i = 0; i < n; i++) {
            low[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j];
                for (int m = 0; m < j; m++) {
                    sum -= low[i][m] * low[j][m];
                }
                low[i][j] = i == j ? StrictMath.sqrt(StrictMath.max(sum, 1e-300)) : sum / low[j][j];
            }
            for (int m = 0; m < i; m++) {
                x[i] -= low[i][m] * x[m];
            }
            x[i] /= low[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int m = i + 1; m < n; m++) {
                x[i] -= low[m][i] * x[m];
            }
            x[i] /= low[i][i];
        }
        return x;
    }
}
