package io.revops.report.chart;

import java.util.Objects;

/**
 * A column as it is drawn; its title is what the legend says.
 *
 * @param column its key
 * @param tone its colour
 */
public record Plotted(String column, Tone tone) {
    public Plotted {
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(tone, "tone");
    }
}
