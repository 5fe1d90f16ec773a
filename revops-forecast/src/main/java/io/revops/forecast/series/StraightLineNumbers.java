package io.revops.forecast.series;

import io.revops.forecast.BacktestTrial;
import io.revops.forecast.Provenance;
import io.revops.forecast.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A straight-line model as plain numbers: what is written to a file, and all that forecasting needs.
 *
 * @param version of this list of components
 * @param quantity what is forecast
 * @param method how the months were carried on
 * @param first the first day of the first month
 * @param months how many months it was told from
 * @param centre the month, counted from 0, at which the line has its mean
 * @param mean the value of the line there
 * @param slope by how much it rises from month to month
 * @param side on which side of zero it stays
 * @param ahead how many months ahead it can be asked
 * @param errors what was missed from each earlier day, in order
 * @param trials the same forecasts with the quantiles that were known then
 * @param provenance where it comes from
 */
public record StraightLineNumbers(
        int version,
        Quantity quantity,
        LineMethod method,
        LocalDate first,
        int months,
        double centre,
        double mean,
        double slope,
        Side side,
        int ahead,
        List<OriginErrors> errors,
        List<BacktestTrial> trials,
        Provenance provenance) {
    /** The version that this library writes. */
    public static final int VERSION = 1;

    public StraightLineNumbers {
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(provenance, "provenance");
        errors = List.copyOf(errors);
        trials = List.copyOf(trials);
        if (version != VERSION) {
            throw new IllegalArgumentException("The numbers have version " + version + " and not " + VERSION
                    + ". Maybe read them with a newer library.");
        }
        if (months < 1
                || ahead < 1
                || errors.isEmpty()
                || errors.get(0).missed().size() < ahead) {
            throw new IllegalArgumentException("The numbers have " + months + " months, " + errors.size()
                    + " origins and " + ahead + " months ahead. Maybe the file was cut.");
        }
        if (!Double.isFinite(centre) || !Double.isFinite(mean) || !Double.isFinite(slope)) {
            throw new IllegalArgumentException(
                    "The line is " + mean + " + " + slope + " * (t - " + centre + "). Maybe the file was changed.");
        }
    }
}
