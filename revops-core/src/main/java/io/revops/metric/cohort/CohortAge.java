package io.revops.metric.cohort;

/** How old a cohort is. */
public enum CohortAge {
    /**
     * By the calendar: age 0 is the close of the period in which its accounts began, age 1 that of the next. The cells of one
     * period add up to all there was at its close.
     */
    CALENDAR,
    /**
     * By the account: age 0 is the close of its own first month (quarter, year), counted from the day on which it began, age 1
     * that of its second. An account that leaves after one month is there at age 0 and gone at age 1, on whatever day it
     * began.
     */
    TENURE
}
