package io.revops.metric.recurring;

import java.time.LocalDate;

/**
 * How far ahead what is scheduled counts as committed.
 *
 * @param days from the close on, at least 1
 */
public record CommitmentHorizon(int days) {
    /** A year. */
    public static final CommitmentHorizon STANDARD = new CommitmentHorizon(365);

    public CommitmentHorizon {
        if (days < 1) {
            throw new IllegalArgumentException(
                    "What is scheduled within " + days + " days is committed. Maybe 30, 90 or 365, at least 1.");
        }
    }

    /** So many days. */
    public static CommitmentHorizon ofDays(int days) {
        return new CommitmentHorizon(days);
    }

    /** The first day that is beyond it, from the day after a close on. */
    LocalDate end(LocalDate close) {
        return close.plusDays(days);
    }

    /** {@code 90 days}. */
    @Override
    public String toString() {
        return days == 1 ? "1 day" : days + " days";
    }
}
