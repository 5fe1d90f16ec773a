package io.revops.forecast.plan;

/** What becomes of figures outside the range in which they mean something. */
public enum FormulaChecking {
    /** They are refused, all of them at once. */
    STRICT,
    /** They are calculated with as they are, and warned of. */
    LENIENT
}
