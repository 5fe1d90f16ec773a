package io.revops.forecast.survival;

/** Products of small matrices. */
final class Matrices {
    private Matrices() {}

    /** B M B. */
    static double[][] sandwich(double[][] bread, double[][] meat) {
        return times(times(bread, meat), bread);
    }

    /** T M Tᵀ. */
    static double[][] between(double[][] t, double[][] m) {
        int n = t.length;
        double[][] turned = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                turned[j][i] = t[i][j];
            }
        }
        return times(times(t, m), turned);
    }

    static double[][] times(double[][] a, double[][] b) {
        int n = a.length;
        int m = b[0].length;
        double[][] product = new double[n][m];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                for (int k = 0; k < b.length; k++) {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return product;
    }

    static double[][] square(Doubles rows, int n) {
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix[i][j] = rows.at(i * n + j);
            }
        }
        return matrix;
    }

    static Doubles flat(double[][] matrix) {
        int n = matrix.length;
        double[] all = new double[n * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(matrix[i], 0, all, i * n, n);
        }
        return Doubles.of(all);
    }
}
