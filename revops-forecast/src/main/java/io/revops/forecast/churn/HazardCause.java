package io.revops.forecast.churn;

import io.revops.forecast.learn.LogisticModel;
import io.revops.forecast.learn.LogisticSpread;
import java.util.Objects;

/**
 * How one cause of churn depends on the features, period by period.
 *
 * @param name of the cause: voluntary, involuntary
 * @param ended how many rows ended for it
 * @param model of the log-odds to end for it in a period and not to last it
 * @param spread how sure its coefficients are
 */
public record HazardCause(String name, long ended, LogisticModel model, LogisticSpread spread) {
    public HazardCause {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(spread, "spread");
    }
}
