package io.revops.book;

/** Why a subscription was not simply running. */
public enum SpellKind {
    TRIAL,
    PAUSED,
    /** A bill is late, and collection goes on. */
    PAST_DUE,
    /** Collection was given up, and the subscription was not ended. */
    UNPAID
}
