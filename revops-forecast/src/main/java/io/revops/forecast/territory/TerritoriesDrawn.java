package io.revops.forecast.territory;

import java.util.Objects;
import java.util.Optional;

/**
 * Territories that keep every limit.
 *
 * @param drawn the territories
 */
public record TerritoriesDrawn(Territories drawn) implements TerritoryDrawing {
    public TerritoriesDrawn {
        Objects.requireNonNull(drawn, "drawn");
    }

    @Override
    public Optional<Territories> territories() {
        return Optional.of(drawn);
    }

    @Override
    public Territories orElseThrow() {
        return drawn;
    }

    @Override
    public String toString() {
        return drawn.toString();
    }
}
