package io.revops.forecast.plan;

/** What is wrong with what a plan was asked to be made of. */
public enum PlanFaultCode {
    /** A figure that is needed is not there. */
    MISSING,
    /** A figure is not a finite number. */
    NOT_A_NUMBER,
    /** A figure is outside the range in which it means something. */
    OUT_OF_RANGE,
    /** Two have the same name. */
    DUPLICATE,
    /** A name that nobody has. */
    UNKNOWN,
    /** Amounts are in two currencies. */
    MIXED_CURRENCY,
    /** Figures that cannot both hold. */
    CONTRADICTION,
    /** A floor is above a ceiling. */
    FLOOR_ABOVE_CEILING,
    /** An amount has a part of a cent. */
    NOT_WHOLE_CENTS,
    /** There is nobody to carry a quota. */
    NOBODY,
    /** Allowed, but it gives a figure that nobody may want: a quota of 0 for a new rep. */
    SUSPICIOUS
}
