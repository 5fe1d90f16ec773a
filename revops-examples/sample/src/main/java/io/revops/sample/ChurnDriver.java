package io.revops.sample;

/** What is seen of an account at the end of a period of 30 days, and may move its chance to leave in the next one. */
public enum ChurnDriver {
    /** Logins of all users in the last 30 days. */
    LOGINS,
    /** Different users that logged in in the last 30 days. */
    USERS,
    /** Different features that were used in the last 30 days. */
    FEATURES,
    /** Tickets opened in the last 30 days. */
    TICKETS,
    /** The latest answer to the survey, 0 to 10; every account answers in its first period, and in each third after that. */
    ANSWER,
    /** Payments that failed in the last 30 days. */
    FAILURES,
    /** 1 if the champion left in the last 90 days, else 0. */
    CHAMPION_LOST,
    /** Whole periods of 30 days since the account began. */
    PERIODS
}
