package io.revops.forecast.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.revops.money.Money;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds for every organisation, every target and all limits. The linear programs are solved by ojAlgo. */
class QuotaPlannerLaws {
    private static final Blend BLEND =
            Blend.of(QuotaBasis.POTENTIAL, 0.5).and(QuotaBasis.HISTORY, 0.3).and(QuotaBasis.CAPACITY, 0.2);

    private static QuotaPlanner planner(long targetCents) {
        return QuotaPlanner.of(RandomPlans.cents(targetCents), Span.year(2026))
                .with(BLEND)
                .with(Seasonality.quarters(20, 25, 15, 40));
    }

    private static Optional<Plan> plan(long targetCents, List<PlanUnit> units) {
        return RandomPlans.nobodyIsThere(units)
                ? Optional.empty()
                : planner(targetCents).plan(units).plan();
    }

    /** If it failed, a region's manager would carry another number than the region's reps. */
    @Property(tries = 150)
    void everyLevelAddsUpToTheCent(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @LongRange(min = 1, max = 400_000) long target,
            @ForAll @IntRange(max = 40) int over) {
        List<PlanUnit> units = RandomPlans.organisation(seed);
        if (RandomPlans.nobodyIsThere(units)) {
            return;
        }
        OverAssignment assignment = OverAssignment.percent(over);
        Optional<Plan> made = planner(target).with(assignment).plan(units).plan();
        made.ifPresent(plan -> {
            assertThat(plan.assigned()).isEqualTo(assignment.of(RandomPlans.cents(target)));
            for (UnitQuota quota : plan.quotas()) {
                assertThat(sum(quota.months())).isEqualTo(quota.amount());
                assertThat(sum(plan.quarters(quota.id()))).isEqualTo(quota.amount());
                List<UnitQuota> below = plan.below(quota.id());
                if (!below.isEmpty()) {
                    assertThat(sum(below.stream().map(UnitQuota::amount).toList()))
                            .isEqualTo(quota.amount());
                    for (int m = 0; m < 12; m++) {
                        int month = m;
                        assertThat(sum(below.stream()
                                        .map(q -> q.months().get(month))
                                        .toList()))
                                .isEqualTo(quota.months().get(m));
                    }
                }
            }
        });
    }

    /** If it failed, somebody would be asked for less because the company wants more. */
    @Property(tries = 150)
    void noQuotaFallsWhenTheTargetRises(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @LongRange(min = 1, max = 400_000) long target,
            @ForAll @LongRange(min = 1, max = 50) long more) {
        List<PlanUnit> units = RandomPlans.organisation(seed);
        Optional<Plan> lower = plan(target, units);
        Optional<Plan> higher = plan(target + more, units);
        if (lower.isPresent() && higher.isPresent()) {
            for (UnitQuota quota : lower.get().quotas()) {
                assertThat(higher.get().quota(quota.id()).amount()).isGreaterThanOrEqualTo(quota.amount());
            }
        }
    }

    /** If it failed, who is first in the spreadsheet would get another quota than who is last. */
    @Property(tries = 150)
    void orderOfTheUnitsChangesNothing(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @LongRange(min = 1, max = 400_000) long target) {
        List<PlanUnit> units = RandomPlans.organisation(seed);
        List<PlanUnit> shuffled = new ArrayList<>(RandomPlans.changed(units, (u, below) -> {
            List<PlanUnit> order = new ArrayList<>(below);
            Collections.shuffle(order, new Random(seed));
            return u.withUnits(order);
        }));
        Collections.shuffle(shuffled, new Random(seed + 1));
        assertThat(plan(target, shuffled).map(Plan::quotas))
                .isEqualTo(plan(target, units).map(Plan::quotas));
    }

    /** If it failed, a rep's name would decide the quota. Of two equal reps it may decide who has the odd cent. */
    @Property(tries = 150)
    void anotherNameChangesNothing(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @LongRange(min = 1, max = 400_000) long target) {
        List<PlanUnit> units = RandomPlans.organisation(seed);
        List<PlanUnit> renamed = RandomPlans.changed(
                units,
                (u, below) -> renamed(u, new Random(seed + u.id().hashCode())).withUnits(below));
        Optional<Plan> before = plan(target, units);
        Optional<Plan> after = plan(target, renamed);
        assertThat(after.isPresent()).isEqualTo(before.isPresent());
        before.ifPresent(p -> {
            Map<String, Money> theirs = new HashMap<>();
            after.orElseThrow().quotas().forEach(q -> theirs.put(q.id().replaceFirst("^\\d+ ", ""), q.amount()));
            Money cents = RandomPlans.cents(3); // an odd cent on each of three levels
            p.quotas()
                    .forEach(q -> assertThat(theirs.get(q.id()))
                            .isBetween(q.amount().minus(cents), q.amount().plus(cents)));
        });
    }

    private static PlanUnit renamed(PlanUnit unit, Random random) {
        PlanUnit renamed = PlanUnit.of(unit.kind(), random.nextInt(1000) + " " + unit.id());
        for (QuotaBasis basis : QuotaBasis.values()) {
            if (unit.measure(basis).isPresent()) {
                double measure = unit.measure(basis).getAsDouble();
                renamed = switch (basis) {
                    case POTENTIAL -> renamed.withPotential(measure);
                    case HISTORY -> renamed.withHistory(measure);
                    case CAPACITY -> renamed.withCapacity(measure);
                };
            }
        }
        renamed = unit.ramp().isPresent() ? renamed.withRamp(unit.ramp().getAsDouble()) : renamed;
        renamed = unit.floor().isPresent() ? renamed.withFloor(unit.floor().get()) : renamed;
        return unit.ceiling().isPresent() ? renamed.withCeiling(unit.ceiling().get()) : renamed;
    }

    /** If it failed, somebody would be given less than was promised, or more than can be carried. */
    @Property(tries = 150)
    void limitsAreKept(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @LongRange(min = 1, max = 400_000) long target) {
        List<PlanUnit> units = RandomPlans.organisation(seed);
        plan(target, units)
                .ifPresent(plan -> RandomPlans.changed(units, (u, below) -> {
                    Money amount = plan.quota(u.id()).amount();
                    u.floor().ifPresent(f -> assertThat(amount).isGreaterThanOrEqualTo(f));
                    u.ceiling().ifPresent(c -> assertThat(amount).isLessThanOrEqualTo(c));
                    return u;
                }));
    }

    /** If it failed, what was sold in spring would be asked for again in autumn, or be lost. */
    @Property(tries = 150)
    void restOfTheYearIsWhatIsNotClosed(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @LongRange(min = 1, max = 400_000) long target,
            @ForAll @IntRange(min = 1, max = 12) int month) {
        List<PlanUnit> units = RandomPlans.organisation(seed);
        if (RandomPlans.nobodyIsThere(units)) {
            return;
        }
        Random random = new Random(seed);
        Map<String, Money> closed = new HashMap<>();
        RandomPlans.changed(units, (u, below) -> {
            if (below.isEmpty() && random.nextBoolean()) {
                closed.put(u.id(), RandomPlans.cents(random.nextInt(60_000)));
            }
            return u;
        });
        Money sold = closed.values().stream().reduce(Money::plus).orElse(RandomPlans.cents(0));
        Money all = RandomPlans.cents(target);
        planner(target)
                .after(LocalDate.of(2026, month, 1), closed)
                .plan(units)
                .plan()
                .ifPresent(plan -> {
                    assertThat(plan.assigned()).isEqualTo(sold.compareTo(all) > 0 ? sold : all);
                    for (UnitQuota quota : plan.quotas()) {
                        assertThat(quota.months()).hasSize(13 - month);
                        assertThat(sum(quota.months())).isEqualTo(quota.rest());
                        if (quota.leaf()) {
                            assertThat(quota.closed()).isEqualTo(closed.getOrDefault(quota.id(), RandomPlans.cents(0)));
                            assertThat(quota.rest().signum()).isNotNegative();
                        } else {
                            assertThat(sum(plan.below(quota.id()).stream()
                                            .map(UnitQuota::amount)
                                            .toList()))
                                    .isEqualTo(quota.amount());
                        }
                    }
                    RandomPlans.changed(units, (u, below) -> {
                        UnitQuota quota = plan.quota(u.id());
                        u.floor().ifPresent(f -> assertThat(quota.amount()).isGreaterThanOrEqualTo(f));
                        u.ceiling()
                                .filter(c -> c.compareTo(quota.closed()) >= 0)
                                .ifPresent(c -> assertThat(quota.amount()).isLessThanOrEqualTo(c));
                        return u;
                    });
                });
    }

    /** If it failed, a plan would be refused that could be made, or the way out would be longer than it need be. */
    @Property(tries = 150)
    void planIsRefusedExactlyIfALinearProgramProvesThatThereIsNone(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @LongRange(min = 1, max = 400_000) long target) {
        List<PlanUnit> units = RandomPlans.organisation(seed);
        if (RandomPlans.nobodyIsThere(units)) {
            return;
        }
        Planning planning = planner(target).plan(units);
        double movement = LeastMovement.of(units, target, OverAssignment.NONE);
        assertThat(planning.plan().isPresent()).isEqualTo(movement < 0.5);
        if (planning instanceof Infeasible infeasible) {
            assertThat(infeasible.moved().amount().movePointRight(2).doubleValue())
                    .isCloseTo(movement, within(1e-3));
            assertThat(infeasible.conflicts())
                    .isNotEmpty()
                    .allSatisfy(c -> assertThat(c.gap().signum()).isPositive());
            assertThat(planner(target).plan(moved(units, infeasible)).plan()).isPresent();
        }
    }

    static List<PlanUnit> moved(List<PlanUnit> units, Infeasible infeasible) {
        return RandomPlans.changed(units, (u, below) -> {
            PlanUnit moved = u.withUnits(below);
            for (LimitChange change : infeasible.smallestChange()) {
                if (change.limit().unit().equals(u.id())) {
                    moved = change.limit().kind() == Limit.Kind.FLOOR
                            ? moved.withFloor(change.to())
                            : moved.withCeiling(change.to());
                }
            }
            return moved;
        });
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money::plus).orElseThrow();
    }
}
