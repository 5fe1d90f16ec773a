package io.revops.forecast.survival;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * The curve that an accelerated failure time model expects for a row: S((log t − middle) / spread).
 *
 * @param scale the unit of the times
 * @param shape of the distribution
 * @param middle μ + β · x
 * @param spread σ
 */
public record AftCurve(TimeScale scale, AftShape shape, double middle, double spread) implements LifetimeCurve {
    public AftCurve {
        Objects.requireNonNull(scale, "scale");
        Objects.requireNonNull(shape, "shape");
        Checks.finite("the curve", middle, spread);
    }

    @Override
    public double at(double time) {
        Shares.time(time);
        if (time == 0) {
            return 1;
        }
        double[] log = new double[3];
        shape.survival((StrictMath.log(time) - middle) / spread, log);
        return StrictMath.exp(log[0]);
    }

    /** The time by which a share has ended; empty only if it is too long to be written. */
    @Override
    public OptionalDouble quantile(double ended) {
        Shares.share(ended);
        double time = StrictMath.exp(middle + spread * shape.quantile(ended));
        return Double.isInfinite(time) ? OptionalDouble.empty() : OptionalDouble.of(time);
    }

    @Override
    public double mean(double horizon) {
        Shares.time(horizon);
        return horizon == 0 ? 0 : Area.under(this::at, horizon);
    }
}
