package io.revops.forecast;

/**
 * How likely a renewal is: a base rate, or a model of churn that knows the account.
 *
 * <p>It is asked of renewals that nobody has cancelled yet. What was learnt must have been learnt from the same history, or an earlier
 * one.
 */
@FunctionalInterface
public interface RenewalPropensity {
    /** That it is renewed, for any amount. */
    Propensity of(DueRenewal renewal);
}
