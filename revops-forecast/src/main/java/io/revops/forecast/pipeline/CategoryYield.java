package io.revops.forecast.pipeline;

import io.revops.book.ForecastCategory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Objects;

/**
 * What share of the amounts that were called in a category came in the period, over resolved periods.
 *
 * <p>Of a category it is Σ came / Σ called; of one seller in it the same, drawn towards that of the category as
 * (n · own + k · category) / (n + k), with n the periods in which the seller called anything. It may exceed 1: deals grow.
 *
 * @param category in which it was called
 * @param owner the id of the seller; empty of everybody together
 * @param called Σ of the amounts on the same day before the ends of the periods
 * @param came what of these deals was won in the periods, for the amounts at which they were won
 * @param periods in how many resolved periods something was called
 * @param value the yield that is used, after shrinkage
 */
public record CategoryYield(
        ForecastCategory category, String owner, double called, double came, int periods, double value) {
    public CategoryYield {
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(owner, "owner");
        if (!Double.isFinite(value) || periods < 0) {
            throw new IllegalArgumentException(
                    "A yield is " + value + " over " + periods + " periods. Maybe leave out what was never called.");
        }
    }

    /** {@code commit: 81.2 % of what was called came (10 periods)}, {@code commit of anna: 74.0 % ...}. */
    @Override
    public String toString() {
        String what = category.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return what + (owner.isEmpty() ? "" : " of " + owner) + ": "
                + new BigDecimal(value)
                        .movePointRight(2)
                        .setScale(1, RoundingMode.HALF_EVEN)
                        .toPlainString()
                + " % of what was called came (" + periods + (periods == 1 ? " period)" : " periods)");
    }
}
