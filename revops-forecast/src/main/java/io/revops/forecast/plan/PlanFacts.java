package io.revops.forecast.plan;

import io.revops.book.Quota;
import io.revops.book.RepId;
import io.revops.money.Money;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.util.ArrayList;
import java.util.List;

/** Writes a plan's quotas down as facts of a book, so that metrics and attainments are measured against them. */
final class PlanFacts {
    private PlanFacts() {}

    static List<Quota> of(Plan plan, Cadence cadence) {
        if (cadence == Cadence.DAY || cadence == Cadence.WEEK) {
            throw new IllegalArgumentException(
                    "A plan has quotas by month, and none by " + cadence + ". Maybe Cadence.QUARTER.");
        }
        List<Quota> quotas = new ArrayList<>();
        List<Span> months = plan.months();
        for (UnitQuota unit : plan.leaves()) {
            for (Span period : cadence.cut(plan.planner().open())) {
                Money amount = Money.zero(plan.target().currency());
                for (int m = 0; m < months.size(); m++) {
                    amount = period.contains(months.get(m).from())
                            ? amount.plus(unit.months().get(m))
                            : amount;
                }
                if (!amount.isZero()) {
                    quotas.add(Quota.builder("plan " + unit.id() + " " + period, period, amount)
                            .rep(new RepId(unit.person()))
                            .build());
                }
            }
        }
        return List.copyOf(quotas);
    }
}
