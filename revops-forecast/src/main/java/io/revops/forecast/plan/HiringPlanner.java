package io.revops.forecast.plan;

import io.revops.money.Money;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * Finds the hires that close the gap between a team's capacity and its target at the least cost.
 *
 * <p>minimise Σ cost(h) × hires(h) so that capacity + Σ hires(h) × what one of month h sells covers the target, in the sense
 * of the goal. It is solved twice: in parts of a person, which closes the gap exactly and is the budget's answer, and in
 * whole people by branch and bound, which is the recruiter's. Who is hired in month h costs the recruiting and a cost for
 * each month of the plan that survives. A month that no hire can reach, because hiring and ramp take longer, is told and not
 * planned for; where a limit on hires keeps a month from being closed, as many are hired as it allows.
 */
public final class HiringPlanner {
    private static final int STEPS = 20_000;

    private final CapacityModel team;
    private final List<Money> targets;
    private final HiringGoal goal;
    private final int timeToHire;
    private final OptionalInt most;
    private final Money perMonth;
    private final Money once;
    private final int steps;

    private HiringPlanner(Draft from) {
        team = from.team;
        targets = List.copyOf(from.targets);
        goal = from.goal;
        timeToHire = from.timeToHire;
        most = from.most;
        perMonth = from.perMonth;
        once = from.once;
        steps = from.steps;
    }

    /**
     * For a team with the hires it has already decided on, and a target for each month. Each hire costs the same unless said:
     * the fewest person-months are looked for.
     */
    public static HiringPlanner of(CapacityModel team, List<Money> targets) {
        team.capacity().against(targets); // checks months and currency
        return new HiringPlanner(new Draft(team, targets));
    }

    /** For the target of a plan, by its season. */
    public static HiringPlanner of(CapacityModel team, Plan plan) {
        return of(team, PlanTargets.byMonth(plan.target(), plan.planner().seasonality(), plan.year()));
    }

    public HiringPlanner with(HiringGoal option) {
        Draft copy = draft();
        copy.goal = Objects.requireNonNull(option, "option");
        return new HiringPlanner(copy);
    }

    /** So many months go by from the opening of a position to the first day; nobody can start in the plan's first ones. */
    public HiringPlanner withTimeToHire(int months) {
        if (months < 0) {
            throw new IllegalArgumentException("Hiring takes " + months + " months. Maybe 0 or more.");
        }
        Draft copy = draft();
        copy.timeToHire = months;
        return new HiringPlanner(copy);
    }

    /** No more can be taken on in a month. */
    public HiringPlanner withMostPerMonth(int reps) {
        if (reps < 1) {
            throw new IllegalArgumentException("At most " + reps + " are hired a month. Maybe 1 or more.");
        }
        Draft copy = draft();
        copy.most = OptionalInt.of(reps);
        return new HiringPlanner(copy);
    }

    /**
     * What a hire costs.
     *
     * @param each for each month in the plan, above 0
     * @param recruiting once, from 0
     */
    public HiringPlanner withCost(Money each, Money recruiting) {
        if (!each.currency().equals(team.productivity().currency())
                || !recruiting.currency().equals(each.currency())) {
            throw InvalidPlanException.of(
                    PlanFaultCode.MIXED_CURRENCY,
                    "hires",
                    "cost",
                    "A hire costs " + each + " a month and " + recruiting + " once, and the capacity is in "
                            + team.productivity().currency()
                            + ". Maybe convert them with ExchangeRates first.");
        }
        if (each.signum() <= 0 || recruiting.signum() < 0) {
            throw new IllegalArgumentException(
                    "A hire costs " + each + " a month and " + recruiting + " once. Maybe a monthly cost above 0.");
        }
        Draft copy = draft();
        copy.perMonth = each;
        copy.once = recruiting;
        return new HiringPlanner(copy);
    }

    /** Stops the search for whole people after so many steps, with the best so far. */
    public HiringPlanner withSteps(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("The search has " + limit + " steps. Maybe 20,000.");
        }
        Draft copy = draft();
        copy.steps = limit;
        return new HiringPlanner(copy);
    }

    /** The hires. */
    public HiringPlan plan() {
        CapacityGap gap = team.capacity().against(targets);
        int months = targets.size();
        List<HiringCost> costs = new ArrayList<>();
        for (int h = timeToHire + 1; h <= months; h++) {
            costs.add(cost(h));
        }
        HiringProgram program = HiringProgram.of(team, gap, goal, costs, most);
        double[] exact = program.exact();
        HiringProgram.Whole whole = program.whole(steps);
        return new HiringPlan(
                team,
                targets,
                goal,
                timeToHire,
                hires(Arrays.stream(exact).boxed().toList(), costs),
                hires(whole.hires(), costs),
                costs,
                program.unreached(),
                whole.proven());
    }

    private HiringCost cost(int start) {
        double employed = 0;
        double ramped = 0;
        for (int m = start; m <= targets.size(); m++) {
            employed += team.attrition().hires(m - start);
            ramped += team.rampedOfHire(start, m);
        }
        double cost = once.amount().doubleValue() + perMonth.amount().doubleValue() * employed;
        return new HiringCost(start, cost, ramped);
    }

    private static List<Hires> hires(List<Double> numbers, List<HiringCost> costs) {
        List<Hires> hires = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            if (numbers.get(i) > 1e-9) {
                hires.add(new Hires(costs.get(i).month(), numbers.get(i)));
            }
        }
        return hires;
    }

    @Override
    public String toString() {
        Money target = targets.stream().reduce(Money::plus).orElseThrow();
        return "hires for " + Cents.print(target) + " by " + goal + ", " + timeToHire + " months to hire; now " + team;
    }

    private Draft draft() {
        Draft draft = new Draft(team, targets);
        draft.goal = goal;
        draft.timeToHire = timeToHire;
        draft.most = most;
        draft.perMonth = perMonth;
        draft.once = once;
        draft.steps = steps;
        return draft;
    }

    private static final class Draft {
        private final CapacityModel team;
        private final List<Money> targets;
        private HiringGoal goal = HiringGoal.YEAR;
        private int timeToHire;
        private OptionalInt most = OptionalInt.empty();
        private Money perMonth;
        private Money once;
        private int steps = STEPS;

        private Draft(CapacityModel team, List<Money> targets) {
            this.team = team;
            this.targets = targets;
            perMonth = Money.of(1, team.productivity().currency().getCurrencyCode());
            once = Money.zero(team.productivity().currency());
        }
    }
}
