package io.revops.forecast.territory;

/** What a way between a rep and an account is measured by. */
public enum Travel {
    /** Not at all. */
    NONE,
    /** The metres between the account's place and the rep's home, as the crow flies. */
    BY_PLACE,
    /** 1 for an account outside the rep's regions, 0 for one inside. */
    BY_REGION
}
