package io.revops.ledger;

/** How an item stands, whatever it is worth: kept as a byte beside each state, and only where a policy asks for it. */
final class Standing {
    /** It is not there. */
    static final byte GONE = 0;
    /** It is there, and a rule takes it out: unpaid, late, paused as churn, refunded. */
    static final byte OUT = 1;
    /** It runs on, perhaps for nothing. */
    static final byte RUNS = 2;
    /** It is paused, and keeps its account active. */
    static final byte HELD = 3;

    private Standing() {}

    /** How an item stands of which nothing is said but what it is worth. */
    static byte of(long micros) {
        return micros == 0 ? GONE : RUNS;
    }
}
