package io.revops.metric.engagement;

import io.revops.metric.Ratio;
import io.revops.metric.Unit;
import java.util.List;
import java.util.Optional;

/**
 * How many users use how many features: one entry for each band, together every user.
 *
 * @param bands from the fewest features to the most, those without a user too
 */
public record DepthMix(List<Band> bands) {
    /**
     * One band.
     *
     * @param name how many features: {@code 3 to 5}
     * @param users how many users
     * @param share of all users
     */
    public record Band(String name, long users, Ratio share) {
        /** {@code 3 to 5: 12 (40.0 %)}. */
        @Override
        public String toString() {
            return name + ": " + users + " (" + Unit.PERCENT.print(share) + ")";
        }
    }

    public DepthMix {
        bands = List.copyOf(bands);
    }

    /** A band by its name. */
    public Optional<Band> of(String name) {
        return bands.stream().filter(band -> band.name().equals(name)).findFirst();
    }

    /** Every band. */
    @Override
    public String toString() {
        return String.join(", ", bands.stream().map(Band::toString).toList());
    }
}
