package io.revops.forecast.territory;

import java.util.List;
import java.util.Objects;

/**
 * Limits that cannot all be kept.
 *
 * @param limits the kinds of limits that meet
 * @param subjects the reps whose limits they are; of {@link TerritoryLimit#SERVES} the account
 * @param gap how many accounts too many or too few
 * @param text what meets what
 */
public record TerritoryConflict(List<TerritoryLimit> limits, List<String> subjects, int gap, String text) {
    public TerritoryConflict {
        limits = List.copyOf(limits);
        subjects = List.copyOf(subjects);
        Objects.requireNonNull(text, "text");
    }

    @Override
    public String toString() {
        return text;
    }
}
