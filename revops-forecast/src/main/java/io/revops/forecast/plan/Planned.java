package io.revops.forecast.plan;

import java.util.Objects;
import java.util.Optional;

/**
 * A plan that keeps every limit.
 *
 * @param made the plan
 */
public record Planned(Plan made) implements Planning {
    public Planned {
        Objects.requireNonNull(made, "made");
    }

    @Override
    public Optional<Plan> plan() {
        return Optional.of(made);
    }

    @Override
    public Plan orElseThrow() {
        return made;
    }

    @Override
    public String toString() {
        return made.toString();
    }
}
