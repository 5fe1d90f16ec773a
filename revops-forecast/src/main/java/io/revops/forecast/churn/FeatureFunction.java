package io.revops.forecast.churn;

import io.revops.time.Span;

/** What a feature reads of an account. The same account as of the same day gives the same value, whichever thread asks. */
@FunctionalInterface
public interface FeatureFunction {
    /**
     * The value, in the feature's unit; {@code NaN} where there is none. An infinite value is taken as missing.
     *
     * @param window the days that the feature looks at, the as-of date last
     * @param account as it is seen on that day
     */
    double of(Span window, AccountAsOf account);
}
