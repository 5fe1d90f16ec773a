package io.revops.forecast.pipeline;

import io.revops.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/** Amounts that are to be added, or held against each other, are in one currency. */
final class OneCurrency {
    private OneCurrency() {}

    /**
     * The currency of all amounts.
     *
     * @throws IllegalArgumentException if there are two, or no amount
     */
    static Currency of(Collection<Money> amounts) {
        List<String> there = amounts.stream()
                .map(m -> m.currency().getCurrencyCode())
                .distinct()
                .sorted()
                .toList();
        if (there.size() != 1) {
            throw new IllegalArgumentException(
                    there.isEmpty()
                            ? "There is no amount, and so no currency. Maybe say which."
                            : "The amounts are in " + there
                                    + ", and are not added without a rate. Maybe tell them through TwoRates first.");
        }
        return Money.currency(there.get(0));
    }

    static Currency of(Money... amounts) {
        return of(Stream.of(amounts).toList());
    }

    /**
     * The currency of a pipeline.
     *
     * @throws IllegalArgumentException if no deal of it has an amount
     */
    static Currency of(Pipeline pipeline) {
        if (pipeline.currency().isEmpty()) {
            throw new IllegalArgumentException("No deal as of " + pipeline.asOf()
                    + " has an amount, and so there is no currency to add in. Maybe load amounts or list prices.");
        }
        return Money.currency(pipeline.currency());
    }

    /** The sum in a currency. */
    static Money sum(Currency currency, Stream<Money> amounts) {
        return amounts.reduce(Money.zero(currency), Money::plus);
    }

    /** An amount of a pipeline, to a micro-unit: it was counted in doubles. */
    static Money money(double amount, String currency) {
        return Money.of(BigDecimal.valueOf(amount).setScale(6, RoundingMode.HALF_EVEN), currency);
    }
}
