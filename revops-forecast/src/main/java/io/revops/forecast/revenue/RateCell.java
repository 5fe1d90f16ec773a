package io.revops.forecast.revenue;

import io.revops.metric.Proportion;
import java.util.Objects;
import java.util.Optional;

/**
 * How often the renewals of a group succeeded.
 *
 * @param segment empty for all of them together
 * @param tenure empty for all of a segment
 * @param renewed how many were renewed
 * @param due how many were due, known to end or renewed later not among them
 * @param probability the rate, drawn to that of the group around it
 */
public record RateCell(String segment, Optional<Tenure> tenure, long renewed, long due, double probability) {
    public RateCell {
        Objects.requireNonNull(segment, "segment");
        Objects.requireNonNull(tenure, "tenure");
        if (renewed < 0 || renewed > due || !(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("Of " + due + " renewals " + renewed + " succeeded, at " + probability
                    + ". Maybe the file was changed.");
        }
    }

    /** The rate as it was counted, with its interval. */
    public Proportion counted() {
        return new Proportion(renewed, due);
    }

    /** {@code 9 of 12 second renewals of SMB}. */
    @Override
    public String toString() {
        return renewed + " of " + due + tenure.map(t -> " " + t).orElse("") + (due == 1 ? " renewal" : " renewals")
                + (segment.isEmpty() ? "" : " of " + segment);
    }
}
