package io.revops.forecast.plan;

import io.revops.money.Money;
import java.util.Objects;

/**
 * A limit moved so that a plan works.
 *
 * @param limit as it stands
 * @param to where it would have to be
 */
public record LimitChange(Limit limit, Money to) {
    public LimitChange {
        Objects.requireNonNull(limit, "limit");
        Objects.requireNonNull(to, "to");
    }

    /** {@code lower the floor of Ana from USD 500.00 to USD 400.00}. */
    @Override
    public String toString() {
        return (limit.kind() == Limit.Kind.FLOOR ? "lower the floor of " : "raise the ceiling of ") + limit.unit()
                + " from " + Cents.print(limit.amount()) + " to " + Cents.print(to);
    }
}
