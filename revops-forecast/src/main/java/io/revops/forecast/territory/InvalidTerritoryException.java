package io.revops.forecast.territory;

import java.util.List;
import java.util.stream.Collectors;

/** Territories were asked of figures that mean nothing. Holds every fault that was found, not only the first. */
public final class InvalidTerritoryException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient List<TerritoryFault> faults;

    /**
     * Tells the faults in the order given.
     *
     * @param faults at least one
     */
    public InvalidTerritoryException(List<TerritoryFault> faults) {
        super(faults.stream().map(TerritoryFault::text).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    public List<TerritoryFault> faults() {
        return faults;
    }
}
