package io.revops.forecast.plan;

import io.revops.metric.Explanation;
import io.revops.metric.Ratio;
import io.revops.metric.Unit;
import io.revops.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Tells in words how quotas came about. */
final class PlanExplanation {
    private PlanExplanation() {}

    static Explanation of(Plan plan, UnitQuota quota) {
        List<String> totals = new ArrayList<>();
        QuotaPlanner planner = plan.planner();
        if (quota.parent().isEmpty()) {
            totals.add("target " + Cents.print(planner.target()));
            totals.add("over-assignment " + planner.overAssignment());
        } else {
            UnitQuota parent = plan.quota(quota.parent().get());
            Money shared = plan.below(parent.id()).stream()
                    .map(UnitQuota::rest)
                    .reduce(Money::plus)
                    .orElseThrow();
            BigDecimal more = planner.overAssignment().levels().getOrDefault(quota.kind(), BigDecimal.ZERO);
            totals.add("to share out in " + parent.id() + " " + Cents.print(shared)
                    + (more.signum() == 0
                            ? ""
                            : ", its " + Cents.print(parent.rest()) + " over-assigned "
                                    + OverAssignment.percent(more)));
            quota.because().forEach(part -> totals.add(part.toString()));
            if (quota.because().isEmpty()) {
                totals.add("nothing tells the siblings apart: equal claims");
            }
            totals.add("claim " + percent(quota.claim()));
            if (quota.leaf() && quota.ramp() != 1) {
                totals.add("there and ramped for " + percent(quota.ramp()) + " of the months, which its measures hold");
            }
            if (quota.bound() != UnitQuota.Bound.FREE) {
                totals.add(
                        quota.bound() == UnitQuota.Bound.AT_FLOOR
                                ? "raised to the least that the floors ask for"
                                : "held at the most that the ceilings allow");
            }
        }
        if (!quota.closed().isZero()) {
            totals.add("closed before " + planner.open().from() + " " + Cents.print(quota.closed()));
        }
        List<String> quarters =
                plan.quarters(quota.id()).stream().map(Cents::print).toList();
        totals.add("by quarter from " + plan.planner().open().from() + " " + String.join(", ", quarters));
        return new Explanation(
                quota.toString(),
                quota.parent().isEmpty()
                        ? "target × (1 + over-assignment of the whole)"
                        : "closed + clamp(round(λ × claim), floor, ceiling), one λ for all siblings so that they add up",
                totals,
                List.of(
                        "by " + planner.blend(),
                        "over-assignment " + planner.overAssignment(),
                        "season " + planner.seasonality()),
                List.of(),
                List.of(
                        "two with the same claim to a cent: the first by id has it",
                        "no history: the mean of the siblings' that is known",
                        "no weight: the floor, and more only when all siblings with a weight are at their ceilings"));
    }

    static String tree(Plan plan) {
        OverAssignment over = plan.planner().overAssignment();
        StringBuilder text = new StringBuilder("Plan " + plan.year() + ": " + Cents.print(plan.assigned())
                + " = target " + Cents.print(plan.target()) + ", over-assigned " + over);
        if (!over.levels().isEmpty()) {
            plan.byKind()
                    .forEach((kind, sum) -> text.append(kind.equals(Branch.ROOT) ? ": " : ", ")
                            .append(kind)
                            .append(' ')
                            .append(Cents.print(sum)));
        }
        if (!plan.company().closed().isZero()) {
            text.append(", ")
                    .append(Cents.print(plan.company().closed()))
                    .append(" closed before ")
                    .append(plan.planner().open().from());
        }
        plan.quotas().stream()
                .filter(q -> q.depth() > 0)
                .forEach(q -> text.append('\n')
                        .append("  ".repeat(q.depth()))
                        .append(q)
                        .append(q.leaf() && q.ramp() != 1 ? ", ramped " + percent(q.ramp()) : ""));
        return text.toString();
    }

    static String percent(double share) {
        return Unit.PERCENT.print(new Ratio(share));
    }
}
