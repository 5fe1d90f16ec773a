package io.revops.book;

/** How long a discount lasts. */
public enum DiscountDuration {
    /** One billing period, as long as that is. */
    ONCE,
    /** A number of months. */
    REPEATING,
    /** Until it is removed. */
    FOREVER
}
