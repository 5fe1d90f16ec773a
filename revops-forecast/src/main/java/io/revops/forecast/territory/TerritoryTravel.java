package io.revops.forecast.territory;

import java.util.Locale;
import java.util.Objects;

/**
 * How far accounts are from their reps. That a dense segment counts more is not in it.
 *
 * @param by what it is measured by
 * @param accounts how many accounts have a rep
 * @param total the metres from the home to each account and not back, added up; or how many accounts lie outside the regions of their rep
 */
public record TerritoryTravel(Travel by, int accounts, long total) {
    public TerritoryTravel {
        Objects.requireNonNull(by, "by");
    }

    static TerritoryTravel of(Travel by, TerritoryModel model, int[] at) {
        long total = 0;
        int accounts = 0;
        for (int i = 0; i < at.length; i++) {
            if (at[i] != TerritoryModel.NOBODY) {
                total += model.way(i, at[i]);
                accounts++;
            }
        }
        return new TerritoryTravel(by, accounts, total);
    }

    /** Of one account on average: metres, or the share outside. */
    public double mean() {
        return accounts == 0 ? 0 : (double) total / accounts;
    }

    /** {@code 31.4 km to an account on average}. */
    @Override
    public String toString() {
        return switch (by) {
            case NONE -> "not measured";
            case BY_PLACE -> String.format(Locale.ROOT, "%.1f km to an account on average", mean() / 1000);
            case BY_REGION -> total + " of " + accounts + " accounts outside the region";
        };
    }
}
