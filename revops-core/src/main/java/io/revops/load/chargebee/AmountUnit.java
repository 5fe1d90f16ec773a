package io.revops.load.chargebee;

/** What amounts in a table are counted in; in JSON the fields say it themselves. */
public enum AmountUnit {
    /** The currency's smallest unit, as in the API: 5000 are 50.00 dollars. */
    MINOR,
    /** The currency itself: 50.00. */
    MAJOR
}
