package io.revops.report.chart;

import java.util.Objects;

/**
 * The stretch between two columns: an interval of a forecast, one stripe of a fan.
 *
 * @param low the key of the column with its lower ends
 * @param high the key of the column with its upper ends
 * @param title what the legend says: {@code 80 % interval}
 * @param tone its colour; bands of one tone are drawn over each other, the first beneath
 */
public record Band(String low, String high, String title, Tone tone) {
    public Band {
        Objects.requireNonNull(low, "low");
        Objects.requireNonNull(high, "high");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(tone, "tone");
    }
}
