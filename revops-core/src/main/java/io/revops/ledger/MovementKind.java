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
    SEGMENT_OUT,
    /** Value that another account had, which was merged into this one. */
    MERGE_IN,
    /** Value that an account which was merged had, and the one that it became part of has now. */
    MERGE_OUT;

    /** How many kinds there are. */
    static final int COUNT = values().length;
}
