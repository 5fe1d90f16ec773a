package io.revops.forecast.plan;

import io.revops.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Holds quotas that were written down against the organisation and the options that they are said to be of. */
final class WrittenPlan {
    private final Plan plan;
    private final Map<String, PlanUnit> units = new LinkedHashMap<>();

    private WrittenPlan(Plan plan) {
        this.plan = plan;
        plan.units().forEach(this::add);
    }

    private void add(PlanUnit unit) {
        units.put(unit.id(), unit);
        unit.units().forEach(this::add);
    }

    static void check(Plan plan, List<UnitQuota> quotas) {
        WrittenPlan written = new WrittenPlan(plan);
        List<String> ids = new ArrayList<>(quotas.stream().map(UnitQuota::id).toList());
        if (!ids.remove(Branch.ROOT)
                || ids.size() != written.units.size()
                || !written.units.keySet().containsAll(ids)
                || plan.quotas().size() != quotas.size()) {
            throw new IllegalArgumentException("There are quotas of " + ids + ", and units " + written.units.keySet()
                    + " besides the company. Maybe one quota of each.");
        }
        Money given = plan.planner().overAssignment().of(plan.target());
        Money company = plan.company().amount();
        if (!company.equals(
                plan.company().closed().compareTo(given) > 0 ? plan.company().closed() : given)) {
            throw new IllegalArgumentException("The company has a quota of " + Cents.print(company) + ", and "
                    + Cents.print(given) + " are given out. Maybe one of them was changed.");
        }
        quotas.forEach(written::check);
    }

    private void check(UnitQuota quota) {
        Money closed = plan.planner()
                .closed()
                .getOrDefault(quota.id(), Money.zero(plan.target().currency()));
        Money months = quota.months().stream()
                .reduce(Money::plus)
                .orElse(Money.zero(plan.target().currency()));
        if (quota.months().size() != plan.months().size() || !months.equals(quota.rest())) {
            throw wrong(quota, "months", months, quota.rest());
        }
        List<UnitQuota> below = plan.below(quota.id());
        if (quota.leaf() != below.isEmpty()) {
            throw new IllegalArgumentException("(" + quota.id() + ") has " + below.size() + " below, and is "
                    + (quota.leaf() ? "" : "not ") + "written as one who carries a quota. Maybe a line is missing.");
        }
        if (below.isEmpty()) {
            same(quota, "closed", quota.closed(), closed);
            return;
        }
        List<String> own = quota.parent().isEmpty()
                ? plan.units().stream().map(PlanUnit::id).sorted().toList()
                : Objects.requireNonNull(units.get(quota.id())).units().stream()
                        .map(PlanUnit::id)
                        .sorted()
                        .toList();
        if (!below.stream().map(UnitQuota::id).sorted().toList().equals(own)) {
            throw new IllegalArgumentException("Below (" + quota.id() + ") there are quotas of "
                    + below.stream().map(UnitQuota::id).toList() + ", and units " + own
                    + ". Maybe one of them has moved.");
        }
        same(quota, "closed", sum(below.stream().map(UnitQuota::closed).toList()), quota.closed());
        if (plan.planner().overAssignment().factor(below.get(0).kind()).compareTo(BigDecimal.ONE) == 0) {
            same(
                    quota,
                    "quotas below",
                    sum(below.stream().map(UnitQuota::amount).toList()),
                    quota.amount());
        }
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money::plus).orElseThrow();
    }

    private static void same(UnitQuota quota, String what, Money is, Money should) {
        if (!is.equals(should)) {
            throw wrong(quota, what, is, should);
        }
    }

    private static IllegalArgumentException wrong(UnitQuota quota, String what, Money is, Money should) {
        return new IllegalArgumentException("The " + what + " of (" + quota.id() + ") are " + Cents.print(is)
                + " and not " + Cents.print(should) + ". Maybe one of them was changed.");
    }
}
