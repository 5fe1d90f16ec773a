package io.revops.forecast;

/** Why there is no model. */
public enum RefusalCode {
    /** There are too few periods to learn from and to measure an error on. */
    HISTORY_TOO_SHORT,
    /** What was to be learnt is undefined in the history. */
    SERIES_UNDEFINED,
    /** There is no lifetime to learn from. */
    NO_LIFETIMES,
    /** Nothing ended, so nothing tells when it does. */
    NOTHING_ENDED,
    /** A time is none that the method can read. */
    UNFIT_TIME,
    /** A column has the same value everywhere. */
    CONSTANT_COLUMN,
    /** A column says only what other columns, or the strata, say already. */
    COLLINEAR_COLUMN,
    /** A column tells so well who ends first that its coefficient grows without end. */
    SEPARATING_COLUMN,
    /** The likelihood has no highest point that could be found. */
    NOT_CONVERGED,
    /** There are too few rows, or too few of either outcome, to learn from. */
    TOO_FEW_CASES,
    /** Every row has the same outcome: nothing tells them apart. */
    ONE_OUTCOME,
    /** An outcome is neither 0 nor 1. */
    LABEL_NOT_BINARY,
    /** On rows that it had not seen it told no more than the rate of all. */
    NO_BETTER_THAN_BASE_RATE
}
