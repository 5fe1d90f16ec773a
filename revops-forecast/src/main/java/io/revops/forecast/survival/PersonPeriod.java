package io.revops.forecast.survival;

import java.util.Objects;
import java.util.Optional;

/**
 * One account in one period that it was seen through, or ended in.
 *
 * @param id whose
 * @param period its age, counted from 1
 * @param cause why it ended in this period; empty if it did not
 * @param weight how many times it counts
 * @param stratum its group
 * @param values what is known of it
 */
public record PersonPeriod(
        String id, int period, Optional<String> cause, double weight, String stratum, Doubles values) {
    public PersonPeriod {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(stratum, "stratum");
        Objects.requireNonNull(values, "values");
    }

    public boolean ended() {
        return cause.isPresent();
    }
}
