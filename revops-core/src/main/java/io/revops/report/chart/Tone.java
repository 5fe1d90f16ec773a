package io.revops.report.chart;

/**
 * A colour by its name, told apart by those who see no red or no green; each drawer has a light and a dark one of it. What was
 * gained is blue, sky or teal, what was lost rust or amber, and what is neither grey.
 */
public enum Tone {
    BLUE,
    SKY,
    TEAL,
    AMBER,
    RUST,
    GREY,
    /** The colour of the words. */
    INK
}
