package io.revops.forecast.pipeline;

import io.revops.book.ForecastCategory;
import java.util.Objects;

/**
 * What one seller calls in one category of a period.
 *
 * @param category of open deals
 * @param owner the id of the seller; empty if they are nobody's
 * @param amount the sum of the deals
 */
public record CalledAmount(ForecastCategory category, String owner, double amount) {
    public CalledAmount {
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(owner, "owner");
    }
}
