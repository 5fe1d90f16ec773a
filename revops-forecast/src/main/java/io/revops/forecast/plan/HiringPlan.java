package io.revops.forecast.plan;

import io.revops.money.Money;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Who must start when.
 *
 * @param team as it is, with what is decided already
 * @param targets of the months
 * @param goal when the capacity must be there
 * @param timeToHire months from the opening of a position to the first day
 * @param exact in parts of a person: the budget that closes the gap exactly, at the least cost
 * @param whole in whole people, at the least cost
 * @param costs of one hire in each month that can be reached
 * @param unreached the months, of the year its last, whose gap no hire can close, or not enough of them
 * @param proven whether no whole people are cheaper; otherwise the search ended before
 */
public record HiringPlan(
        CapacityModel team,
        List<Money> targets,
        HiringGoal goal,
        int timeToHire,
        List<Hires> exact,
        List<Hires> whole,
        List<HiringCost> costs,
        List<Span> unreached,
        boolean proven) {
    public HiringPlan {
        Objects.requireNonNull(team, "team");
        targets = List.copyOf(targets);
        exact = List.copyOf(exact);
        whole = List.copyOf(whole);
        costs = List.copyOf(costs);
        unreached = List.copyOf(unreached);
    }

    /** The team without these hires, against the target. */
    public CapacityGap before() {
        return team.capacity().against(targets);
    }

    /** The team with the whole people. */
    public CapacityModel staffed() {
        return with(whole);
    }

    /** The team with the whole people, against the target. */
    public CapacityGap after() {
        return staffed().capacity().against(targets);
    }

    /** The team with parts of people, against the target: nothing is missing, and of the dearest month nothing too much. */
    public CapacityGap afterExact() {
        return with(exact).capacity().against(targets);
    }

    private CapacityModel with(List<Hires> more) {
        List<Hires> all = new ArrayList<>(team.hires());
        all.addAll(more);
        return team.withHires(all);
    }

    /** What the whole people cost within the plan, expected. */
    public double cost() {
        return cost(whole);
    }

    /** What the parts of people cost within the plan, expected: no plan is cheaper. */
    public double exactCost() {
        return cost(exact);
    }

    private double cost(List<Hires> hires) {
        double sum = 0;
        for (Hires some : hires) {
            sum += some.reps()
                    * costs.stream()
                            .filter(c -> c.month() == some.month())
                            .findFirst()
                            .orElseThrow()
                            .cost();
        }
        return sum;
    }

    /** How many people in all. */
    public int people() {
        return (int) whole.stream().mapToDouble(Hires::reps).sum();
    }

    /**
     * The whole people as units of a plan, each from its first day on, so that they are given quotas: {@code 2026-03 hire 1}.
     */
    public List<PlanUnit> positions() {
        List<PlanUnit> units = new ArrayList<>();
        for (Hires some : whole) {
            Span start = team.months().get(some.month() - 1);
            for (int i = 1; i <= (int) some.reps(); i++) {
                units.add(PlanUnit.rep(start + " hire " + i).withStart(start.from()));
            }
        }
        return List.copyOf(units);
    }

    /** The first of the month in which the position must be opened for a start. */
    public Span opening(Hires hires) {
        Span start = team.months().get(hires.month() - 1);
        return Span.of(
                start.from().minusMonths(timeToHire),
                start.from().minusMonths(timeToHire).plusMonths(1));
    }

    /** {@code 4 hires: 3 in 2026-01, 1 in 2026-04; ...}. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        for (Hires some : whole) {
            parts.add((int) some.reps() + " in " + team.months().get(some.month() - 1)
                    + (timeToHire == 0 ? "" : " (open in " + opening(some) + ")"));
        }
        BigDecimal share =
                new BigDecimal(exact.stream().mapToDouble(Hires::reps).sum());
        String text = parts.isEmpty()
                ? "no hires"
                : people() + (people() == 1 ? " hire: " : " hires: ") + String.join(", ", parts) + "; exactly "
                        + share.setScale(2, RoundingMode.HALF_UP).toPlainString();
        return text
                + (unreached.isEmpty() ? "" : "; no hire closes " + unreached)
                + (proven ? "" : "; the search ended before it was proven to be the cheapest");
    }
}
