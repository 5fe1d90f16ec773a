package io.revops.forecast.plan;

import io.revops.money.Money;
import java.util.Objects;

/**
 * What an option is given of a budget.
 *
 * @param option its name
 * @param amount how much
 * @param expected what it brings
 * @param next what one more unit of money would bring; 0 where no more can be spent
 */
public record BudgetShare(String option, Money amount, double expected, double next) {
    public BudgetShare {
        Objects.requireNonNull(option, "option");
        Objects.requireNonNull(amount, "amount");
    }

    /** {@code EMEA: USD 100,000.00 bring USD 300,000.00, the next one 1.5}. */
    @Override
    public String toString() {
        return option + ": " + Cents.print(amount) + " bring "
                + Cents.print(Cents.nearest(expected, amount.currency()))
                + (next > 0 ? ", the next one " + next : ", and no more would bring anything");
    }
}
