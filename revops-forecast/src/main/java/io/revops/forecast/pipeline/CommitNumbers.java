package io.revops.forecast.pipeline;

import io.revops.forecast.Provenance;
import io.revops.forecast.Quantity;
import java.util.List;
import java.util.Objects;

/**
 * A commit model as plain numbers: enough to forecast the same, bit for bit, wherever they are read.
 *
 * @param version of this form
 * @param quantity what is forecast
 * @param periods the periods that it was trained for, the nearest first
 * @param provenance what it was trained from
 */
public record CommitNumbers(int version, Quantity quantity, List<CommitPeriod> periods, Provenance provenance) {
    /** The form that is written. */
    public static final int VERSION = 1;

    public CommitNumbers {
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(provenance, "provenance");
        periods = List.copyOf(periods);
        if (version != VERSION || periods.isEmpty()) {
            throw new IllegalArgumentException("The numbers have the version " + version + " and " + periods.size()
                    + " periods. Maybe version " + VERSION + " and at least one period.");
        }
    }
}
