package io.revops.forecast.revenue;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What became of recurring revenue in as many months after an earlier day as are to be forecast; every account is compared at both ends.
 *
 * @param origin the last day before
 * @param opening what recurred then, a year
 * @param notified what of it was known to end; below 0 or 0
 * @param notifiedLost what of that did
 * @param atRenewal what was lost at renewals that nobody had cancelled; below 0 or 0
 * @param expansion of accounts that were there
 * @param contraction of accounts that stayed; below 0 or 0
 * @param churn of accounts that left otherwise; below 0 or 0
 * @param fresh what accounts pay that were not there
 */
public record PastFlows(
        LocalDate origin,
        double opening,
        double notified,
        double notifiedLost,
        double atRenewal,
        double expansion,
        double contraction,
        double churn,
        double fresh) {
    public PastFlows {
        Objects.requireNonNull(origin, "origin");
        if (!(opening > 0)) {
            throw new IllegalArgumentException(
                    "The opening is " + opening + ". Maybe leave the day out: nothing can come of nothing.");
        }
    }

    /** What recurred at the end: the sum of all of them. */
    public double closing() {
        return opening + notifiedLost + atRenewal + expansion + contraction + churn + fresh;
    }

    /** Expansion as a share of the opening. */
    double expansionRate() {
        return expansion / opening;
    }

    /** Contraction as a share of what neither was known to end nor ended at a renewal. */
    double contractionRate() {
        return of(contraction);
    }

    /** Other churn as a share of the same. */
    double churnRate() {
        return of(churn);
    }

    private double of(double flow) {
        double left = opening + notifiedLost + atRenewal;
        return left <= 0 ? 0 : Math.max(-1, flow / left);
    }
}
