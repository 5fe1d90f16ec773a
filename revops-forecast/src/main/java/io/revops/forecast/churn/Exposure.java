package io.revops.forecast.churn;

import java.util.Objects;

/**
 * What an account pays, which would be lost if it left.
 *
 * @param account its id
 * @param amount MRR or ARR at the as-of date, in one currency for all; 0 or more
 * @param segment by which the risk is added up; empty for none
 */
public record Exposure(String account, double amount, String segment) {
    public Exposure {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(segment, "segment");
        if (!(amount >= 0 && Double.isFinite(amount))) {
            throw new IllegalArgumentException(
                    "The account (" + account + ") pays " + amount + ". Maybe 0 if it pays nothing.");
        }
    }

    /** Without a segment. */
    public static Exposure of(String account, double amount) {
        return new Exposure(account, amount, "");
    }
}
