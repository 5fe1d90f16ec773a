package io.revops.forecast.pipeline;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What the time model says of an open deal.
 *
 * @param deal the deal
 * @param inPeriod the probability that it is won in the period
 * @param ever the probability that it is won at all
 * @param expectedClose the day by which half of the probability of being won has come; empty if it is never won
 * @param decides the share of the spread of all open deals that is this one's: p · (1 − p) · value² over the sum of these
 */
public record DealOutlook(
        OpenDeal deal, double inPeriod, double ever, Optional<LocalDate> expectedClose, double decides) {
    public DealOutlook {
        Objects.requireNonNull(deal, "deal");
        Objects.requireNonNull(expectedClose, "expectedClose");
    }

    /** What it is expected to bring in the period. */
    public double expected() {
        return inPeriod * deal.value();
    }
}
