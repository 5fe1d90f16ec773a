package io.revops.health;

/** The temperature of a customer. */
public enum HealthBand {
    RED,
    YELLOW,
    GREEN,
    /** Too little is known to tell. */
    UNKNOWN
}
