package io.revops.book;

/** How a deal stands. */
public enum Outcome {
    OPEN,
    WON,
    LOST
}
