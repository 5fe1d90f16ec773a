package io.revops.forecast.plan;

import io.revops.money.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Two plans side by side, with what made each quota another.
 *
 * @param earlier the one before
 * @param later the one after
 * @param units the company and every unit of either plan, those of the later first, in its order
 */
public record PlanComparison(Plan earlier, Plan later, List<UnitDifference> units) {
    public PlanComparison {
        units = List.copyOf(units);
    }

    static PlanComparison of(Plan earlier, Plan later) {
        Currency currency = later.target().currency();
        if (!earlier.target().currency().equals(currency)) {
            throw InvalidPlanException.of(
                    PlanFaultCode.MIXED_CURRENCY,
                    "",
                    "target",
                    "The plans are in " + earlier.target().currency() + " and " + currency
                            + ". Maybe convert the earlier target with ExchangeRates.");
        }
        Set<String> ids = new LinkedHashSet<>();
        later.quotas().forEach(q -> ids.add(q.id()));
        earlier.quotas().forEach(q -> ids.add(q.id()));
        List<UnitDifference> units = new ArrayList<>();
        ids.forEach(id -> units.add(difference(earlier, later, id, currency)));
        return new PlanComparison(earlier, later, units);
    }

    private static UnitDifference difference(Plan earlier, Plan later, String id, Currency currency) {
        Money zero = Money.zero(currency);
        Optional<UnitQuota> before = earlier.find(id);
        Optional<UnitQuota> after = later.find(id);
        Money from = before.map(UnitQuota::amount).orElse(zero);
        Money to = after.map(UnitQuota::amount).orElse(zero);
        Money change = to.minus(from);
        if (before.isEmpty()) {
            return new UnitDifference(id, from, to, zero, change, zero, "new");
        }
        if (after.isEmpty()) {
            return new UnitDifference(id, from, to, zero, change, zero, "gone");
        }
        Optional<String> parent = after.get().parent();
        if (parent.isEmpty()) {
            return new UnitDifference(id, from, to, change, zero, zero, headline(earlier, later));
        }
        if (!before.get().parent().equals(parent)) {
            return new UnitDifference(
                    id,
                    from,
                    to,
                    zero,
                    change,
                    zero,
                    "moved from " + before.get().parent().orElse("") + " to " + parent.get());
        }
        double old = givenOut(earlier, parent.get());
        double now = givenOut(later, parent.get());
        double share = old == 0 ? 0 : amount(from) / old;
        Money above = Cents.nearest((now - old) * share, currency);
        Money claim = Cents.nearest(now * (after.get().claim() - before.get().claim()), currency);
        return new UnitDifference(
                id, from, to, above, claim, change.minus(above).minus(claim), "");
    }

    /** What those below a unit carry together: its quota, or more where their level is over-assigned. */
    private static double givenOut(Plan plan, String id) {
        return amount(plan.below(id).stream()
                .map(UnitQuota::amount)
                .reduce(Money::plus)
                .orElseThrow());
    }

    private static String headline(Plan earlier, Plan later) {
        List<String> changes = new ArrayList<>();
        if (!earlier.target().equals(later.target())) {
            changes.add("target " + Cents.print(earlier.target()) + " to " + Cents.print(later.target()));
        }
        String over = later.planner().overAssignment().toString();
        if (!earlier.planner().overAssignment().toString().equals(over)) {
            changes.add("over-assignment " + earlier.planner().overAssignment() + " to " + over);
        }
        if (!earlier.planner().blend().equals(later.planner().blend())) {
            changes.add("by " + earlier.planner().blend() + ", now by "
                    + later.planner().blend());
        }
        return String.join("; ", changes);
    }

    private static double amount(Money money) {
        return money.amount().doubleValue();
    }

    /** The difference of a unit. */
    public UnitDifference of(String id) {
        return units.stream()
                .filter(u -> u.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no unit (" + id
                        + ") in either plan. Maybe one of "
                        + units.stream().map(UnitDifference::id).toList() + "."));
    }

    /** A line for each unit whose quota changed. */
    @Override
    public String toString() {
        List<String> lines = units.stream()
                .filter(u -> !u.change().isZero())
                .map(UnitDifference::toString)
                .toList();
        return lines.isEmpty() ? "no quota changed" : String.join("\n", lines);
    }
}
