package io.revops.forecast.churn;

/**
 * What becomes of accounts that have already asked to go, all of whose running subscriptions have an agreed end: their outcome needs
 * no model, and a model that sees many of them learns nothing else.
 */
public enum KnownLeavers {
    /** They are no rows, and are counted. */
    LEFT_OUT,
    /** They are rows like all others. */
    KEPT
}
