package io.revops.forecast.churn;

/** How urgent a risk is, for those who look at colours and not at numbers. */
public enum RiskBand {
    /** There is no model, or no features of the account: nothing is known, which is not the same as a low risk. */
    UNSCORED,
    LOW,
    MEDIUM,
    HIGH
}
