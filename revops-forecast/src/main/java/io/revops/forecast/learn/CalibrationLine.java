package io.revops.forecast.learn;

import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import java.util.Arrays;

/**
 * What happened as a straight line in the log-odds that were said.
 *
 * @param slope 1 where the probabilities are as spread as the outcomes; below, they were too extreme
 * @param intercept of the same line
 * @param inTheLarge the intercept when the slope is held at 1: above 0, more happened than was said
 */
public record CalibrationLine(double slope, double intercept, double inTheLarge) {
    static Reading<CalibrationLine> of(double[] labels, double[] probabilities) {
        double[] logOdds = Arrays.stream(probabilities).map(LogOdds::of).toArray();
        double[] ones = new double[labels.length];
        Arrays.fill(ones, 1);
        double[][] line = new double[labels.length][];
        double[][] level = new double[labels.length][];
        for (int i = 0; i < line.length; i++) {
            line[i] = new double[] {1, logOdds[i]};
            level[i] = new double[] {1};
        }
        Irls.Fit both = Irls.fit(line, labels, ones, new double[2]);
        Irls.Fit large = Irls.fit(level, labels, ones, logOdds, new double[1]);
        if (!both.converged() || !large.converged() || both.aliased()[1]) {
            return Reading.undefined(
                    UndefinedCode.TOO_FEW_CASES,
                    "The log-odds that were said are all the same, or tell the outcomes apart without a fault: no line has the"
                            + " largest likelihood. Maybe more rows.");
        }
        return Reading.known(new CalibrationLine(both.beta()[1], both.beta()[0], large.beta()[0]));
    }
}
