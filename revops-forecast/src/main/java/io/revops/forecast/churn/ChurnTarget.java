package io.revops.forecast.churn;

/** What is to be foreseen. */
public enum ChurnTarget {
    /** The account leaves, for whatever cause. */
    CHURN,
    /** It leaves, and not for a bill that was not paid. A cause that nobody wrote down counts as wanted. */
    VOLUNTARY,
    /** It leaves because bills were not paid. */
    INVOLUNTARY,
    /** It stays and pays less. */
    CONTRACTION
}
