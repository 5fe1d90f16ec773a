package io.revops.forecast.survival;

import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;

/** A falling curve that steps at given times, 1 before the first. */
final class Steps {
    /** Two shares nearer than this are the same one, with other roundings. */
    private static final double SAME = 0x1.0p-26;

    private Steps() {}

    /** The first time at which the curve is below a share; if it is flat at just that share, the middle of the flat part. */
    static OptionalDouble crossing(Doubles times, IntToDoubleFunction curve, double share) {
        int n = times.size();
        for (int i = 0; i < n; i++) {
            double value = curve.applyAsDouble(i);
            if (value < share - SAME) {
                return OptionalDouble.of(times.at(i));
            }
            if (value < share + SAME) {
                int next = i + 1;
                while (next < n && !(curve.applyAsDouble(next) < value)) {
                    next++;
                }
                return OptionalDouble.of(next < n ? (times.at(i) + times.at(next)) / 2 : times.at(i));
            }
        }
        return OptionalDouble.empty();
    }

    /** The area under the curve up to a horizon. */
    static double area(Doubles times, IntToDoubleFunction curve, double horizon) {
        double area = 0;
        double from = 0;
        double value = 1;
        for (int i = 0; i < times.size() && times.at(i) < horizon; i++) {
            area += value * (times.at(i) - from);
            from = times.at(i);
            value = curve.applyAsDouble(i);
        }
        return area + value * (horizon - from);
    }

    /** That a horizon is not beyond what is known, unless nothing is left there. */
    static void reaches(double horizon, double observedTo, double left, TimeScale scale) {
        Shares.time(horizon);
        if (horizon > observedTo && left > 0) {
            throw new IllegalArgumentException("The curve is known to " + observedTo + " " + scale + " and not to "
                    + horizon + ". Maybe mean(" + observedTo + "), or an AftRegression, which carries it on.");
        }
    }
}
