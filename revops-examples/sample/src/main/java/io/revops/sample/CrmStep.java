package io.revops.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * How a simulated deal stands from an instant on.
 *
 * @param at when it was written
 * @param stage as the CRM shows it
 * @param amount as reported, in whole units of the deal's currency; once won, as agreed
 * @param closeDate the day on which it is expected to close; once closed, the day on which it did
 * @param category {@code Pipeline}, {@code BestCase}, {@code Commit}, {@code Closed} or {@code Omitted}, as the seller says
 */
public record CrmStep(Instant at, String stage, long amount, LocalDate closeDate, String category) {
    private static final List<Stage> STAGES = List.of(Stage.values());

    public CrmStep {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(closeDate, "closeDate");
        Objects.requireNonNull(category, "category");
    }

    /** The probability that the CRM shows for the stage, 0 to 100 percent: a habit, and no estimate. */
    public int probability() {
        for (Stage one : STAGES) {
            if (one.label().equals(stage)) {
                return one.probability();
            }
        }
        throw new IllegalStateException("There is no stage (" + stage + "). Maybe one of " + STAGES + ".");
    }

    /** Whether it has been won by then. */
    public boolean isWon() {
        return stage.equals(Stage.CLOSED_WON.label());
    }

    /** Whether it is lost, for now. */
    public boolean isLost() {
        return stage.equals(Stage.CLOSED_LOST.label());
    }

    /** Whether it can still be won or lost. */
    public boolean isOpen() {
        return !isWon() && !isLost();
    }
}
