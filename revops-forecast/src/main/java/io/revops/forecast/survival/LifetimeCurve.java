package io.revops.forecast.survival;

import java.util.OptionalDouble;

/** How likely it is that something still runs after a time. */
public interface LifetimeCurve {
    /** The unit of its times. */
    TimeScale scale();

    /** S(t), the probability to run longer than a time: 1 at first, never rising. */
    double at(double time);

    /** The time by which a share has ended; empty if it is not reached as far as anybody can see. */
    OptionalDouble quantile(double ended);

    /** The time by which half have ended; empty if it is not reached. */
    default OptionalDouble median() {
        return quantile(0.5);
    }

    /**
     * The mean time that runs until a horizon: ∫₀^h S(t) dt. It exists where the mean itself does not.
     *
     * @throws IllegalArgumentException if the curve does not reach so far
     */
    double mean(double horizon);

    /**
     * What is to come for one that has run for a time already: S(lived + t) / S(lived). Its median is when to expect the end of an
     * account that is still there.
     *
     * @throws IllegalArgumentException if nothing lives so long
     */
    default LifetimeCurve given(double lived) {
        return new Remaining(this, lived);
    }
}
