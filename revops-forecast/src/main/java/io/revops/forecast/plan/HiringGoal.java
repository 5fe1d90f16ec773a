package io.revops.forecast.plan;

/** When the capacity must be there. */
public enum HiringGoal {
    /** The year's capacity covers the year's target, early or late. */
    YEAR,
    /** Up to the end of every month, what could be sold covers what had to be. */
    CUMULATIVE,
    /** Every month's capacity covers its target. */
    EVERY_MONTH
}
