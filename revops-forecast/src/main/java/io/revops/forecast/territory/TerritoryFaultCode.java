package io.revops.forecast.territory;

/** What is wrong with what territories were asked to be drawn of. */
public enum TerritoryFaultCode {
    /** There are no accounts, or no reps. */
    NOBODY,
    /** A figure, a place or a region that is needed is not there. */
    MISSING,
    /** A figure is outside the range in which it means something. */
    OUT_OF_RANGE,
    /** Two have the same id. */
    DUPLICATE,
    /** An id that nobody has. */
    UNKNOWN,
    /** There are more reps than accounts. */
    MORE_REPS_THAN_ACCOUNTS,
    /** Two wishes that cannot both come true: an account pinned to two reps, or to one who must not have it. */
    CONTRADICTION,
    /** Allowed, but one account is more than anybody's fair share: no territories are even. */
    HUGE_ACCOUNT
}
