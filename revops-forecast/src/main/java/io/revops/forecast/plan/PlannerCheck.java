package io.revops.forecast.plan;

import io.revops.money.Money;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/** Finds everything in the figures of a plan that means nothing, each with the next step. */
final class PlannerCheck {
    private final Money target;
    private final Blend blend;
    private final OverAssignment over;
    private final List<PlanFault> faults = new ArrayList<>();
    private final Set<String> ids = new HashSet<>(Set.of(Branch.ROOT));
    private final Set<String> leaves = new HashSet<>();
    private final Set<String> kinds = new LinkedHashSet<>();

    private PlannerCheck(QuotaPlanner planner) {
        target = planner.target();
        blend = planner.blend();
        over = planner.overAssignment();
    }

    /** Checks the figures; throws with all faults if there is one. */
    static void of(QuotaPlanner planner, List<PlanUnit> units, Map<String, Money> closed) {
        PlannerCheck check = new PlannerCheck(planner);
        Money target = planner.target();
        if (target.signum() <= 0) {
            check.fault(
                    PlanFaultCode.OUT_OF_RANGE, "", "target", "The target is " + target + ". Maybe an amount above 0.");
        }
        check.whole("the target", "", "target", target);
        if (units.isEmpty()) {
            check.fault(
                    PlanFaultCode.NOBODY,
                    "",
                    "units",
                    "There is nobody to carry a quota. Maybe begin with PlanUnit.rep(\"Ana\").");
        }
        units.forEach(check::unit);
        check.level(Branch.ROOT, units);
        check.levels();
        new TreeMap<>(closed).forEach(check::closed);
        if (!check.faults.isEmpty()) {
            throw new InvalidPlanException(check.faults);
        }
    }

    private void unit(PlanUnit unit) {
        String id = unit.id();
        kinds.add(unit.kind());
        if (!ids.add(id)) {
            fault(
                    PlanFaultCode.DUPLICATE,
                    id,
                    "id",
                    "The id (" + id + ") is there twice"
                            + (id.equals(Branch.ROOT) ? ", since it names the whole" : "")
                            + ". Maybe name one of them otherwise, and tell who carries both with withPerson.");
        }
        for (QuotaBasis basis : QuotaBasis.values()) {
            measure(unit, basis);
        }
        unit.ramp().ifPresent(r -> {
            if (!(r >= 0 && r <= 1)) {
                fault(
                        PlanFaultCode.OUT_OF_RANGE,
                        id,
                        "ramp",
                        "The ramp of (" + id + ") is " + r
                                + ". Maybe 0 to 1: a rep who sells more than a full one has another capacity.");
            }
        });
        unit.floor().ifPresent(f -> amount(id, "floor", f));
        unit.ceiling().ifPresent(c -> amount(id, "ceiling", c));
        contradiction(unit);
        if (unit.units().isEmpty()) {
            leaves.add(id);
        }
        unit.units().forEach(this::unit);
        level(id, unit.units());
    }

    /** Siblings carry together what their parent gives out, so they have one over-assignment. */
    private void level(String parent, List<PlanUnit> siblings) {
        List<String> different =
                siblings.stream().map(PlanUnit::kind).distinct().toList();
        if (different.stream().map(over::factor).distinct().count() > 1) {
            fault(
                    PlanFaultCode.CONTRADICTION,
                    parent,
                    "over-assignment",
                    "In (" + parent + ") there are " + String.join(" and ", different)
                            + " side by side, with an over-assignment of " + over
                            + ". Maybe put them on levels of their own, or give both the same.");
        }
    }

    private void levels() {
        over.levels().keySet().stream()
                .filter(k -> !kinds.contains(k) && !kinds.isEmpty())
                .forEach(k -> fault(
                        PlanFaultCode.UNKNOWN,
                        k,
                        "over-assignment",
                        "There is an over-assignment at (" + k + "), and no unit is of that kind. Maybe one of " + kinds
                                + ", or of the whole: percent(5)."));
    }

    private void measure(PlanUnit unit, QuotaBasis basis) {
        OptionalDouble measure = unit.measure(basis);
        String field = basis.word();
        if (measure.isEmpty()) {
            if (basis == QuotaBasis.POTENTIAL
                    && unit.units().isEmpty()
                    && blend.shares().containsKey(basis)) {
                fault(
                        PlanFaultCode.MISSING,
                        unit.id(),
                        field,
                        "(" + unit.id()
                                + ") has no potential, and quotas go by it. Maybe withPotential, or plan by capacity.");
            }
            return;
        }
        double value = measure.getAsDouble();
        if (!Double.isFinite(value)) {
            fault(
                    PlanFaultCode.NOT_A_NUMBER,
                    unit.id(),
                    field,
                    "The " + field + " of (" + unit.id() + ") is " + value + ". Maybe leave it out.");
        } else if (value < 0) {
            fault(
                    PlanFaultCode.OUT_OF_RANGE,
                    unit.id(),
                    field,
                    "The " + field + " of (" + unit.id() + ") is " + value + ", below 0. Maybe 0, or leave it out.");
        }
    }

    private void contradiction(PlanUnit unit) {
        Optional<Money> floor = unit.floor();
        Optional<Money> ceiling = unit.ceiling();
        if (floor.isPresent()
                && ceiling.isPresent()
                && floor.get().currency().equals(ceiling.get().currency())
                && floor.get().compareTo(ceiling.get()) > 0) {
            fault(
                    PlanFaultCode.FLOOR_ABOVE_CEILING,
                    unit.id(),
                    "floor",
                    "The floor of (" + unit.id() + ") is " + floor.get() + ", above its ceiling " + ceiling.get()
                            + ". Maybe they are exchanged.");
        }
        if (unit.start().isPresent()
                && unit.end().isPresent()
                && !unit.start().get().isBefore(unit.end().get())) {
            fault(
                    PlanFaultCode.OUT_OF_RANGE,
                    unit.id(),
                    "end",
                    "(" + unit.id() + ") ends on " + unit.end().get() + " and starts on "
                            + unit.start().get() + ". Maybe the day after the last.");
        }
    }

    private void closed(String id, Money amount) {
        if (!leaves.contains(id)) {
            fault(
                    PlanFaultCode.UNKNOWN,
                    id,
                    "closed",
                    "(" + id + ") has closed " + amount
                            + ", and nobody of that id carries a quota. Maybe add the unit, with the day it ended.");
        }
        amount(id, "closed", amount);
    }

    private void amount(String id, String field, Money amount) {
        if (!amount.currency().equals(target.currency())) {
            fault(
                    PlanFaultCode.MIXED_CURRENCY,
                    id,
                    field,
                    "The " + field + " of (" + id + ") is " + amount + ", and the target is " + target
                            + ". Maybe convert one of them with ExchangeRates first.");
        }
        if (amount.signum() < 0) {
            fault(
                    PlanFaultCode.OUT_OF_RANGE,
                    id,
                    field,
                    "The " + field + " of (" + id + ") is " + amount + ", below 0. Maybe 0, or leave it out.");
        }
        whole("the " + field + " of (" + id + ")", id, field, amount);
    }

    private void whole(String what, String id, String field, Money amount) {
        if (!Cents.isWhole(amount)) {
            fault(
                    PlanFaultCode.NOT_WHOLE_CENTS,
                    id,
                    field,
                    "There is a part of a cent in " + what + ", " + amount + ". Maybe round it first.");
        }
    }

    private void fault(PlanFaultCode code, String subject, String field, String text) {
        faults.add(new PlanFault(code, subject, field, text));
    }
}
