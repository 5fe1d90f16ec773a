package io.revops.forecast.survival;

import io.revops.forecast.Provenance;
import io.revops.forecast.arithmetic.Cholesky;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** What raises or lowers the risk to end, and the curve to expect for a row. */
public final class CoxModel {
    private final CoxNumbers numbers;

    /** A model of numbers that were trained or read. */
    public CoxModel(CoxNumbers numbers) {
        this.numbers = Objects.requireNonNull(numbers, "numbers");
    }

    /** The model as plain numbers. */
    public CoxNumbers numbers() {
        return numbers;
    }

    public Provenance provenance() {
        return numbers.provenance();
    }

    /** The columns in their order. */
    public List<String> columns() {
        return numbers.columns().stream().map(CoxColumn::name).toList();
    }

    /** The strata, in alphabetical order; one without a name if there were none. */
    public List<String> strata() {
        return numbers.baselines().stream().map(CoxBaseline::stratum).toList();
    }

    /** By how much the log-hazard rises with each unit of a column; its standard error is robust where weights are fractional. */
    public Estimate coefficient(String column) {
        int j = index(column);
        int p = numbers.columns().size();
        return new Estimate(
                numbers.columns().get(j).coefficient(),
                StrictMath.sqrt(Math.max(0, covariance().at(j * p + j))));
    }

    /** By what factor the hazard changes with each unit of a column: exp of the interval of its coefficient. */
    public Interval hazardRatio(String column, double level) {
        Interval log = coefficient(column).interval(level);
        return new Interval(StrictMath.exp(log.low()), StrictMath.exp(log.high()), level);
    }

    private Doubles covariance() {
        return numbers.robust().size() > 0 ? numbers.robust() : numbers.covariance();
    }

    private int index(String column) {
        int j = columns().indexOf(column);
        if (j < 0) {
            throw new IllegalArgumentException("There is no column (" + column + "). Maybe one of " + columns() + ".");
        }
        return j;
    }

    /** 2 (log L − log L₀); empty with a ridge. */
    public Optional<ChiSquared> likelihoodRatio() {
        double twice = 2 * (numbers.logLikelihood() - numbers.nullLogLikelihood());
        return test(Math.max(0, twice));
    }

    /** βᵀ V⁻¹ β; empty with a ridge. */
    public Optional<ChiSquared> wald() {
        int p = numbers.columns().size();
        Cholesky cholesky = Cholesky.of(Matrices.square(covariance(), p), 0);
        if (cholesky.singular().isPresent()) {
            return Optional.empty();
        }
        return test(cholesky.quadratic(
                numbers.columns().stream().mapToDouble(CoxColumn::coefficient).toArray()));
    }

    /** The slope of the likelihood where all coefficients are zero, in units of its standard deviation; empty with a ridge. */
    public Optional<ChiSquared> score() {
        return test(numbers.score());
    }

    private Optional<ChiSquared> test(double statistic) {
        return numbers.ridge() > 0
                ? Optional.empty()
                : Optional.of(new ChiSquared(statistic, numbers.columns().size()));
    }

    /** The log of how many times the hazard of a row is that of one whose columns are all at their means. */
    public double logHazard(double... values) {
        double[] off = off(values);
        double sum = 0;
        for (int j = 0; j < off.length; j++) {
            sum += numbers.columns().get(j).coefficient() * off[j];
        }
        return sum;
    }

    /** By how much each column moves the log-hazard of a row from that of the means; they add up to {@link #logHazard}. */
    public Doubles contributions(double... values) {
        double[] off = off(values);
        return Doubles.of(IntStream.range(0, off.length)
                .mapToDouble(j -> numbers.columns().get(j).coefficient() * off[j])
                .toArray());
    }

    private double[] off(double... values) {
        if (values.length != numbers.columns().size()) {
            throw new IllegalArgumentException(
                    "There are " + values.length + " values for the columns " + columns() + ". Maybe one for each.");
        }
        Checks.values(columns(), values);
        return IntStream.range(0, values.length)
                .mapToDouble(j -> values[j] - numbers.columns().get(j).mean())
                .toArray();
    }

    /**
     * The share of rows like this that outlast a time, of a model without strata: the same number as that of the {@link #curve}, without
     * drawing all of it.
     */
    public double survival(double time, double... values) {
        return survivalIn(strata().size() == 1 ? strata().get(0) : "", time, values);
    }

    /** The share of rows like this in a stratum that outlast a time. */
    public double survivalIn(String stratum, double time, double... values) {
        Shares.time(time);
        CoxBaseline baseline = baseline(stratum);
        int k = baseline.times().upTo(time);
        double ratio = StrictMath.exp(logHazard(values));
        return k == 0 ? 1 : StrictMath.exp(-(ratio * baseline.hazard().at(k - 1)));
    }

    private CoxBaseline baseline(String stratum) {
        return numbers.baselines().stream()
                .filter(b -> b.stratum().equals(stratum))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no stratum (" + stratum + "). Maybe one of " + strata() + "."));
    }

    /** The curve of a row of a model without strata. */
    public CoxCurve curve(double... values) {
        return curveIn(strata().size() == 1 ? strata().get(0) : "", values);
    }

    /** The curve of a row in a stratum. */
    public CoxCurve curveIn(String stratum, double... values) {
        CoxBaseline baseline = baseline(stratum);
        double ratio = StrictMath.exp(logHazard(values));
        double[] off = off(values);
        int m = baseline.times().size();
        int p = off.length;
        double[] hazard = new double[m];
        double[] errors = new double[m];
        double[] q = new double[p];
        for (int t = 0; t < m; t++) {
            double h = baseline.hazard().at(t);
            hazard[t] = ratio * h;
            double around = 0;
            for (int j = 0; j < p; j++) {
                q[j] = off[j] * h - baseline.drift().at(t * p + j);
            }
            for (int j = 0; j < p; j++) {
                for (int k = 0; k < p; k++) {
                    around += q[j] * q[k] * covariance().at(j * p + k);
                }
            }
            errors[t] = ratio * StrictMath.sqrt(baseline.variances().at(t) + Math.max(0, around));
        }
        return new CoxCurve(
                numbers.scale(), baseline.observedTo(), baseline.times(), Doubles.of(hazard), Doubles.of(errors));
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof CoxModel that && numbers.equals(that.numbers);
    }

    @Override
    public int hashCode() {
        return numbers.hashCode();
    }

    /** {@code Cox regression on [seats, tenure], 412 of 1000 ended, concordance 0.71}. */
    @Override
    public String toString() {
        return "Cox regression on " + columns() + ", " + numbers.ended() + " of " + numbers.rows()
                + " ended, concordance " + numbers.concordance();
    }
}
