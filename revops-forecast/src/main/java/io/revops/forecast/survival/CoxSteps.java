package io.revops.forecast.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** What happened at each time of a stratum, the first time first: the rises of the baseline hazard, and where the risk lay. */
final class CoxSteps {
    final double[] times;
    private final List<Step> steps;
    /** H₀ up to and without the i-th time, and the integral of the risk's mean. */
    private final double[] hazard;

    private final double[][] drift;

    private CoxSteps(List<Step> steps, int columns) {
        this.steps = steps;
        times = steps.stream().mapToDouble(s -> s.time).toArray();
        hazard = new double[times.length + 1];
        drift = new double[times.length + 1][columns];
        for (int t = 0; t < times.length; t++) {
            hazard[t + 1] = hazard[t] + steps.get(t).rise;
            for (int j = 0; j < columns; j++) {
                drift[t + 1][j] = drift[t][j] + steps.get(t).drift[j];
            }
        }
    }

    /** One time: sums over its parts k of the rise h of the hazard, of h times the mean of the columns at risk, and of k/d of both. */
    private static final class Step {
        private final double time;
        private double rise;
        private double variance;
        private double spared;
        private final double[] drift;
        private final double[] mean;
        private final double[] sparedDrift;

        private Step(double time, int columns) {
            this.time = time;
            drift = new double[columns];
            mean = new double[columns];
            sparedDrift = new double[columns];
        }
    }

    /** Of each stratum. */
    static List<CoxSteps> of(RiskSets sets, double[] risk) {
        int p = sets.columns;
        List<List<Step>> strata = new ArrayList<>();
        sets.strata.forEach(s -> strata.add(new ArrayList<>()));
        sets.walk(risk, (stratum, from, to, part, parts, share, s0, s1, s2) -> {
            List<Step> steps = strata.get(stratum);
            if (part == 0) {
                steps.add(new Step(sets.exit[from], p));
            }
            Step step = steps.get(steps.size() - 1);
            double rise = share / s0;
            double spared = (double) part / parts;
            step.rise += rise;
            step.variance += rise / s0;
            step.spared += spared * rise;
            for (int j = 0; j < p; j++) {
                double mean = s1[j] / s0;
                step.mean[j] += mean / parts;
                step.drift[j] += rise * mean;
                step.sparedDrift[j] += spared * rise * mean;
            }
        });
        strata.forEach(Collections::reverse);
        return strata.stream().map(s -> new CoxSteps(s, p)).toList();
    }

    CoxBaseline baseline(String name, double observedTo, double[] spread) {
        int m = times.length;
        int p = spread.length;
        double[] variances = new double[m];
        double[] drifts = new double[m * p];
        double variance = 0;
        for (int t = 0; t < m; t++) {
            variance += steps.get(t).variance;
            variances[t] = variance;
            for (int j = 0; j < p; j++) {
                drifts[t * p + j] = drift[t + 1][j] * spread[j];
            }
        }
        return new CoxBaseline(
                name,
                observedTo,
                Doubles.of(times),
                Doubles.of(Arrays.copyOfRange(hazard, 1, m + 1)),
                Doubles.of(variances),
                Doubles.of(drifts));
    }

    /**
     * What a row adds to the slope of the likelihood (its score residual): what it had less what it was expected to have, over the
     * time it was at risk. Who ties with others meets only a part of the hazard of that time.
     */
    void residual(RiskSets sets, int row, double risk, double[] into) {
        int p = sets.columns;
        int from = Doubles.upTo(times, sets.entry[row]);
        int to = Doubles.upTo(times, sets.exit[row]);
        double rise = hazard[to] - hazard[from];
        for (int j = 0; j < p; j++) {
            double x = sets.x[row * p + j];
            into[j] = -risk * (x * rise - (drift[to][j] - drift[from][j]));
            if (sets.ended[row]) {
                Step own = steps.get(to - 1);
                into[j] += x - own.mean[j] + risk * (x * own.spared - own.sparedDrift[j]);
            }
        }
    }
}
