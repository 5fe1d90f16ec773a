package io.revops.forecast.plan;

import io.revops.money.Money;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A unit's quota in a plan.
 *
 * @param id the unit's
 * @param kind region, team, rep; of the whole, company
 * @param person who carries it
 * @param parent what it is part of; empty for the company
 * @param depth 0 for the company
 * @param amount the quota of the plan's year: what is closed and what is given out
 * @param closed what was closed before the plan began
 * @param months the quota of each month from the plan's beginning; they add up to amount − closed
 * @param claim its share of what its siblings weigh, before floors, ceilings and cents
 * @param ramp how much of a full rep is there over the plan's months; of a unit with others below, 1
 * @param bound whether a floor or a ceiling decided
 * @param leaf whether nobody is below it
 * @param because what its claim rests on; nothing where nothing tells it from its siblings, which have equal claims
 */
public record UnitQuota(
        String id,
        String kind,
        String person,
        Optional<String> parent,
        int depth,
        Money amount,
        Money closed,
        List<Money> months,
        double claim,
        double ramp,
        Bound bound,
        boolean leaf,
        List<ClaimPart> because) {
    /** What decided a quota. */
    public enum Bound {
        /** Its claim. */
        FREE,
        /** It is at the least that limits allow, more than its claim. */
        AT_FLOOR,
        /** It is at the most that limits allow, less than its claim. */
        AT_CEILING
    }

    public UnitQuota {
        Objects.requireNonNull(parent, "parent");
        months = List.copyOf(months);
        because = List.copyOf(because);
    }

    /** What is still to be sold. */
    public Money rest() {
        return amount.minus(closed);
    }

    /** {@code Ana: USD 1,200,000.00}. */
    @Override
    public String toString() {
        return id + ": " + Cents.print(amount)
                + switch (bound) {
                    case FREE -> "";
                    case AT_FLOOR -> " (at its floor)";
                    case AT_CEILING -> " (at its ceiling)";
                };
    }
}
