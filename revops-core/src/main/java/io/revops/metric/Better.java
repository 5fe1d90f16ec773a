package io.revops.metric;

/** Which way of a number is good news. */
public enum Better {
    UP,
    DOWN,
    /** It depends. */
    NEITHER
}
