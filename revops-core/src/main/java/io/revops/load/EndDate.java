package io.revops.load;

/** What the end date of a sheet is. */
public enum EndDate {
    /** The last day that still counts: a quarter ends on 31 March. */
    INCLUSIVE,
    /** The day after it: a quarter ends on 1 April. */
    EXCLUSIVE
}
