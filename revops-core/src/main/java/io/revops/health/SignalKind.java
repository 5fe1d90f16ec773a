package io.revops.health;

/** What happened to a customer that is worth a call. */
public enum SignalKind {
    /** An administrator came. */
    ADMIN_NEW,
    /** An administrator left. */
    ADMIN_LEFT,
    /** Far less was used than its own weeks before tell. */
    USAGE_DROP,
    /** Far more was used. */
    USAGE_SPIKE,
    /** Nearly all seats that it bought are used, or more. */
    SEATS_NEAR_LIMIT,
    /** More was used than its plan includes. */
    USAGE_ABOVE_PLAN,
    /** Many people used it for the first time. */
    NEW_TEAM
}
