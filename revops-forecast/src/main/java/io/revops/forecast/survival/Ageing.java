package io.revops.forecast.survival;

/** Whether an account's own risk to end changes with its age. */
public enum Ageing {
    /** It does not: retention rises only because the loyal are left (shifted beta-geometric). */
    NONE,
    /** It does, with the power of age that fits best (beta-discrete-Weibull). */
    FITTED
}
