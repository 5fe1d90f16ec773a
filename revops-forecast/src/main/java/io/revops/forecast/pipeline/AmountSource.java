package io.revops.forecast.pipeline;

/** Where the amount of a deal comes from. */
public enum AmountSource {
    /** The deal states it. */
    STATED,
    /** The deal states none; it is the list price of its product. */
    LIST_PRICE,
    /** There is none. */
    NONE
}
