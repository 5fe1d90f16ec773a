package io.revops.metric;

/** How the values of segments make the value of the whole. */
public enum Adds {
    /** They add up. */
    SUM,
    /** They are ratios, whose numerators and denominators add up. */
    RATIO_OF_SUMS,
    /** They do not: medians, counts of what is in several segments. */
    NONE
}
