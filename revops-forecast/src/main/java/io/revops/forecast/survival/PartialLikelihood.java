package io.revops.forecast.survival;

/**
 * Cox's partial likelihood at given coefficients of the standardised columns: its logarithm, slope and information.
 *
 * <p>log L = Σ wᵢ ηᵢ − Σ share · log s0, over the ends and over the parts of each time, with s0 the risk of those then watched.
 */
final class PartialLikelihood {
    final double[] beta;
    final double[] risk;
    final double log;
    final double[] slope;
    final double[][] information;

    private PartialLikelihood(double[] beta, double[] risk, double log, double[] slope, double[][] information) {
        this.beta = beta;
        this.risk = risk;
        this.log = log;
        this.slope = slope;
        this.information = information;
    }

    static PartialLikelihood at(RiskSets sets, double[] beta, double ridge) {
        int p = sets.columns;
        double[] eta = sets.scores(beta);
        double[] risk = new double[sets.rows];
        double[] slope = new double[p];
        double[][] information = new double[p][p];
        double[] log = new double[1];
        for (int i = 0; i < sets.rows; i++) {
            risk[i] = StrictMath.exp(eta[i]);
            if (sets.ended[i]) {
                log[0] += sets.weight[i] * eta[i];
                for (int j = 0; j < p; j++) {
                    slope[j] += sets.weight[i] * sets.x[i * p + j];
                }
            }
        }
        sets.walk(risk, (stratum, from, to, part, parts, share, s0, s1, s2) -> {
            log[0] -= share * StrictMath.log(s0);
            for (int j = 0; j < p; j++) {
                double mean = s1[j] / s0;
                slope[j] -= share * mean;
                for (int k = 0; k <= j; k++) {
                    information[j][k] += share * (s2[j][k] / s0 - mean * s1[k] / s0);
                }
            }
        });
        for (int j = 0; j < p; j++) {
            log[0] -= ridge / 2 * beta[j] * beta[j];
            slope[j] -= ridge * beta[j];
            information[j][j] += ridge;
            for (int k = 0; k < j; k++) {
                information[k][j] = information[j][k];
            }
        }
        return new PartialLikelihood(beta, risk, log[0], slope, information);
    }

    /** The logarithm without what the ridge takes. */
    double unpenalised(double ridge) {
        double sum = log;
        for (double b : beta) {
            sum += ridge / 2 * b * b;
        }
        return sum;
    }

    boolean isFinite() {
        return Double.isFinite(log);
    }
}
