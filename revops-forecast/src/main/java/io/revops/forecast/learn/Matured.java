package io.revops.forecast.learn;

import io.revops.forecast.arithmetic.Tails;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import java.util.Arrays;

/**
 * What was said and what then happened, once the outcomes of scored rows are known: whether a model still holds.
 *
 * <p>Observed over expected has an interval on the logarithmic scale, √((1 − O/n) / O) being its standard error (T. Debray et al.,
 * British Medical Journal 356, 2017, i6460). Whether the line of what happened in what was said is still the diagonal is a likelihood-ratio test of intercept
 * and slope together (D. R. Cox, Biometrika 45, 1958, 562–565), χ² with two degrees of freedom. Both, and the error of the area, take each
 * row as a case of its own: give one row of each account, such as that of one day, or they are too sure.
 *
 * @param measures of the rows
 * @param expected the sum of the probabilities
 * @param line of what happened in what was said; undefined where there is none
 * @param slopeError the standard error of its slope; 0 where there is no line
 * @param interceptError the standard error of its intercept in the large; 0 where there is no line
 * @param pValue how often chance alone takes the line as far from the diagonal; 1 where there is no line
 * @param aucError the standard error of the area under the curve (DeLong); 0 where there are not two of each outcome
 */
public record Matured(
        Measures measures,
        double expected,
        Reading<CalibrationLine> line,
        double slopeError,
        double interceptError,
        double pValue,
        double aucError) {
    /** The rows of a table whose labels are known by now, as a model scores them. */
    public static Matured of(Scorer model, DataSet rows) {
        return of(rows.labels(), model.probabilities(rows));
    }

    /**
     * Of labels and the probabilities that were said.
     *
     * @param labels 0 or 1
     */
    public static Matured of(double[] labels, double[] probabilities) {
        Measures measures = Measures.of(labels, probabilities);
        Reading<CalibrationLine> line = measures.calibration();
        double expected = Arrays.stream(probabilities).sum();
        double aucError = AucComparison.of(labels, probabilities, probabilities)
                .value()
                .map(a -> StrictMath.sqrt(a.championVariance()))
                .orElse(0.0);
        if (line.value().isEmpty()) {
            return new Matured(measures, expected, line, 0, 0, 1, aucError);
        }
        double[] logOdds = Arrays.stream(probabilities).map(LogOdds::of).toArray();
        double[] ones = new double[labels.length];
        Arrays.fill(ones, 1);
        double[][] both = new double[labels.length][];
        double[][] level = new double[labels.length][];
        Arrays.setAll(both, i -> new double[] {1, logOdds[i]});
        Arrays.setAll(level, i -> new double[] {1});
        Irls.Fit slope = Irls.fit(both, labels, ones, new double[2]);
        Irls.Fit large = Irls.fit(level, labels, ones, logOdds, new double[1]);
        double said = 0;
        for (int i = 0; i < labels.length; i++) {
            said -= LogOdds.softplus(logOdds[i]) - labels[i] * logOdds[i];
        }
        return new Matured(
                measures,
                expected,
                line,
                StrictMath.sqrt(slope.covariance()[1][1]),
                StrictMath.sqrt(large.covariance()[0][0]),
                Tails.aboveChiSquared(2 * (slope.logLikelihood() - said), 2),
                aucError);
    }

    /** Events over expected events: above 1, more happened than was said. */
    public double ratio() {
        return measures.events() / expected;
    }

    /**
     * Where the ratio lies with a probability, chance considered.
     *
     * @return undefined without an event
     */
    public Reading<Range> ratioInterval(double level) {
        double events = measures.events();
        if (events == 0) {
            return Reading.undefined(
                    UndefinedCode.TOO_FEW_CASES,
                    "None of " + measures.size()
                            + " rows had the event, so that observed over expected has no interval."
                            + " Maybe wait for more rows.");
        }
        double error = StrictMath.sqrt((1 - events / measures.size()) / events);
        double factor = StrictMath.exp(Tails.z(level) * error);
        return Reading.known(new Range(ratio() / factor, ratio() * factor));
    }

    /** Between what numbers something lies. */
    public record Range(double low, double high) {
        public boolean contains(double number) {
            return low <= number && number <= high;
        }
    }

    /** {@code 412 events, 398.2 expected (O/E 1.03)}. */
    @Override
    public String toString() {
        return measures.events() + " events of " + measures.size() + " rows, " + Rounded.of(expected, 1)
                + " expected (O/E " + Rounded.of(ratio(), 2) + ")";
    }
}
