package io.revops.ledger;

/** How accounts are told that merged while they are looked at, or later. */
public enum Merging {
    /**
     * Each for itself up to its merge: what moves then is {@link MovementKind#MERGE_OUT} of the one and {@link
     * MovementKind#MERGE_IN} of the other. For balances and movements.
     */
    WHEN_IT_HAPPENED,
    /**
     * As one account from the start, if they are one at the end of the last period: what merged before it was lost is no loss of
     * an account, but one of the account that goes on. For retention, which compares two ends of the same accounts.
     */
    FROM_THE_START
}
