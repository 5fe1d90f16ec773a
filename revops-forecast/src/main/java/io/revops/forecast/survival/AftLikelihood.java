package io.revops.forecast.survival;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The likelihood of lifetimes whose logarithm is μ + β · x + σ z, at (μ, β, log σ) for standardised columns.
 *
 * <p>Σ w (log f(z) − log σ − log t) of those that ended, Σ w log S(z) of those that run, less Σ w log S(z at entry) of those that entered late.
 */
final class AftLikelihood {
    final int rows;
    final int columns;
    final double[] mean;
    final double[] spread;
    final double[] range;
    private final AftShape shape;
    private final double[] logExit;
    /** Of late rows the logarithm of the entry, of others NaN. */
    private final double[] logEntry;

    private final boolean[] ended;
    private final double[] weight;
    private final double[][] x;

    AftLikelihood(Lifetimes lifetimes, AftShape shape) {
        this.shape = shape;
        List<Lifetime> given = lifetimes.rows();
        rows = given.size();
        columns = lifetimes.columns().size();
        mean = new double[columns];
        spread = new double[columns];
        range = new double[columns];
        logExit = given.stream().mapToDouble(r -> StrictMath.log(r.exit())).toArray();
        logEntry = given.stream()
                .mapToDouble(r -> r.entry() > 0 ? StrictMath.log(r.entry()) : Double.NaN)
                .toArray();
        weight = given.stream().mapToDouble(Lifetime::weight).toArray();
        ended = new boolean[rows];
        x = new double[rows][columns];
        for (int j = 0; j < columns; j++) {
            int column = j;
            double[] values = given.stream().mapToDouble(r -> r.value(column)).toArray();
            mean[j] = IntStream.range(0, rows).mapToDouble(i -> values[i]).sum() / rows;
            double low =
                    IntStream.range(0, rows).mapToDouble(i -> values[i]).min().orElse(0);
            double high =
                    IntStream.range(0, rows).mapToDouble(i -> values[i]).max().orElse(0);
            double square = 0;
            for (double value : values) {
                square += (value - mean[j]) * (value - mean[j]);
            }
            spread[j] = high > low ? StrictMath.sqrt(square / (rows - 1)) : 0;
            range[j] = spread[j] > 0 ? (high - low) / spread[j] : 0;
            for (int i = 0; i < rows; i++) {
                x[i][j] = spread[j] > 0 ? (values[i] - mean[j]) / spread[j] : 0;
            }
        }
        for (int i = 0; i < rows; i++) {
            ended[i] = given.get(i).cause().isPresent();
        }
    }

    /** The middle and the spread of the logarithms of the times, all columns without effect. */
    double[] start(int p) {
        double all = 0;
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            all += weight[i];
            sum += weight[i] * logExit[i];
        }
        double square = 0;
        for (int i = 0; i < rows; i++) {
            square += weight[i] * (logExit[i] - sum / all) * (logExit[i] - sum / all);
        }
        double[] start = new double[p + 2];
        start[0] = sum / all;
        start[p + 1] = StrictMath.log(Math.max(1e-3, StrictMath.sqrt(square / all)));
        return start;
    }

    Ascent.Point at(double[] theta) {
        int n = theta.length;
        double[] slope = new double[n];
        double[][] information = new double[n][n];
        double value = 0;
        for (int i = 0; i < rows; i++) {
            value += weight[i] * add(i, theta, slope, information, weight[i]);
        }
        for (int j = 0; j < n; j++) {
            for (int k = 0; k < j; k++) {
                information[k][j] = information[j][k];
            }
        }
        return new Ascent.Point(theta, value, slope, information);
    }

    /** What a row of weight one adds to the slope. */
    double[] residual(int row, double[] theta) {
        int n = theta.length;
        double[] slope = new double[n];
        add(row, theta, slope, new double[n][n], 1);
        return slope;
    }

    double weight(int row) {
        return weight[row];
    }

    private double add(int i, double[] theta, double[] slope, double[][] information, double w) {
        int n = theta.length;
        double scale = StrictMath.exp(theta[n - 1]);
        double middle = theta[0];
        for (int j = 1; j < n - 1; j++) {
            middle += theta[j] * x[i][j - 1];
        }
        double[] g = new double[3];
        double z = (logExit[i] - middle) / scale;
        double value;
        if (ended[i]) {
            shape.density(z, g);
            value = g[0] - theta[n - 1] - logExit[i];
            slope[n - 1] -= w;
        } else {
            shape.survival(z, g);
            value = g[0];
        }
        derive(i, z, scale, g[1], g[2], w, slope, information);
        if (!Double.isNaN(logEntry[i])) {
            double late = (logEntry[i] - middle) / scale;
            shape.survival(late, g);
            value -= g[0];
            derive(i, late, scale, g[1], g[2], -w, slope, information);
        }
        return value;
    }

    /** dz/dβ = −x/σ, dz/d log σ = −z, d²z/dβ d log σ = x/σ, d²z/d(log σ)² = z. */
    private void derive(
            int i, double z, double scale, double first, double second, double w, double[] slope, double[][] info) {
        int last = slope.length - 1;
        double[] dz = new double[last + 1];
        dz[0] = -1 / scale;
        for (int j = 1; j < last; j++) {
            dz[j] = -x[i][j - 1] / scale;
        }
        dz[last] = -z;
        for (int j = 0; j <= last; j++) {
            slope[j] += w * first * dz[j];
            for (int k = 0; k <= j; k++) {
                info[j][k] -= w * (second * dz[j] * dz[k] - (j == last ? first * dz[k] : 0));
            }
        }
    }
}
