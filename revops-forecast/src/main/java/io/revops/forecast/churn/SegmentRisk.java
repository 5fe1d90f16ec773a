package io.revops.forecast.churn;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The risk of several accounts together: what segments add up.
 *
 * @param segment its name
 * @param accounts how many were scored
 * @param unscored how many were not
 * @param expected how many are expected to leave: the sum of the probabilities
 * @param logOdds the sum of the log-odds before calibration
 * @param contributions by feature, in their order: the sums of what each contributes; with the base for each account they add up to the log-odds
 */
public record SegmentRisk(
        String segment,
        int accounts,
        int unscored,
        double expected,
        double logOdds,
        List<Map.Entry<String, Double>> contributions) {
    public SegmentRisk {
        Objects.requireNonNull(segment, "segment");
        contributions = List.copyOf(contributions);
    }

    /** The features that move the segment's accounts most, either way, on average; of equal ones the earlier. */
    public List<Map.Entry<String, Double>> top(int most) {
        return contributions.stream()
                .filter(c -> c.getValue() != 0)
                .map(c -> Map.entry(c.getKey(), c.getValue() / accounts))
                .sorted(Comparator.comparingDouble((Map.Entry<String, Double> c) -> -Math.abs(c.getValue())))
                .limit(most)
                .toList();
    }
}
