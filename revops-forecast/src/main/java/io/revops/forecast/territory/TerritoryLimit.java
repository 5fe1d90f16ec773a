package io.revops.forecast.territory;

/** A kind of limit that territories must keep. */
public enum TerritoryLimit {
    /** Who may have an account: segment, channel, forbidden pairs. */
    SERVES,
    /** The most accounts of a rep. */
    AT_MOST,
    /** The fewest accounts of a rep. */
    AT_LEAST,
    /** The most accounts of a segment that a rep has. */
    SEGMENT_AT_MOST,
    /** The fewest accounts of a segment that a rep has. */
    SEGMENT_AT_LEAST,
    /** The most accounts that move. */
    MOST_MOVED
}
