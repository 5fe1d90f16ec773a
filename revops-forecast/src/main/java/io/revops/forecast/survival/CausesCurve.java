package io.revops.forecast.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.SortedMap;

/**
 * When to expect the end of one account, and for which cause: the curves of a Cox model of each cause, put together.
 *
 * <p>S(t) = exp(−Σ H_c(t)), and at each time what S loses is shared out over the causes by the rises of their hazards, so that the causes
 * add up to 1 − S. Each model is trained on {@link Lifetimes#endingBy} its cause; together the causes must be all there are. What an
 * account pays times the incidence of a cause by a horizon is its revenue at risk by that cause.
 *
 * @param scale the unit of the times
 * @param observedTo the last time that anything is known of; after it the curve stays where it was
 * @param times at which something ended, rising
 * @param survival S just after
 * @param causes in alphabetical order
 */
public record CausesCurve(TimeScale scale, double observedTo, Doubles times, Doubles survival, List<Cause> causes)
        implements LifetimeCurve {
    /**
     * The probability to have ended for a cause.
     *
     * @param name of the cause
     * @param incidence just after each time
     */
    public record Cause(String name, Doubles incidence) {
        public Cause {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(incidence, "incidence");
        }
    }

    public CausesCurve {
        Objects.requireNonNull(scale, "scale");
        causes = List.copyOf(causes);
    }

    /**
     * Puts the curves of one account together, by their causes.
     *
     * @throws IllegalArgumentException if there is none, or their units differ
     */
    public static CausesCurve of(SortedMap<String, CoxCurve> curves) {
        if (curves.values().stream().map(CoxCurve::scale).distinct().count() != 1) {
            throw new IllegalArgumentException(
                    "There are curves of the causes " + curves.keySet() + ". Maybe at least one, and all in one unit.");
        }
        double[] times = Doubles.distinct(curves.values().stream()
                .flatMapToDouble(c -> c.times().stream())
                .toArray());
        List<CoxCurve> each = List.copyOf(curves.values());
        double[] survival = new double[times.length];
        double[][] incidence = new double[each.size()][times.length];
        double[] before = new double[each.size()];
        double s = 1;
        for (int t = 0; t < times.length; t++) {
            double[] rise = new double[each.size()];
            double all = 0;
            for (int c = 0; c < rise.length; c++) {
                double hazard = each.get(c).cumulativeHazard(times[t]);
                rise[c] = hazard - before[c];
                before[c] = hazard;
                all += rise[c];
            }
            double lost = -s * StrictMath.expm1(-all);
            for (int c = 0; c < rise.length; c++) {
                incidence[c][t] = (t == 0 ? 0 : incidence[c][t - 1]) + (all > 0 ? lost * rise[c] / all : 0);
            }
            s = Math.max(0, s - lost);
            survival[t] = s;
        }
        List<Cause> causes = new ArrayList<>();
        List<String> names = List.copyOf(curves.keySet());
        for (int c = 0; c < names.size(); c++) {
            causes.add(new Cause(names.get(c), Doubles.of(incidence[c])));
        }
        return new CausesCurve(
                each.get(0).scale(),
                each.stream().mapToDouble(CoxCurve::observedTo).min().orElse(0),
                Doubles.of(times),
                Doubles.of(survival),
                causes);
    }

    @Override
    public double at(double time) {
        Shares.time(time);
        int k = times.upTo(time);
        return k == 0 ? 1 : survival.at(k - 1);
    }

    /** The probability to have ended for a cause by a time. */
    public double incidence(String cause, double time) {
        Shares.time(time);
        int k = times.upTo(time);
        Doubles of = causes.stream()
                .filter(c -> c.name().equals(cause))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no cause (" + cause + "). Maybe one of "
                        + Arrays.toString(causes.stream().map(Cause::name).toArray()) + "."))
                .incidence();
        return k == 0 ? 0 : of.at(k - 1);
    }

    /**
     * The probability to end for a cause within a time, for one that has run for a while: (F(lived + time) − F(lived)) / S(lived).
     *
     * @throws IllegalArgumentException if nothing lives so long
     */
    public double incidenceGiven(String cause, double lived, double time) {
        double reached = at(lived);
        if (!(reached > 0)) {
            throw new IllegalArgumentException(
                    "Nothing runs longer than " + lived + " " + scale + ". Maybe a shorter time.");
        }
        return (incidence(cause, lived + time) - incidence(cause, lived)) / reached;
    }

    @Override
    public OptionalDouble quantile(double ended) {
        Shares.share(ended);
        return Steps.crossing(times, survival::at, 1 - ended);
    }

    @Override
    public double mean(double horizon) {
        Steps.reaches(horizon, observedTo, at(observedTo), scale);
        return Steps.area(times, survival::at, horizon);
    }
}
