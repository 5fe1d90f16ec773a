package io.revops.book;

import io.revops.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A stretch of days in which a subscription has one monthly price.
 *
 * @param start the first day
 * @param end the day after the last, after {@code start}; empty if it has not come
 * @param monthly the whole price of a month, whatever the quantity
 * @param plan what is sold, if it is known
 * @param quantity how many, above 0
 */
public record SubscriptionPeriod(
        SubscriptionId subscription,
        AccountId account,
        LocalDate start,
        Optional<LocalDate> end,
        Money monthly,
        Optional<ProductId> plan,
        BigDecimal quantity) {
    public SubscriptionPeriod {
        Objects.requireNonNull(subscription, "subscription");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(monthly, "monthly");
        Objects.requireNonNull(plan, "plan");
        LocalDate from = start;
        if (end.filter(e -> !e.isAfter(from)).isPresent()) {
            throw new IllegalArgumentException("A period ends (" + end.get() + ") on or before its start (" + start
                    + "). Maybe its end is the last day and not the day after.");
        }
        if (quantity.signum() <= 0) {
            throw new IllegalArgumentException(
                    "The quantity (" + quantity.toPlainString() + ") is not above 0. Maybe leave the period out.");
        }
    }
}
