package io.revops.forecast.pipeline;

import io.revops.money.Money;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * An open deal with the probability that its stage gives it.
 *
 * @param deal its id
 * @param amount what it would bring
 * @param probability 0 to 1
 * @param closeDate the day on which it is expected to close, if anybody said
 */
public record WeightedDeal(String deal, Money amount, double probability, Optional<LocalDate> closeDate) {
    public WeightedDeal {
        Objects.requireNonNull(deal, "deal");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(closeDate, "closeDate");
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException(
                    "The deal (" + deal + ") has the weight " + probability + ". Maybe a probability between 0 and 1.");
        }
    }

    /** A deal that nobody gave a close date. */
    public static WeightedDeal of(String deal, Money amount, double probability) {
        return new WeightedDeal(deal, amount, probability, Optional.empty());
    }

    /** A deal that is expected to close on a day. */
    public static WeightedDeal of(String deal, Money amount, double probability, LocalDate closeDate) {
        return new WeightedDeal(deal, amount, probability, Optional.of(closeDate));
    }
}
