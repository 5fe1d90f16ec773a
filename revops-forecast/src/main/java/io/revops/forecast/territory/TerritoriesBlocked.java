package io.revops.forecast.territory;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * No territories, because the limits cannot all be kept.
 *
 * @param conflicts which limits bind; at least one
 * @param smallestChange limits to move so that territories can be drawn, the least movement in total
 */
public record TerritoriesBlocked(List<TerritoryConflict> conflicts, List<TerritoryChange> smallestChange)
        implements TerritoryDrawing {
    public TerritoriesBlocked {
        conflicts = List.copyOf(conflicts);
        smallestChange = List.copyOf(smallestChange);
    }

    @Override
    public Optional<Territories> territories() {
        return Optional.empty();
    }

    @Override
    public Territories orElseThrow() {
        throw new IllegalStateException(toString());
    }

    /** Why, and the next step. */
    @Override
    public String toString() {
        return "no territories: "
                + conflicts.stream().map(c -> c.text() + ".").collect(Collectors.joining(" "))
                + " Maybe "
                + smallestChange.stream().map(TerritoryChange::toString).collect(Collectors.joining(", "))
                + ".";
    }
}
