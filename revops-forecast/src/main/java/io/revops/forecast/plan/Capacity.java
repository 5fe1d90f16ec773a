package io.revops.forecast.plan;

import io.revops.metric.Unit;
import io.revops.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * What a team can sell, month by month; its totals are sums of the months.
 *
 * @param model what it was made from
 * @param months in order
 */
public record Capacity(CapacityModel model, List<CapacityMonth> months) {
    public Capacity {
        months = List.copyOf(months);
    }

    public Currency currency() {
        return model.productivity().currency();
    }

    /** Rep-months at full productivity. */
    public double rampedMonths() {
        return months.stream().mapToDouble(CapacityMonth::ramped).sum();
    }

    /** What they are asked for over the year. */
    public double street() {
        return months.stream().mapToDouble(CapacityMonth::street).sum();
    }

    /** What they sell over the year, expected. */
    public double expected() {
        return months.stream().mapToDouble(CapacityMonth::expected).sum();
    }

    /**
     * Held against a target.
     *
     * @param targets one for each month
     */
    public CapacityGap against(List<Money> targets) {
        if (targets.size() != months.size()) {
            throw new IllegalArgumentException("There are " + targets.size() + " targets for " + months.size()
                    + " months. Maybe the months of the same year.");
        }
        List<CapacityGap.Month> rows = new ArrayList<>();
        for (int m = 0; m < targets.size(); m++) {
            Money target = targets.get(m);
            if (!target.currency().equals(currency())) {
                throw InvalidPlanException.of(
                        PlanFaultCode.MIXED_CURRENCY,
                        "capacity",
                        "target",
                        "The capacity is in " + currency() + " and a target is " + target
                                + ". Maybe convert one of them with ExchangeRates first.");
            }
            rows.add(new CapacityGap.Month(
                    months.get(m).month(), target, months.get(m).expected()));
        }
        return new CapacityGap(rows);
    }

    /** Held against the target of a plan, by its season; the over-assignment is not asked of the capacity. */
    public CapacityGap against(Plan plan) {
        return against(PlanTargets.byMonth(plan.target(), plan.planner().seasonality(), plan.year()));
    }

    /** A line for each month, and the year. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("month     people  ramped  street  expected");
        for (CapacityMonth m : months) {
            text.append('\n')
                    .append(m.month())
                    .append("  ")
                    .append(two(m.people()))
                    .append("  ")
                    .append(two(m.ramped()))
                    .append("  ")
                    .append(Cents.print(Cents.nearest(m.street(), currency())))
                    .append("  ")
                    .append(Cents.print(Cents.nearest(m.expected(), currency())));
        }
        return text.append("\nyear  ")
                .append(two(rampedMonths()))
                .append(" ramped months  ")
                .append(Cents.print(Cents.nearest(street(), currency())))
                .append("  ")
                .append(Cents.print(Cents.nearest(expected(), currency())))
                .toString();
    }

    private static String two(double number) {
        return Unit.grouped(new BigDecimal(number).setScale(2, RoundingMode.HALF_UP));
    }
}
