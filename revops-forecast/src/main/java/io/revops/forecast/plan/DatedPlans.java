package io.revops.forecast.plan;

import io.revops.money.Money;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The plans of one year, each in force from its first month until the next one takes over. Nothing is edited: a quota of
 * March is what the plan said that was in force in March.
 *
 * @param plans in the order in which they took effect
 */
public record DatedPlans(List<Plan> plans) {
    public DatedPlans {
        plans = List.copyOf(plans);
        if (plans.isEmpty()) {
            throw new IllegalArgumentException("There is no plan. Maybe begin with that of the whole year.");
        }
        Plan first = plans.get(0);
        for (int i = 1; i < plans.size(); i++) {
            Plan next = plans.get(i);
            if (!next.year().equals(first.year())
                    || !next.target().currency().equals(first.target().currency())) {
                throw new IllegalArgumentException("A plan of " + next.year() + " in "
                        + next.target().currency() + " follows one of " + first.year() + " in "
                        + first.target().currency() + ". Maybe keep the plans of each year apart.");
            }
            if (!plans.get(i - 1)
                    .planner()
                    .open()
                    .from()
                    .isBefore(next.planner().open().from())) {
                throw new IllegalArgumentException(
                        "A plan from " + next.planner().open().from()
                                + " follows one from "
                                + plans.get(i - 1).planner().open().from()
                                + ". Maybe make it with after(...) for a later month.");
            }
        }
    }

    /** The first plan of a year. */
    public static DatedPlans of(Plan plan) {
        return new DatedPlans(List.of(plan));
    }

    /** The same, with a plan of the rest of the year that takes over. */
    public DatedPlans then(Plan replanned) {
        List<Plan> more = new ArrayList<>(plans);
        more.add(replanned);
        return new DatedPlans(more);
    }

    /** The plan in force on a day. */
    public Plan inForce(LocalDate day) {
        Plan found = null;
        for (Plan plan : plans) {
            found = plan.planner().open().contains(day) ? plan : found;
        }
        if (found == null) {
            throw new IllegalArgumentException("No plan is in force on " + day + ". Maybe a day from "
                    + plans.get(0).planner().open().from() + " to before "
                    + plans.get(0).year().to() + ".");
        }
        return found;
    }

    /** The plans, each after the day from which it is in force. */
    @Override
    public String toString() {
        return plans.stream()
                .map(p -> "from " + p.planner().open().from() + ": " + p)
                .collect(Collectors.joining("\n"));
    }

    /** What a unit was asked for in each month, by the plan in force in it; 0 where that plan does not know it. */
    public Map<Span, Money> months(String id) {
        Map<Span, Money> months = new LinkedHashMap<>();
        for (Span month : plans.get(0).months()) {
            Plan plan = inForce(month.from());
            int at = plan.months().indexOf(month);
            months.put(
                    month,
                    plan.find(id)
                            .map(q -> q.months().get(at))
                            .orElse(Money.zero(plan.target().currency())));
        }
        if (plans.stream().allMatch(p -> p.find(id).isEmpty())) {
            throw new IllegalArgumentException("No plan has a unit (" + id + "). Maybe one of "
                    + plans.get(0).quotas().stream().map(UnitQuota::id).toList() + ".");
        }
        return months;
    }
}
