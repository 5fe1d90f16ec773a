package io.revops.forecast.churn;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * How a way to learn did on rows that it had not seen, before calibration.
 *
 * @param name of the learner
 * @param logLoss the mean cost of its probabilities
 * @param gain by how much its log-loss was below that of the rate of all
 * @param gainError the standard error of that, accounts counted once
 * @param auc the area under the curve over all those rows; empty where they had one outcome
 */
public record Candidate(String name, double logLoss, double gain, double gainError, OptionalDouble auc) {
    public Candidate {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(auc, "auc");
    }

    /** Whether it told more than the rate of all, by more than chance. */
    public boolean isBetterThanBaseRate() {
        return gain > ChurnPropensity.SURE * gainError;
    }

    /** {@code logistic: log-loss 0.4164, AUC 0.846}. */
    @Override
    public String toString() {
        return name + ": log-loss " + Told.number(logLoss, 4)
                + (auc.isPresent() ? ", AUC " + Told.number(auc.getAsDouble(), 3) : "");
    }
}
