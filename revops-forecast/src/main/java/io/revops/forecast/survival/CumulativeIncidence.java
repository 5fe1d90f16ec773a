package io.revops.forecast.survival;

import io.revops.forecast.Provenance;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Aalen-Johansen curves as plain numbers.
 *
 * @param version of this list of components
 * @param scale the unit of the times
 * @param times at which something ended or was last seen, rising
 * @param atRisk how many were under watch just before, by weight
 * @param survival the share that still runs just after
 * @param causes the share that has ended for each cause, in alphabetical order
 * @param provenance where it comes from
 */
public record CumulativeIncidence(
        int version,
        TimeScale scale,
        Doubles times,
        Doubles atRisk,
        Doubles survival,
        List<CauseIncidence> causes,
        Provenance provenance) {
    /** The version that this library writes. */
    public static final int VERSION = 1;

    public CumulativeIncidence {
        Objects.requireNonNull(scale, "scale");
        Objects.requireNonNull(provenance, "provenance");
        causes = List.copyOf(causes);
        Checks.version(version, VERSION);
        Checks.sameSize(times, atRisk, survival);
        Checks.falling(survival);
        for (CauseIncidence each : causes) {
            Checks.sameSize(times, each.incidence(), each.standardErrors());
        }
    }

    /** The share that still runs after a time. */
    public double survival(double time) {
        Shares.time(time);
        int k = times.upTo(time);
        return k == 0 ? 1 : survival.at(k - 1);
    }

    /** The share that has ended for a cause by a time, with its standard error. */
    public Estimate at(String cause, double time) {
        Shares.time(time);
        CauseIncidence of = of(cause);
        int k = times.upTo(time);
        return k == 0
                ? new Estimate(0, 0)
                : new Estimate(of.incidence().at(k - 1), of.standardErrors().at(k - 1));
    }

    /** An interval around that share; empty where it is 0 or 1. */
    public Optional<Interval> interval(String cause, double time, double level, ConfidenceBand band) {
        Estimate share = at(cause, time);
        return share.value() > 0 && share.value() < 1
                ? Optional.of(band.around(share.value(), share.standardError(), level))
                : Optional.empty();
    }

    /**
     * Of those that still run after some time, the share that will have ended for a cause so much later: (F(lived + time) − F(lived)) /
     * S(lived).
     *
     * @throws IllegalArgumentException if nothing lives so long
     */
    public double atGiven(String cause, double lived, double time) {
        double reached = survival(lived);
        if (!(reached > 0)) {
            throw new IllegalArgumentException(
                    "Nothing runs longer than " + lived + " " + scale + ". Maybe a shorter time.");
        }
        return (at(cause, lived + time).value() - at(cause, lived).value()) / reached;
    }

    private CauseIncidence of(String cause) {
        return causes.stream()
                .filter(c -> c.cause().equals(cause))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no cause (" + cause + "). Maybe one of "
                        + causes.stream().map(CauseIncidence::cause).toList() + "."));
    }
}
