package io.revops.forecast.survival;

import java.util.OptionalDouble;

/** The rest of a curve after some time was lived. */
final class Remaining implements LifetimeCurve {
    private final LifetimeCurve whole;
    private final double lived;
    private final double reached;

    Remaining(LifetimeCurve whole, double lived) {
        Shares.time(lived);
        this.whole = whole;
        this.lived = lived;
        this.reached = whole.at(lived);
        if (!(reached > 0)) {
            throw new IllegalArgumentException(
                    "Nothing runs longer than " + lived + " " + whole.scale() + ". Maybe a shorter time.");
        }
    }

    @Override
    public TimeScale scale() {
        return whole.scale();
    }

    @Override
    public double at(double time) {
        Shares.time(time);
        return whole.at(lived + time) / reached;
    }

    @Override
    public OptionalDouble quantile(double ended) {
        Shares.share(ended);
        OptionalDouble time = whole.quantile(1 - (1 - ended) * reached);
        return time.isPresent() ? OptionalDouble.of(Math.max(0, time.getAsDouble() - lived)) : time;
    }

    @Override
    public double mean(double horizon) {
        Shares.time(horizon);
        return (whole.mean(lived + horizon) - whole.mean(lived)) / reached;
    }
}
