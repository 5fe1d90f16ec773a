package io.revops.forecast.pipeline;

import io.revops.book.ForecastCategory;
import io.revops.money.Money;
import java.util.Objects;

/**
 * A deal as it counts in a period: closed, or open with what its seller says of it.
 *
 * @param deal its id
 * @param owner the id of the seller; empty if it is nobody's
 * @param category what the seller says; closed if it was won
 * @param amount what it brought, or would bring
 */
public record CalledDeal(String deal, String owner, ForecastCategory category, Money amount) {
    public CalledDeal {
        Objects.requireNonNull(deal, "deal");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(amount, "amount");
    }

    /** The same with another amount: at another rate. */
    public CalledDeal with(Money other) {
        return new CalledDeal(deal, owner, category, other);
    }
}
