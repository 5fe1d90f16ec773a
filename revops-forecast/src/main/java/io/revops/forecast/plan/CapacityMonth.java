package io.revops.forecast.plan;

import io.revops.time.Span;
import java.util.Objects;

/**
 * What a team can sell in a month, expected.
 *
 * @param month which
 * @param people who is there, ramped or not, before leave
 * @param ramped full reps
 * @param street what they are asked for
 * @param expected what they sell
 */
public record CapacityMonth(Span month, double people, double ramped, double street, double expected) {
    public CapacityMonth {
        Objects.requireNonNull(month, "month");
    }
}
