package io.revops.forecast.churn;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is expected to be lost of one account within a horizon.
 *
 * @param exposure what it pays
 * @param probability that it leaves within the horizon, 1 − S; 1 or 0 for one that has asked to go
 * @param micros by cause, the expected loss in millionths of the currency: rounded here, once, so that sums are exact
 */
public record AccountAtRisk(Exposure exposure, double probability, SortedMap<String, Long> micros) {
    static final double MICROS = 1e6;

    public AccountAtRisk {
        Objects.requireNonNull(exposure, "exposure");
        micros = Collections.unmodifiableSortedMap(new TreeMap<>(micros));
    }

    /** The expected loss over all causes. */
    public double expected() {
        return total() / MICROS;
    }

    /** The expected loss for one cause. */
    public double expected(String cause) {
        return micros.getOrDefault(cause, 0L) / MICROS;
    }

    long total() {
        return micros.values().stream().mapToLong(m -> m).reduce(0, Math::addExact);
    }
}
