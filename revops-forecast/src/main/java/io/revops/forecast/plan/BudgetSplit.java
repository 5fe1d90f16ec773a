package io.revops.forecast.plan;

import io.revops.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A budget split so that it brings the most: each next unit of money goes where it brings most.
 *
 * <p>maximise Σ what each option brings, so that the amounts add up to no more than the budget and each option has its least.
 * Where no money brings more than the money before it, going step by step is the optimum of that linear program; a larger budget
 * takes from nobody. Of steps that bring the same, the first by name. What would bring nothing is not spent.
 *
 * @param budget what may be spent
 * @param shares by name
 * @param unspent what is left
 */
public record BudgetSplit(Money budget, List<BudgetShare> shares, Money unspent) {
    public BudgetSplit {
        shares = List.copyOf(shares);
    }

    /** A step of an option, in the order in which money goes to it. */
    private record Place(String option, BudgetOption.Step step) {}

    /**
     * Splits a budget.
     *
     * @param options in any order
     * @throws InvalidPlanException if amounts are in two currencies, two options have one name, or what must be spent cannot be
     */
    public static BudgetSplit of(Money budget, List<BudgetOption> options) {
        List<PlanFault> faults = faults(budget, options);
        if (!faults.isEmpty()) {
            throw new InvalidPlanException(faults);
        }
        Map<String, Money> given = new TreeMap<>();
        Money zero = Money.zero(budget.currency());
        Money left = budget;
        for (BudgetOption option : options) {
            Money least = option.atLeast().orElse(zero);
            given.put(option.name(), least);
            left = left.minus(least);
        }
        List<Place> places = new ArrayList<>();
        for (BudgetOption option : options) {
            Money gone = option.atLeast().orElse(zero);
            for (BudgetOption.Step step : option.steps()) {
                Money taken = less(gone, step.amount());
                gone = gone.minus(taken);
                if (step.returns() > 0) {
                    places.add(new Place(
                            option.name(), new BudgetOption.Step(step.amount().minus(taken), step.returns())));
                }
            }
        }
        places.sort(
                Comparator.comparingDouble((Place p) -> -p.step().returns()).thenComparing(Place::option)); // stable
        for (Place place : places) {
            Money more = less(left, place.step().amount());
            given.merge(place.option(), more, Money::plus);
            left = left.minus(more);
        }
        List<BudgetShare> shares = options.stream()
                .sorted(Comparator.comparing(BudgetOption::name))
                .map(o -> share(o, given.getOrDefault(o.name(), zero)))
                .toList();
        return new BudgetSplit(budget, shares, left);
    }

    private static List<PlanFault> faults(Money budget, List<BudgetOption> options) {
        List<PlanFault> faults = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Money must = Money.zero(budget.currency());
        for (BudgetOption option : options) {
            String name = option.name();
            if (!names.add(name)) {
                faults.add(fault(
                        PlanFaultCode.DUPLICATE,
                        name,
                        "There are two options (" + name + "). Maybe name one of them otherwise."));
            }
            List<Money> amounts = new ArrayList<>(
                    option.steps().stream().map(BudgetOption.Step::amount).toList());
            option.atLeast().ifPresent(amounts::add);
            if (amounts.stream().anyMatch(a -> !a.currency().equals(budget.currency()))) {
                faults.add(fault(
                        PlanFaultCode.MIXED_CURRENCY,
                        name,
                        "(" + name + ") is not in " + budget.currency()
                                + " like the budget. Maybe convert one of them with ExchangeRates first."));
                continue;
            }
            Money least = option.atLeast().orElse(Money.zero(budget.currency()));
            Money most = option.steps().stream()
                    .map(BudgetOption.Step::amount)
                    .reduce(Money.zero(budget.currency()), Money::plus);
            must = must.plus(least);
            if (least.compareTo(most) > 0) {
                faults.add(fault(
                        PlanFaultCode.CONTRADICTION,
                        name,
                        "(" + name + ") is given at least " + Cents.print(least) + " and takes no more than "
                                + Cents.print(most) + ". Maybe say with then(...) what the rest brings."));
            }
        }
        if (must.compareTo(budget) > 0) {
            faults.add(fault(
                    PlanFaultCode.CONTRADICTION,
                    "",
                    "Options ask for at least " + Cents.print(must) + ", "
                            + Cents.print(must.minus(budget)) + " more than the budget " + Cents.print(budget)
                            + ". Maybe raise it, or ask for less."));
        }
        return faults;
    }

    private static PlanFault fault(PlanFaultCode code, String subject, String text) {
        return new PlanFault(code, subject, "budget", text);
    }

    private static Money less(Money a, Money b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static BudgetShare share(BudgetOption option, Money amount) {
        Money left = amount;
        BigDecimal expected = BigDecimal.ZERO;
        double next = 0;
        for (BudgetOption.Step step : option.steps()) {
            Money taken = less(left, step.amount());
            left = left.minus(taken);
            expected = expected.add(taken.amount().multiply(BigDecimal.valueOf(step.returns())));
            next = next == 0 && taken.compareTo(step.amount()) < 0 ? step.returns() : next;
        }
        return new BudgetShare(option.name(), amount, expected.doubleValue(), next);
    }

    /** What all of it brings. */
    public double expected() {
        return shares.stream().mapToDouble(BudgetShare::expected).sum();
    }

    /** What an option is given. */
    public BudgetShare of(String option) {
        return shares.stream()
                .filter(s -> s.option().equals(option))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no option (" + option + "). Maybe one of "
                        + shares.stream().map(BudgetShare::option).toList() + "."));
    }

    /** A line for each option, and what is left. */
    @Override
    public String toString() {
        return shares.stream().map(BudgetShare::toString).collect(Collectors.joining("\n"))
                + (unspent.isZero() ? "" : "\n" + Cents.print(unspent) + " would bring nothing");
    }
}
