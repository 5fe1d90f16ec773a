package io.revops.forecast.survival;

import io.revops.forecast.Provenance;
import io.revops.forecast.arithmetic.Tails;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What stretches or shortens a lifetime, and the curve to expect for a row. */
public final class AftModel {
    private final AftNumbers numbers;

    /** A model of numbers that were trained or read. */
    public AftModel(AftNumbers numbers) {
        this.numbers = Objects.requireNonNull(numbers, "numbers");
    }

    /** The model as plain numbers. */
    public AftNumbers numbers() {
        return numbers;
    }

    public Provenance provenance() {
        return numbers.provenance();
    }

    /** The columns in their order. */
    public List<String> columns() {
        return numbers.columns().stream().map(AftColumn::name).toList();
    }

    /** By how much the logarithm of the time rises with each unit of a column. */
    public Estimate coefficient(String column) {
        int j = columns().indexOf(column);
        if (j < 0) {
            throw new IllegalArgumentException("There is no column (" + column + "). Maybe one of " + columns() + ".");
        }
        return new Estimate(numbers.columns().get(j).coefficient(), error(j + 1));
    }

    /** By what factor a unit of a column stretches every quantile of the lifetime: exp of the interval of its coefficient. */
    public Interval timeRatio(String column, double level) {
        Interval log = coefficient(column).interval(level);
        return new Interval(StrictMath.exp(log.low()), StrictMath.exp(log.high()), level);
    }

    /** μ, the middle of the logarithm of the time where all columns are zero. */
    public Estimate intercept() {
        return new Estimate(numbers.intercept(), error(0));
    }

    /** log σ. */
    public Estimate logSpread() {
        return new Estimate(
                StrictMath.log(numbers.spread()), error(numbers.columns().size() + 1));
    }

    private double error(int index) {
        int n = numbers.columns().size() + 2;
        return StrictMath.sqrt(covariance().at(index * n + index));
    }

    private Doubles covariance() {
        return numbers.robust().size() > 0 ? numbers.robust() : numbers.covariance();
    }

    /** 2 (log L − log L with no column); empty if there is no column. */
    public Optional<ChiSquared> likelihoodRatio() {
        double twice = 2 * (numbers.logLikelihood() - numbers.nullLogLikelihood());
        int p = numbers.columns().size();
        return p == 0 ? Optional.empty() : Optional.of(new ChiSquared(Math.max(0, twice), p));
    }

    /** The curve of a row. */
    public AftCurve curve(double... values) {
        return new AftCurve(numbers.scale(), numbers.shape(), middle(values), numbers.spread());
    }

    /** Between what times a quantile of a row's lifetime lies, for what is not known of the coefficients: symmetric in its logarithm. */
    public Interval quantileInterval(double ended, double level, double... values) {
        double log = middle(values) + numbers.spread() * numbers.shape().quantile(share(ended));
        double half = Tails.z(level) * logQuantileError(ended, values);
        return new Interval(StrictMath.exp(log - half), StrictMath.exp(log + half), level);
    }

    /** The standard error of the logarithm of a quantile of a row's lifetime. */
    public double logQuantileError(double ended, double... values) {
        int n = numbers.columns().size() + 2;
        double[] slope = new double[n];
        slope[0] = 1;
        System.arraycopy(checked(values), 0, slope, 1, n - 2);
        slope[n - 1] = numbers.spread() * numbers.shape().quantile(share(ended));
        double variance = 0;
        for (int j = 0; j < n; j++) {
            for (int k = 0; k < n; k++) {
                variance += slope[j] * slope[k] * covariance().at(j * n + k);
            }
        }
        return StrictMath.sqrt(Math.max(0, variance));
    }

    private static double share(double ended) {
        Shares.share(ended);
        return ended;
    }

    private double middle(double... values) {
        double middle = numbers.intercept();
        double[] each = checked(values);
        for (int j = 0; j < each.length; j++) {
            middle += numbers.columns().get(j).coefficient() * each[j];
        }
        return middle;
    }

    private double[] checked(double... values) {
        if (values.length != numbers.columns().size()) {
            throw new IllegalArgumentException(
                    "There are " + values.length + " values for the columns " + columns() + ". Maybe one for each.");
        }
        Checks.values(columns(), values);
        return values;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof AftModel that && numbers.equals(that.numbers);
    }

    @Override
    public int hashCode() {
        return numbers.hashCode();
    }

    /** {@code AFT regression, weibull, on [seats], 412 of 1000 ended}. */
    @Override
    public String toString() {
        return "AFT regression, " + numbers.shape() + ", on " + columns() + ", " + numbers.ended() + " of "
                + numbers.rows() + " ended";
    }
}
