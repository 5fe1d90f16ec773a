package io.revops.forecast.territory;

/** Who sells. */
public enum SalesChannel {
    /** Our own people. */
    DIRECT,
    /** A partner, or the manager of partners. */
    PARTNER
}
