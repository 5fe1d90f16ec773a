package io.revops.forecast.survival;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a lifetime must be to be counted. */
final class RowChecks {
    private RowChecks() {}

    static @Nullable RowProblem problem(Lifetime row, List<String> columns) {
        if (!row.isFinite()) {
            return of(
                    RowProblem.Kind.NOT_A_NUMBER,
                    row,
                    "is seen from " + row.entry() + " to " + row.exit() + " and weighs " + row.weight()
                            + ". Maybe a date is missing.");
        }
        if (row.entry() < 0 || row.exit() < 0) {
            return of(
                    RowProblem.Kind.NEGATIVE_TIME,
                    row,
                    "is seen from " + row.entry() + " to " + row.exit() + ". Maybe its dates are exchanged.");
        }
        if (row.exit() < row.entry() || (row.entry() > 0 && row.exit() <= row.entry())) {
            return of(
                    RowProblem.Kind.EXIT_BEFORE_ENTRY,
                    row,
                    "is over at " + row.exit() + " and first seen at " + row.entry()
                            + ". Maybe it was never under watch.");
        }
        if (row.weight() <= 0) {
            return of(
                    RowProblem.Kind.WEIGHT_NOT_POSITIVE, row, "weighs " + row.weight() + ". Maybe leave it out, or 1.");
        }
        if (row.columns() != columns.size()) {
            return of(
                    RowProblem.Kind.WRONG_COLUMNS,
                    row,
                    "has " + row.columns() + " values for the " + columns.size() + " columns " + columns
                            + ". Maybe one is missing.");
        }
        for (int j = 0; j < columns.size(); j++) {
            if (!Double.isFinite(row.value(j))) {
                return of(
                        RowProblem.Kind.NOT_A_NUMBER,
                        row,
                        "has " + row.value(j) + " in the column (" + columns.get(j)
                                + "). Maybe fill it and say so in a column of its own.");
            }
        }
        return null;
    }

    private static RowProblem of(RowProblem.Kind kind, Lifetime row, String text) {
        return new RowProblem(kind, row.id(), "The lifetime (" + row.id() + ") " + text);
    }
}
