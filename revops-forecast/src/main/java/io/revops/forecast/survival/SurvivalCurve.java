package io.revops.forecast.survival;

import io.revops.forecast.Provenance;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A Kaplan-Meier curve as plain numbers.
 *
 * <p>After the last time it stays where it was; nothing is known there, see {@link #observedTo}.
 *
 * @param version of this list of components
 * @param scale the unit of the times
 * @param times at which something ended or was last seen, rising
 * @param atRisk how many were under watch just before, by weight
 * @param ended how many ended then
 * @param censored how many were last seen then
 * @param survival S just after
 * @param standardErrors of S; 0 where S is 0
 * @param errors what they rest on
 * @param provenance where it comes from
 */
public record SurvivalCurve(
        int version,
        TimeScale scale,
        Doubles times,
        Doubles atRisk,
        Doubles ended,
        Doubles censored,
        Doubles survival,
        Doubles standardErrors,
        Errors errors,
        Provenance provenance)
        implements LifetimeCurve {
    /** The version that this library writes. */
    public static final int VERSION = 1;

    public SurvivalCurve {
        Objects.requireNonNull(scale, "scale");
        Objects.requireNonNull(errors, "errors");
        Objects.requireNonNull(provenance, "provenance");
        Checks.version(version, VERSION);
        Checks.sameSize(times, atRisk, ended, censored, survival, standardErrors);
        Checks.falling(survival);
    }

    /** The last time that anything is known of. */
    public double observedTo() {
        return times.at(times.size() - 1);
    }

    @Override
    public double at(double time) {
        Shares.time(time);
        int k = times.upTo(time);
        return k == 0 ? 1 : survival.at(k - 1);
    }

    /** The standard error of S(t). */
    public double standardErrorAt(double time) {
        Shares.time(time);
        int k = times.upTo(time);
        return k == 0 ? 0 : standardErrors.at(k - 1);
    }

    /** An interval around S(t); empty where the curve is at 1 or at 0: there the data do not tell how far it may be off. */
    public Optional<Interval> interval(double time, double level, ConfidenceBand band) {
        Shares.time(time);
        int k = times.upTo(time);
        return k == 0 ? Optional.empty() : end(k - 1, level, band);
    }

    /** The first time at which a share has ended; if the curve is flat at just that share, the middle of the flat part. */
    @Override
    public OptionalDouble quantile(double ended) {
        Shares.share(ended);
        return Steps.crossing(times, survival::at, 1 - ended);
    }

    /**
     * Between what times a quantile lies (Brookmeyer and Crowley, Biometrics 38, 1982, 29–41): where the lower and the upper end
     * of the curve's interval cross. An end that is not reached is empty.
     */
    public QuantileInterval quantileInterval(double ended, double level, ConfidenceBand band) {
        Shares.share(ended);
        return new QuantileInterval(
                Steps.crossing(
                        times, i -> end(i, level, band).map(Interval::low).orElse(1.0), 1 - ended),
                Steps.crossing(
                        times, i -> end(i, level, band).map(Interval::high).orElse(1.0), 1 - ended),
                level);
    }

    private Optional<Interval> end(int i, double level, ConfidenceBand band) {
        double s = survival.at(i);
        return s > 0 && s < 1 ? Optional.of(band.around(s, standardErrors.at(i), level)) : Optional.empty();
    }

    @Override
    public double mean(double horizon) {
        Steps.reaches(horizon, observedTo(), survival.at(survival.size() - 1), scale);
        return Steps.area(times, survival::at, horizon);
    }

    /**
     * The restricted mean survival time with its standard error: Var = Σ A(tᵢ)² · dᵢ / (nᵢ (nᵢ − dᵢ)) over tᵢ ≤ horizon, A(t) the area
     * under the curve from t to the horizon.
     *
     * @throws IllegalArgumentException if the curve does not reach so far, or rests on fractional weights
     */
    public Estimate restrictedMean(double horizon) {
        if (errors == Errors.ROBUST) {
            throw new IllegalArgumentException(
                    "The standard error of a restricted mean is not known for fractional weights. " + "Maybe take mean("
                            + horizon + ") alone.");
        }
        double mean = mean(horizon);
        double variance = 0;
        double area = 0;
        double to = horizon;
        for (int i = times.upTo(horizon) - 1; i >= 0; i--) {
            area += survival.at(i) * (to - times.at(i));
            to = times.at(i);
            double n = atRisk.at(i);
            double d = ended.at(i);
            variance += n > d ? area * area * d / (n * (n - d)) : 0;
        }
        return new Estimate(mean, StrictMath.sqrt(variance));
    }

    /** {@code Kaplan-Meier, 12 ended, median 18.0 months}. */
    @Override
    public String toString() {
        OptionalDouble median = median();
        return "Kaplan-Meier, " + ended.stream().sum() + " ended, median "
                + (median.isPresent() ? median.getAsDouble() + " " + scale : "not reached");
    }
}
