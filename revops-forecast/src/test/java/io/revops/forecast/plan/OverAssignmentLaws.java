package io.revops.forecast.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.revops.money.Money;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds where levels are over-assigned by themselves, for every organisation, every target and all limits. */
class OverAssignmentLaws {
    /** In tenths of a percent: on the whole, of teams (a team may hold teams), of reps. */
    private static OverAssignment over(int whole, int team, int rep, List<PlanUnit> units) {
        OverAssignment over = OverAssignment.percent(whole / 10.0).and("rep", rep / 10.0);
        return units.get(0).units().isEmpty() ? over : over.and("team", team / 10.0);
    }

    private static Optional<Plan> plan(long target, OverAssignment over, List<PlanUnit> units) {
        return RandomPlans.nobodyIsThere(units)
                ? Optional.empty()
                : planner(target, over).plan(units).plan();
    }

    private static QuotaPlanner planner(long target, OverAssignment over) {
        return QuotaPlanner.of(RandomPlans.cents(target), Span.year(2026)).with(over);
    }

    /** If it failed, managers together would carry another number than the company told them to. */
    @Property(tries = 150)
    void everyLevelCarriesTheTargetTimesTheOverAssignmentsDownToIt(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @LongRange(min = 1, max = 400_000) long target,
            @ForAll @IntRange(max = 300) int whole,
            @ForAll @IntRange(max = 300) int team,
            @ForAll @IntRange(max = 300) int rep) {
        List<PlanUnit> units = RandomPlans.organisation(seed);
        OverAssignment over = over(whole, team, rep, units);
        plan(target, over, units).ifPresent(plan -> {
            Map<Integer, Money> levels = new TreeMap<>();
            plan.quotas().forEach(q -> levels.merge(q.depth(), q.amount(), Money::plus));
            BigDecimal product = BigDecimal.ONE.add(BigDecimal.valueOf(whole, 3));
            for (Map.Entry<Integer, Money> level : levels.entrySet()) {
                if (level.getKey() > 0) {
                    int more = level.getKey() == levels.size() - 1 ? rep : team;
                    product = product.multiply(BigDecimal.ONE.add(BigDecimal.valueOf(more, 3)));
                }
                BigDecimal exact = BigDecimal.valueOf(target, 2).multiply(product);
                assertThat(level.getValue().amount()).isEqualByComparingTo(exact.setScale(2, RoundingMode.HALF_UP));
            }
            for (UnitQuota quota : plan.quotas()) {
                assertThat(quota.months().stream().reduce(Money::plus)).contains(quota.amount());
            }
        });
    }

    /** If it failed, a region's reps would be over-assigned by more or by less than those of another. */
    @Property(tries = 100)
    void everyUnitsPartsCarryItsQuotaTimesTheirOverAssignment(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @LongRange(min = 1, max = 400_000) long target,
            @ForAll @IntRange(max = 300) int rep) {
        List<PlanUnit> units = RandomPlans.organisation(seed);
        plan(target, over(0, 70, rep, units), units)
                .ifPresent(plan -> plan.quotas().stream().filter(q -> !q.leaf()).forEach(q -> {
                    List<UnitQuota> below = plan.below(q.id());
                    double factor = 1 + (below.get(0).leaf() ? rep / 1000.0 : 0.07);
                    double sum = below.stream()
                            .mapToDouble(b -> b.amount().amount().doubleValue())
                            .sum();
                    assertThat(sum)
                            .isCloseTo(q.amount().amount().doubleValue() * factor, within(0.06)); // cents of limits
                }));
    }

    /** If it failed, somebody would be asked for less because the company wants more. */
    @Property(tries = 150)
    void noQuotaFallsWhenTheTargetRises(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @LongRange(min = 1, max = 400_000) long target,
            @ForAll @LongRange(min = 1, max = 50) long more) {
        List<PlanUnit> units = RandomPlans.organisation(seed);
        OverAssignment over = over(25, 51, 103, units);
        Optional<Plan> lower = plan(target, over, units);
        Optional<Plan> higher = plan(target + more, over, units);
        if (lower.isPresent() && higher.isPresent()) {
            for (UnitQuota quota : lower.get().quotas()) {
                assertThat(higher.get().quota(quota.id()).amount()).isGreaterThanOrEqualTo(quota.amount());
            }
        }
    }

    /** If it failed, who is first in the spreadsheet would get another quota than who is last. */
    @Property(tries = 100)
    void orderOfTheUnitsChangesNothing(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @LongRange(min = 1, max = 400_000) long target) {
        List<PlanUnit> units = RandomPlans.organisation(seed);
        List<PlanUnit> shuffled = new ArrayList<>(units);
        Collections.shuffle(shuffled, new Random(seed));
        OverAssignment over = over(0, 50, 100, units);
        assertThat(plan(target, over, shuffled).map(Plan::quotas))
                .isEqualTo(plan(target, over, units).map(Plan::quotas));
    }

    /** If it failed, a promise would be broken that holds on another level than the one that was counted up. */
    @Property(tries = 150)
    void limitsOfEveryLevelAreKeptInItsOwnMoney(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @LongRange(min = 1, max = 400_000) long target,
            @ForAll @IntRange(max = 300) int rep) {
        List<PlanUnit> units = RandomPlans.organisation(seed);
        plan(target, over(0, 33, rep, units), units)
                .ifPresent(plan -> RandomPlans.changed(units, (u, below) -> {
                    Money amount = plan.quota(u.id()).amount();
                    u.floor().ifPresent(f -> assertThat(amount).isGreaterThanOrEqualTo(f));
                    u.ceiling().ifPresent(c -> assertThat(amount).isLessThanOrEqualTo(c));
                    return u;
                }));
    }

    /** If it failed, a plan would be refused that could be made to the cent, or the way out would be longer than it need be. */
    @Property(tries = 200)
    void planIsRefusedExactlyIfALinearProgramProvesThatThereIsNone(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @LongRange(min = 1, max = 400_000) long target,
            @ForAll @IntRange(max = 300) int rep) {
        List<PlanUnit> units = RandomPlans.organisation(seed);
        if (RandomPlans.nobodyIsThere(units)) {
            return;
        }
        OverAssignment over = over(40, 55, rep, units);
        Planning planning = planner(target, over).plan(units);
        double movement = LeastMovement.of(units, target, over);
        if (planning instanceof Infeasible infeasible) {
            assertThat(movement).isPositive();
            int changes = infeasible.smallestChange().size();
            assertThat(infeasible.moved().amount().movePointRight(2).doubleValue())
                    .isCloseTo(movement, within(2.0 + 2 * changes)); // each is rounded to its cent
            assertThat(planner(target, over)
                            .plan(QuotaPlannerLaws.moved(units, infeasible))
                            .plan())
                    .isPresent();
        } else {
            assertThat(movement).isLessThan(3); // limits of other levels are kept to the cent
        }
    }

    /** If it failed, what was sold in spring would count on one level and not on the other. */
    @Property(tries = 200)
    void whatIsClosedCountsOnEveryLevel(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @LongRange(min = 1, max = 400_000) long target,
            @ForAll @IntRange(max = 300) int rep,
            @ForAll @IntRange(min = 2, max = 12) int month) {
        List<PlanUnit> units = RandomPlans.organisation(seed);
        if (RandomPlans.nobodyIsThere(units)) {
            return;
        }
        Random random = new Random(seed);
        Map<String, Money> closed = new TreeMap<>();
        RandomPlans.changed(units, (u, below) -> {
            if (below.isEmpty() && random.nextInt(3) == 0) {
                closed.put(u.id(), RandomPlans.cents(random.nextInt(60_000)));
            }
            return u;
        });
        Money sold = closed.values().stream().reduce(RandomPlans.cents(0), Money::plus);
        QuotaPlanner planner = planner(target, over(15, 52, rep, units)).after(LocalDate.of(2026, month, 1), closed);
        Planning planning = planner.plan(units);
        if (planning instanceof Infeasible infeasible) {
            assertThat(infeasible.moved().signum()).isPositive();
            assertThat(planner.plan(QuotaPlannerLaws.moved(units, infeasible)).plan())
                    .isPresent();
            return;
        }
        Plan plan = planning.orElseThrow();
        Map<Integer, Money> levels = new TreeMap<>();
        plan.quotas().forEach(q -> levels.merge(q.depth(), q.amount(), Money::plus));
        BigDecimal product = new BigDecimal("1.015");
        for (Map.Entry<Integer, Money> level : levels.entrySet()) {
            int more = level.getKey() == 0 ? 0 : level.getKey() == levels.size() - 1 ? rep : 52;
            product = product.multiply(BigDecimal.ONE.add(BigDecimal.valueOf(more, 3)));
            Money given =
                    Money.of(BigDecimal.valueOf(target, 2).multiply(product).setScale(2, RoundingMode.HALF_UP), "USD");
            assertThat(level.getValue()).isEqualTo(given.compareTo(sold) > 0 ? given : sold);
        }
        for (UnitQuota quota : plan.quotas()) {
            assertThat(quota.rest().signum()).isNotNegative();
            assertThat(quota.months().stream().reduce(Money::plus)).contains(quota.rest());
        }
    }
}
