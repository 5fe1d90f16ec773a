package io.revops.forecast.territory;

import java.math.BigDecimal;
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

    /** The same today. */
    public OptionalDouble shareBefore() {
        return fair == 0 ? OptionalDouble.empty() : OptionalDouble.of(before.doubleValue() / fair);
    }
}
