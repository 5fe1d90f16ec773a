package io.revops.forecast.plan;

import io.revops.forecast.Draws;
import io.revops.forecast.Forecast;
import io.revops.metric.Proportion;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import io.revops.metric.Unit;
import io.revops.money.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How likely a plan is, by a forecast of what will be sold.
 *
 * <p>A forecast of the whole year is held against target and quotas, one of the plan's rest against what is not closed yet. A
 * run rate per month counts twelvefold, since quotas are per year.
 *
 * @param plan the plan
 * @param outcomes what may be sold over the forecast's period, per year where it is a run rate
 * @param target what the forecast's period must bring for the target
 * @param chance in how many of the possible outcomes the target is reached
 * @param units those that have a forecast, by id
 */
public record PlanOutlook(Plan plan, Draws outcomes, Money target, Proportion chance, List<UnitOutlook> units) {
    public PlanOutlook {
        units = List.copyOf(units);
    }

    static PlanOutlook of(Plan plan, Forecast whole) {
        check(plan, whole);
        Map<String, Draws> parts = new TreeMap<>();
        whole.parts().forEach(p -> plan.find(p.name()).ifPresent(q -> parts.put(q.id(), perYear(whole, p.draws()))));
        return of(plan, whole, parts);
    }

    static PlanOutlook of(Plan plan, Map<String, Forecast> forecasts) {
        Map<String, Draws> parts = new TreeMap<>();
        Optional<Forecast> whole = Optional.empty();
        for (Map.Entry<String, Forecast> one : new TreeMap<>(forecasts).entrySet()) {
            Forecast forecast = one.getValue();
            if (!plan.quota(one.getKey()).leaf()) {
                throw InvalidPlanException.of(
                        PlanFaultCode.DUPLICATE,
                        one.getKey(),
                        "forecast",
                        "(" + one.getKey()
                                + ") has others below, whose forecasts would count twice. Maybe forecast those, or the whole.");
            }
            check(plan, forecast);
            parts.put(one.getKey(), perYear(forecast, forecast.draws()));
            whole = Optional.of(whole.map(w -> w.plus(forecast)).orElse(forecast));
        }
        return of(
                plan,
                whole.orElseThrow(() ->
                        new IllegalArgumentException("There is no forecast. Maybe one of each rep, or of the whole.")),
                parts);
    }

    private static PlanOutlook of(Plan plan, Forecast whole, Map<String, Draws> parts) {
        boolean rest = isRest(plan, whole);
        Draws outcomes = perYear(whole, whole.draws());
        Money target = rest ? plan.target().minus(plan.company().closed()) : plan.target();
        double quotas = 0;
        double expected = 0;
        for (Map.Entry<String, Draws> part : parts.entrySet()) {
            quotas += amount(asked(plan.quota(part.getKey()), rest));
            expected += part.getValue().mean();
        }
        List<UnitOutlook> units = new ArrayList<>();
        double overall = quotas / expected;
        parts.forEach((id, draws) -> {
            Money quota = asked(plan.quota(id), rest);
            double mean = draws.mean();
            units.add(new UnitOutlook(
                    id,
                    quota,
                    mean,
                    draws.reaching(amount(quota)),
                    draws.quantile(0.1),
                    draws.quantile(0.9),
                    mean > 0 && overall > 0
                            ? Reading.known(amount(quota) / mean / overall)
                            : Reading.undefined(
                                    UndefinedCode.TOO_FEW_CASES,
                                    "Nothing is expected of " + id + ", so its quota is no share of it.")));
        });
        return new PlanOutlook(plan, outcomes, target, outcomes.reaching(amount(target)), units);
    }

    private static void check(Plan plan, Forecast forecast) {
        String currency = plan.target().currency().getCurrencyCode();
        if (!forecast.quantity().currency().equals(currency)) {
            throw InvalidPlanException.of(
                    PlanFaultCode.MIXED_CURRENCY,
                    "",
                    "forecast",
                    "The forecast is in (" + forecast.quantity().currency() + ") and the plan in " + currency
                            + ". Maybe report both in one currency.");
        }
        if (!forecast.horizon().equals(plan.year())
                && !forecast.horizon().equals(plan.planner().open())) {
            throw new IllegalArgumentException("The forecast is of " + forecast.horizon() + " and the plan of "
                    + plan.year() + ". Maybe forecast " + plan.planner().open() + ", adding months with then().");
        }
    }

    private static boolean isRest(Plan plan, Forecast forecast) {
        return !forecast.horizon().equals(plan.year());
    }

    private static Money asked(UnitQuota quota, boolean rest) {
        return rest ? quota.rest() : quota.amount();
    }

    private static Draws perYear(Forecast forecast, Draws draws) {
        return forecast.quantity().unit() == Unit.MONEY_PER_MONTH ? draws.times(12) : draws;
    }

    private static double amount(Money money) {
        return money.amount().doubleValue();
    }

    /** The outlook of a unit; empty if it has no forecast of its own. */
    public Optional<UnitOutlook> of(String id) {
        return units.stream().filter(u -> u.id().equals(id)).findFirst();
    }

    /** Those who are asked for more than the others, the most loaded first. */
    public List<UnitOutlook> overAssigned() {
        return those(
                UnitOutlook.Assigned.OVER,
                Comparator.comparingDouble(PlanOutlook::load).reversed());
    }

    /** Those who are asked for less than the others, the least loaded first. */
    public List<UnitOutlook> underAssigned() {
        return those(UnitOutlook.Assigned.UNDER, Comparator.comparingDouble(PlanOutlook::load));
    }

    private List<UnitOutlook> those(UnitOutlook.Assigned assigned, Comparator<UnitOutlook> order) {
        return units.stream()
                .filter(u -> u.assigned() == assigned)
                .sorted(order.thenComparing(UnitOutlook::id))
                .toList();
    }

    private static double load(UnitOutlook unit) {
        return unit.load().value().orElse(Double.MAX_VALUE);
    }

    /** The chance of the target, the spread, and a line for each unit. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Target " + Cents.print(target) + ": chance " + chance);
        if (outcomes.quantile(0.1).value().isPresent()
                && outcomes.quantile(0.9).value().isPresent()) {
            text.append(", P10 ")
                    .append(print(outcomes.quantile(0.1).orElseThrow()))
                    .append(", P90 ")
                    .append(print(outcomes.quantile(0.9).orElseThrow()));
        }
        units.forEach(u -> text.append("\n  ").append(u));
        return text.toString();
    }

    private String print(double value) {
        return Cents.print(Cents.nearest(value, target.currency()));
    }
}
