package io.revops.book;

/** How an attempt to collect ended. */
public enum PaymentOutcome {
    SUCCEEDED,
    FAILED,
    REFUNDED,
    DISPUTED
}
