package io.revops.forecast.territory;

/** Why an account changes hands. */
public enum MoveCause {
    /** It had nobody. */
    NEW,
    /** Who had it is gone. */
    REP_LEFT,
    /** It is pinned to somebody else. */
    PINNED,
    /** Who had it must not: the pair is forbidden, or the rep does not serve its segment or channel. */
    NOT_SERVED,
    /** So that a rep has no more, or no fewer, accounts than the limits say. */
    COUNT,
    /** To even out. */
    BALANCE,
    /** To shorten ways. */
    TRAVEL
}
