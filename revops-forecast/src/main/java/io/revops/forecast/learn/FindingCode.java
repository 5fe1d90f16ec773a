package io.revops.forecast.learn;

/** What is wrong, or worth knowing, about data to learn from. */
public enum FindingCode {
    /** A column has one value only: nothing can be learnt from it. */
    CONSTANT_COLUMN,
    /** Two columns hold the same values. */
    DUPLICATE_COLUMN,
    /** A column alone tells every event from every other row. */
    SEPARATING_COLUMN,
    /** A column alone ranks the rows better than an honest one does (AUC above 0.95). */
    LEAKAGE,
    /** A column was first filled when the outcome was known. */
    FILLED_AFTER_OUTCOME,
    /** Every row has the same outcome. */
    ONE_CLASS,
    /** The label is neither 0 nor 1 somewhere. */
    LABEL_NOT_BINARY,
    /** A row has no label and was left out. */
    NO_LABEL,
    /** A value is infinite, or text that says it is no number; it is taken as missing. */
    NOT_FINITE,
    /** A column has no value in some rows. */
    MISSING_VALUES,
    /** There are too few rows, or too few with the event. */
    TOO_FEW_CASES,
    /** The same row id is there more than once. */
    DUPLICATE_ID,
    /** A row is dated after the day as of which the table is. */
    DATE_IN_FUTURE,
    /** A column has another value in each row and was left out. */
    LOOKS_LIKE_ID,
    /** A column of words has so many that the rare ones were taken together. */
    RARE_LEVELS,
    /** A word that was not there when the schema was made. */
    UNKNOWN_LEVEL,
    /** Something is about an account that is not known. */
    UNKNOWN_ACCOUNT,
    /** Amounts cannot be told in one currency. */
    NO_AMOUNTS
}
