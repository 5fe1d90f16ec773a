package io.revops.forecast.territory;

import java.util.Optional;

/** What came of drawing territories: the territories, or the limits that cannot all be kept. */
public sealed interface TerritoryDrawing permits TerritoriesDrawn, TerritoriesBlocked {
    /** The territories, if there are any. */
    Optional<Territories> territories();

    /**
     * The territories.
     *
     * @throws IllegalStateException if the limits cannot all be kept, with which and the next step
     */
    Territories orElseThrow();
}
