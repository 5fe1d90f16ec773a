package io.revops.ledger;

/** How the value of an account moved. */
public enum MovementKind {
    /** It pays, and never did before. */
    NEW,
    /** It pays more. */
    EXPANSION,
    /** It pays less. */
    CONTRACTION,
    /** It pays no more. */
    CHURN,
    /** It pays again. */
    REACTIVATION,
    /** The exchange rate moved. */
    FX,
    /** Value that came from another segment. */
    SEGMENT_IN,
    /** Value that went to another segment. */
    SEGMENT_OUT;

    /** How many kinds there are. */
    static final int COUNT = values().length;
}
