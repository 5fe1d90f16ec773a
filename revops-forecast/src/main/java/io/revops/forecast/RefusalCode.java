package io.revops.forecast;

/** Why there is no model. */
public enum RefusalCode {
    /** There are too few periods to learn from and to measure an error on. */
    HISTORY_TOO_SHORT,
    /** What was to be learnt is undefined in the history. */
    SERIES_UNDEFINED
}
