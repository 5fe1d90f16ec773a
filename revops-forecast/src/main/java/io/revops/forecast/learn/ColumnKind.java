package io.revops.forecast.learn;

/** What a column of text holds. */
public enum ColumnKind {
    /** Numbers. */
    NUMBER,
    /** Dates, read as days since 1970-01-01. */
    DATE,
    /** Two words: one column of 0 and 1. */
    FLAG,
    /** A few words: a column of 0 and 1 for each. */
    CATEGORY,
    /** Who the row is about; not read. */
    ID,
    /** What is to be learnt. */
    LABEL,
    /** Not read, for a reason. */
    LEFT_OUT
}
