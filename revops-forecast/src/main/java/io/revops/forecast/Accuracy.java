package io.revops.forecast;

import io.revops.metric.Proportion;
import io.revops.metric.Ratio;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far off forecasts were.
 *
 * <p>Errors are forecast less actual. Shares of nothing do not exist: where what happened is zero they are undefined, never 0 or
 * infinite. The components are sums; the measures are read from them.
 *
 * <p>References: S. Kolassa, W. Schütz, Advantages of the MAD/Mean ratio over the MAPE, Foresight 6, 2007 (WAPE); R. Koenker, G.
 * Bassett, Regression Quantiles, Econometrica 46, 1978 (pinball loss).
 *
 * @param cases how many forecasts, at least one
 * @param errors the sum of the errors
 * @param absoluteErrors the sum of their sizes
 * @param actuals the sum of the sizes of what happened
 * @param shares the sum of each error's size over the size of what happened, where that is not zero
 * @param zeroActuals how often nothing happened
 * @param covered how often what happened was inside the interval that should hold it, by the interval's probability
 * @param pinballs the mean pinball loss of each quantile, by its probability
 */
public record Accuracy(
        long cases,
        double errors,
        double absoluteErrors,
        double actuals,
        double shares,
        long zeroActuals,
        SortedMap<Double, Proportion> covered,
        SortedMap<Double, Double> pinballs) {
    public Accuracy {
        covered = Collections.unmodifiableSortedMap(new TreeMap<>(covered));
        pinballs = Collections.unmodifiableSortedMap(new TreeMap<>(pinballs));
        if (cases < 1) {
            throw new IllegalArgumentException("There are " + cases + " forecasts. Maybe a longer history.");
        }
    }

    /** Of one forecast. */
    public static Accuracy of(double forecast, double actual) {
        return of(new double[] {forecast}, new double[] {actual});
    }

    /** Of forecasts beside what happened, in the same order. */
    public static Accuracy of(double[] forecasts, double[] actuals) {
        if (forecasts.length != actuals.length) {
            throw new IllegalArgumentException("There are " + forecasts.length + " forecasts and " + actuals.length
                    + " actuals. Maybe one actual for each forecast.");
        }
        Sums sums = new Sums();
        for (int i = 0; i < forecasts.length; i++) {
            sums.add(forecasts[i], actuals[i]);
        }
        return sums.accuracy(new TreeMap<>(), new TreeMap<>());
    }

    /** Of trials, with the coverage and the pinball loss of the quantiles that they have; at least one. */
    public static Accuracy of(List<BacktestTrial> trials) {
        Sums sums = new Sums();
        SortedMap<Double, long[]> inside = new TreeMap<>();
        SortedMap<Double, double[]> losses = new TreeMap<>();
        for (BacktestTrial trial : trials) {
            sums.add(trial.forecast(), trial.actual());
            for (Map.Entry<Double, Double> quantile : trial.quantiles().entrySet()) {
                double p = quantile.getKey();
                double[] loss = losses.computeIfAbsent(p, k -> new double[2]);
                loss[0] += pinball(p, quantile.getValue(), trial.actual());
                loss[1]++;
                Double upper = trial.quantiles().get(mirrored(p));
                if (p < 0.5 && upper != null) {
                    long[] count = inside.computeIfAbsent(between(p), k -> new long[2]);
                    count[0] += trial.actual() >= quantile.getValue() && trial.actual() <= upper ? 1 : 0;
                    count[1]++;
                }
            }
        }
        SortedMap<Double, Proportion> covered = new TreeMap<>();
        inside.forEach((share, count) -> covered.put(share, new Proportion(count[0], count[1])));
        SortedMap<Double, Double> pinballs = new TreeMap<>();
        losses.forEach((p, loss) -> pinballs.put(p, loss[0] / loss[1]));
        return sums.accuracy(covered, pinballs);
    }

    /** The pinball loss of one quantile: (actual − quantile) · p above it, (quantile − actual) · (1 − p) below. */
    public static double pinball(double probability, double quantile, double actual) {
        return actual >= quantile ? (actual - quantile) * probability : (quantile - actual) * (1 - probability);
    }

    /** Sum of errors over sum of actuals: above 0 it was too high. Of one forecast its signed error. */
    public Reading<Ratio> bias() {
        return share(errors);
    }

    /** Sum of the errors' sizes over sum of actuals (WAPE). Of one forecast its absolute error. */
    public Reading<Ratio> wape() {
        return share(absoluteErrors);
    }

    /** Mean of each error's size over its actual (MAPE); undefined if any actual is zero. */
    public Reading<Ratio> mape() {
        return zeroActuals > 0 ? zero() : Reading.known(new Ratio(shares / cases));
    }

    /** 1 − WAPE, as it is: below 0 where the errors are larger than what happened. */
    public Reading<Ratio> accuracy() {
        return wape().value()
                .<Reading<Ratio>>map(w -> Reading.known(new Ratio(1 - w.value())))
                .orElseGet(this::zero);
    }

    /** 1 − WAPE, but never below 0: the accuracy that dashboards show. It hides how wrong a forecast was; {@link #wape} does not. */
    public Reading<Ratio> accuracyFlooredAtZero() {
        return wape().value()
                .<Reading<Ratio>>map(w -> Reading.known(new Ratio(Math.max(0, 1 - w.value()))))
                .orElseGet(this::zero);
    }

    /** The mean error in the forecast's own unit. */
    public double meanError() {
        return errors / cases;
    }

    /** How often what happened was inside the interval of a probability; empty if no forecast had one. */
    public Optional<Proportion> coverage(double probability) {
        return Optional.ofNullable(covered.get(probability));
    }

    private Reading<Ratio> share(double of) {
        return actuals == 0 ? zero() : Reading.known(new Ratio(of / actuals));
    }

    private Reading<Ratio> zero() {
        return Reading.undefined(
                UndefinedCode.ACTUAL_ZERO,
                cases == 1
                        ? "The actual is zero, and an error is no share of nothing. Maybe read the error in its own"
                                + " unit."
                        : "An actual is zero, and an error is no share of nothing. Maybe read WAPE, or errors in their"
                                + " own unit.");
    }

    private static double mirrored(double p) {
        return BigDecimal.ONE.subtract(BigDecimal.valueOf(p)).doubleValue();
    }

    private static double between(double p) {
        return BigDecimal.ONE
                .subtract(BigDecimal.valueOf(p).multiply(BigDecimal.valueOf(2)))
                .doubleValue();
    }

    private static final class Sums {
        private long cases;
        private double errors;
        private double absoluteErrors;
        private double actuals;
        private double shares;
        private long zeros;

        void add(double forecast, double actual) {
            double error = forecast - actual;
            cases++;
            errors += error;
            absoluteErrors += Math.abs(error);
            actuals += Math.abs(actual);
            if (actual == 0) {
                zeros++;
            } else {
                shares += Math.abs(error) / Math.abs(actual);
            }
        }

        Accuracy accuracy(SortedMap<Double, Proportion> covered, SortedMap<Double, Double> pinballs) {
            return new Accuracy(cases, errors, absoluteErrors, actuals, shares, zeros, covered, pinballs);
        }
    }
}
