package io.revops.forecast.pipeline;

import io.revops.forecast.learn.LogisticModel;
import io.revops.forecast.learn.Measures;
import java.util.Objects;

/**
 * The chance of a deal to be won at all, from what is known of it on the day it is opened.
 *
 * @param traits what is looked at
 * @param logistic the weights of these
 * @param measures how it did on later deals, learnt from the earlier ones alone
 */
public record WinPropensityModel(DealTraits traits, LogisticModel logistic, Measures measures) {
    public WinPropensityModel {
        Objects.requireNonNull(traits, "traits");
        Objects.requireNonNull(logistic, "logistic");
        Objects.requireNonNull(measures, "measures");
    }

    /** The probability that a deal is won. */
    public double probability(DealPath deal) {
        return logistic.probability(traits.of(deal));
    }
}
