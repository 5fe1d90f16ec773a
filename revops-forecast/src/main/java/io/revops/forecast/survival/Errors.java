package io.revops.forecast.survival;

/** What standard errors rest on. */
public enum Errors {
    /** On the model: each row is one observation, and a whole weight is so many copies of it. */
    MODEL,
    /** On the rows' own residuals (infinitesimal jackknife, sandwich): fractional weights are allowed for. */
    ROBUST
}
