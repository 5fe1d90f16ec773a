package io.revops.forecast.revenue;

import io.revops.forecast.DueRenewal;
import io.revops.forecast.Propensity;
import io.revops.forecast.Provenance;
import io.revops.forecast.RenewalPropensity;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How often renewals succeed, by segment and tenure, as plain numbers.
 *
 * @param version of this list of components
 * @param cells all together first, then each segment followed by its tenures
 * @param uplift by what share a renewal that succeeds changes the amount, all together: 0.05 is 5 % more
 * @param provenance where it comes from
 */
public record RenewalRates(int version, List<RateCell> cells, double uplift, Provenance provenance)
        implements RenewalPropensity {
    /** The version that this library writes. */
    public static final int VERSION = 1;

    public RenewalRates {
        Objects.requireNonNull(provenance, "provenance");
        cells = List.copyOf(cells);
        if (version != VERSION) {
            throw new IllegalArgumentException("The rates have version " + version + " and not " + VERSION
                    + ". Maybe read them with a newer library.");
        }
        if (cells.isEmpty() || !cells.get(0).segment().isEmpty() || !Double.isFinite(uplift)) {
            throw new IllegalArgumentException("The rates have " + cells.size() + " cells and an uplift of " + uplift
                    + ". Maybe the file was cut.");
        }
    }

    /** All renewals together. */
    public RateCell overall() {
        return cells.get(0);
    }

    /** A segment, or the renewals of a tenure in it, if any was due. */
    public Optional<RateCell> cell(String segment, Optional<Tenure> tenure) {
        return cells.stream()
                .filter(c -> !c.segment().isEmpty()
                        && c.segment().equals(segment)
                        && c.tenure().equals(tenure))
                .findFirst();
    }

    /** From the smallest group that it belongs to and of which there were cases. */
    @Override
    public Propensity of(DueRenewal renewal) {
        RateCell cell = cell(renewal.segment(), Optional.of(Tenure.of(renewal.number())))
                .or(() -> cell(renewal.segment(), Optional.empty()))
                .orElse(overall());
        return new Propensity(cell.probability(), cell.due(), cell + " succeeded");
    }

    /** A line for each cell. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Renewals, as of " + provenance.asOf());
        cells.forEach(cell -> text.append("\n  ").append(cell));
        return text.toString();
    }
}
