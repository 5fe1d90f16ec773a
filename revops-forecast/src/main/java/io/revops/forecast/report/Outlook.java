package io.revops.forecast.report;

import io.revops.forecast.churn.ChurnCurve;
import io.revops.forecast.survival.TimeScale;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How likely an account is to be gone later on: within the horizon of its score as that says, beyond it as the curve does for one that is
 * still there, 1 − (1 − p) · S(t) / S(horizon). So two models never contradict each other in one row.
 *
 * @param probability p, that it leaves within the horizon
 * @param horizonDays the horizon
 * @param curve S, which need not agree with p
 */
record Outlook(double probability, int horizonDays, ChurnCurve curve) {
    /** How likely it is to be gone after so many periods; up to the horizon no more than p is known. */
    double gone(int periods) {
        int near = horizon();
        if (periods <= near || curve.at(near) == 0) {
            return probability;
        }
        return 1 - (1 - probability) * curve.at(periods) / curve.at(near);
    }

    /** The end of the period after which it is as likely to be gone as to be there; empty if that is further than the curve sees. */
    Optional<LocalDate> half(LocalDate asOf) {
        if (probability >= 0.5) {
            return Optional.of(asOf.plusDays(horizonDays));
        }
        for (int period = horizon() + 1; period <= curve.periods(); period++) {
            if (gone(period) >= 0.5) {
                return Optional.of(asOf.plusDays(StrictMath.round(period * days(curve.scale()))));
            }
        }
        return Optional.empty();
    }

    /** The whole periods that are nearest to the horizon, at most as many as the curve has. */
    private int horizon() {
        return (int) Math.min(curve.periods(), StrictMath.round(horizonDays / days(curve.scale())));
    }

    private static double days(TimeScale scale) {
        return switch (scale) {
            case DAY -> 1;
            case WEEK -> 7;
            case MONTH -> 365.25 / 12;
            case QUARTER -> 365.25 / 4;
            case YEAR -> 365.25;
            case RENEWAL ->
                throw new IllegalArgumentException("No calendar tells when a renewal is. Maybe TimeScale.MONTH.");
        };
    }
}
