package io.revops.forecast.territory;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What a rep has of a measure.
 *
 * @param rep who
 * @param measure of what
 * @param before what today's accounts add up to
 * @param load what the drawn ones do
 * @param fair the fair share by capacity of what there is for those who serve the same
 */
public record TerritoryLoad(String rep, String measure, BigDecimal before, BigDecimal load, double fair) {
    /** How far from the fair share is still even: 15 %. */
    public static final double TOLERANCE = 0.15;

    public TerritoryLoad {
        Objects.requireNonNull(rep, "rep");
        Objects.requireNonNull(measure, "measure");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(load, "load");
    }

    /** Load : fair load; empty if there is nothing to share. */
    public OptionalDouble share() {
        return fair == 0 ? OptionalDouble.empty() : OptionalDouble.of(load.doubleValue() / fair);
    }

    /** How far the share is from 1, up or down; 0 if there is nothing to share. */
    double off() {
        return StrictMath.abs(share().orElse(1) - 1);
    }

    /** {@code Ana: 16 of potential, 106.7 % of the fair share}. */
    @Override
    public String toString() {
        return rep + ": " + load.toPlainString() + " of " + measure
                + (fair == 0
                        ? ", nothing to share"
                        : String.format(Locale.ROOT, ", %.1f %% of the fair share", share().orElse(0) * 100));
    }

    /** The same today. */
    public OptionalDouble shareBefore() {
        return fair == 0 ? OptionalDouble.empty() : OptionalDouble.of(before.doubleValue() / fair);
    }
}
