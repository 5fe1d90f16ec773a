package io.revops.forecast;

import java.util.Objects;

/**
 * How likely something is, and what that rests on.
 *
 * @param probability 0 to 1
 * @param cases how many past cases speak for it; 0 if it leans on others alone
 * @param because the reason for a reader: {@code 9 of 12 second renewals of SMB were renewed}
 */
public record Propensity(double probability, long cases, String because) {
    public Propensity {
        Objects.requireNonNull(because, "because");
        if (!(probability >= 0 && probability <= 1) || cases < 0) {
            throw new IllegalArgumentException("The probability is " + probability + " from " + cases
                    + " cases. Maybe one from 0 to 1; 25 % is 0.25.");
        }
    }
}
