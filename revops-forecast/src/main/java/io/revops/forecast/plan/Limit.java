package io.revops.forecast.plan;

import io.revops.money.Money;
import java.util.Locale;
import java.util.Objects;

/**
 * Something that a plan must keep.
 *
 * @param kind a floor, a ceiling or the amount to give out
 * @param unit whose; of the amount to give out, the company
 * @param amount how much
 */
public record Limit(Kind kind, String unit, Money amount) {
    /** What it keeps a quota from. */
    public enum Kind {
        /** The least that a unit is given. */
        FLOOR,
        /** The most that a unit is given. */
        CEILING,
        /** What all quotas add up to: the target and its over-assignment, less what is closed. */
        ASSIGNED
    }

    public Limit {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(amount, "amount");
    }

    /** {@code floor of Ana USD 500,000.00}. */
    @Override
    public String toString() {
        return kind == Kind.ASSIGNED
                ? "the amount to give out " + Cents.print(amount)
                : kind.name().toLowerCase(Locale.ROOT) + " of " + unit + " " + Cents.print(amount);
    }
}
