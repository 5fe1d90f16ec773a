package io.revops.forecast;

/** How the periods of a quantity go together. */
public enum Nature {
    /** It stands at the end of a period: the MRR of a quarter is that of its last month. */
    LEVEL,
    /** It adds up over periods: the new MRR of a quarter is that of its three months. */
    FLOW
}
