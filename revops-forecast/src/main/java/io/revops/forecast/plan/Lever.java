package io.revops.forecast.plan;

import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Something of a team that may turn out better or worse than planned.
 *
 * @param name what turns, and by how much: {@code attainment ± 10 %}
 * @param worse the team if it turns out worse
 * @param better the team if it turns out better
 */
public record Lever(String name, UnaryOperator<CapacityModel> worse, UnaryOperator<CapacityModel> better) {
    public Lever {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(worse, "worse");
        Objects.requireNonNull(better, "better");
    }
}
