package io.revops.book;

/** Whether a customer who left wanted to. */
public enum ChurnCause {
    VOLUNTARY,
    /** Payment failed, and nobody decided to leave. */
    INVOLUNTARY
}
