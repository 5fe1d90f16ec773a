package io.revops.forecast.plan;

import io.revops.money.Money;
import java.util.Objects;

/**
 * What became of a unit's quota from one plan to another; before + from above + from claim + from limits = after, to the cent.
 *
 * @param id the unit's
 * @param before its quota in the earlier plan; 0 if it was not there
 * @param after its quota in the later one; 0 if it is gone
 * @param fromAbove what there is more to give out in its parent × its old share of it; of the company, the whole difference
 * @param fromClaim what its parent gives out now × the change of its claim: measures, ramps, siblings, blend
 * @param fromLimits the rest: floors, ceilings, what was closed, cents
 * @param note what a reader should know: it is new, it has moved; empty if nothing
 */
public record UnitDifference(
        String id, Money before, Money after, Money fromAbove, Money fromClaim, Money fromLimits, String note) {
    public UnitDifference {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(note, "note");
    }

    public Money change() {
        return after.minus(before);
    }

    /** {@code Ana: USD 1,000.00 + 100.00 from above - 20.00 from its claim + 0.00 from limits and closed = 1,080.00}. */
    @Override
    public String toString() {
        return id + ": " + Cents.print(before) + signed(fromAbove) + " from above" + signed(fromClaim)
                + " from its claim" + signed(fromLimits) + " from limits and closed = "
                + Cents.print(after) + (note.isEmpty() ? "" : " (" + note + ")");
    }

    private static String signed(Money money) {
        return money.signum() < 0
                ? " - " + Cents.print(money.negated()).substring(4)
                : " + " + Cents.print(money).substring(4);
    }
}
