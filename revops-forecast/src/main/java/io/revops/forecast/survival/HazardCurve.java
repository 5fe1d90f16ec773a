package io.revops.forecast.survival;

import io.revops.forecast.Provenance;
import io.revops.forecast.arithmetic.Tails;
import java.util.Objects;
import java.util.Optional;

/**
 * A Nelson-Aalen curve as plain numbers.
 *
 * @param version of this list of components
 * @param scale the unit of the times
 * @param times at which something ended or was last seen, rising
 * @param hazard H just after: the expected number of ends of one that is always replaced
 * @param standardErrors of H
 * @param errors what they rest on
 * @param provenance where it comes from
 */
public record HazardCurve(
        int version,
        TimeScale scale,
        Doubles times,
        Doubles hazard,
        Doubles standardErrors,
        Errors errors,
        Provenance provenance) {
    /** The version that this library writes. */
    public static final int VERSION = 1;

    public HazardCurve {
        Objects.requireNonNull(scale, "scale");
        Objects.requireNonNull(errors, "errors");
        Objects.requireNonNull(provenance, "provenance");
        Checks.version(version, VERSION);
        Checks.sameSize(times, hazard, standardErrors);
    }

    /** H(t). */
    public double at(double time) {
        Shares.time(time);
        int k = times.upTo(time);
        return k == 0 ? 0 : hazard.at(k - 1);
    }

    /** The standard error of H(t). */
    public double standardErrorAt(double time) {
        Shares.time(time);
        int k = times.upTo(time);
        return k == 0 ? 0 : standardErrors.at(k - 1);
    }

    /** H · exp(± z · se / H), which stays above 0; empty where H is 0. */
    public Optional<Interval> interval(double time, double level) {
        double h = at(time);
        if (h == 0) {
            return Optional.empty();
        }
        double factor = StrictMath.exp(Tails.z(level) * standardErrorAt(time) / h);
        return Optional.of(new Interval(h / factor, h * factor, level));
    }
}
