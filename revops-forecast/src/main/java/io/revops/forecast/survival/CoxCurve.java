package io.revops.forecast.survival;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The curve that a Cox model expects for a row: S(t) = exp(−H(t)).
 *
 * @param scale the unit of the times
 * @param observedTo the last time that anything is known of; after it the curve stays where it was
 * @param times at which something ended, rising
 * @param hazard H just after
 * @param standardErrors of H, from the baseline and from the coefficients
 */
public record CoxCurve(TimeScale scale, double observedTo, Doubles times, Doubles hazard, Doubles standardErrors)
        implements LifetimeCurve {
    public CoxCurve {
        Objects.requireNonNull(scale, "scale");
        if (times.size() > 0) {
            Checks.sameSize(times, hazard, standardErrors);
        }
    }

    /** H(t). */
    public double cumulativeHazard(double time) {
        Shares.time(time);
        int k = times.upTo(time);
        return k == 0 ? 0 : hazard.at(k - 1);
    }

    /** The standard error of H(t); that of S(t) is S(t) times it. */
    public double hazardErrorAt(double time) {
        Shares.time(time);
        int k = times.upTo(time);
        return k == 0 ? 0 : standardErrors.at(k - 1);
    }

    @Override
    public double at(double time) {
        return StrictMath.exp(-cumulativeHazard(time));
    }

    /** An interval around S(t); empty before the first end. */
    public Optional<Interval> interval(double time, double level, ConfidenceBand band) {
        double s = at(time);
        return s > 0 && s < 1 ? Optional.of(band.around(s, s * hazardErrorAt(time), level)) : Optional.empty();
    }

    @Override
    public OptionalDouble quantile(double ended) {
        Shares.share(ended);
        return Steps.crossing(times, i -> StrictMath.exp(-hazard.at(i)), 1 - ended);
    }

    @Override
    public double mean(double horizon) {
        Steps.reaches(horizon, observedTo, at(observedTo), scale);
        return Steps.area(times, i -> StrictMath.exp(-hazard.at(i)), horizon);
    }
}
