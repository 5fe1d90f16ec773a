package io.revops.forecast.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.money.Money;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Levels that are over-assigned by themselves, worked by hand. */
class OverAssignmentTest {
    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private static QuotaPlanner planner(String target) {
        return QuotaPlanner.of(usd(target), Span.year(2026));
    }

    private static PlanUnit rep(String id, double potential) {
        return PlanUnit.rep(id).withPotential(potential);
    }

    /** 105 % of the target at regions, 110 % of that at reps: by hand. */
    @Test
    void everyLevelMayCarryAnOverAssignmentOfItsOwn() {
        Plan plan = planner("5000000")
                .with(OverAssignment.percent("region", 5).and("rep", 10))
                .plan(PlanUnit.region("West", rep("Ana", 3), rep("Ben", 1)), PlanUnit.region("East", rep("Cem", 2)))
                .orElseThrow();
        assertThat(plan.assigned()).isEqualTo(usd("5000000"));
        assertThat(plan.byKind())
                .containsExactly(
                        Map.entry("company", usd("5000000")),
                        Map.entry("region", usd("5250000")),
                        Map.entry("rep", usd("5775000")));
        assertThat(plan.toString()).isEqualTo("""
                        Plan 2026: USD 5,000,000.00 = target USD 5,000,000.00, over-assigned 5 % at region, 10 % at rep: \
                        company USD 5,000,000.00, region USD 5,250,000.00, rep USD 5,775,000.00
                          East: USD 1,750,000.00
                            Cem: USD 1,925,000.00
                          West: USD 3,500,000.00
                            Ana: USD 2,887,500.00
                            Ben: USD 962,500.00""");
        assertThat(plan.explain("Ben").totals())
                .contains("to share out in West USD 3,850,000.00, its USD 3,500,000.00 over-assigned 10 %");
        Plan before = planner("5000000").plan(plan.units()).orElseThrow();
        assertThat(plan.since(before).of("Ben"))
                .hasToString("Ben: USD 833,333.33 + 129,166.67 from above + 0.00 from its claim + 0.00 from limits and"
                        + " closed = USD 962,500.00");
    }

    /** 100.01 × 1.05 = 105.0105 and × 1.1 = 115.51155; each region's own rounding would give 115.52. */
    @Test
    void levelsAreRoundedOnce() {
        Plan plan = planner("100.01")
                .with(OverAssignment.percent("region", 5).and("rep", 10))
                .plan(
                        PlanUnit.region("A", rep("Ana", 1)),
                        PlanUnit.region("B", rep("Ben", 1)),
                        PlanUnit.region("C", rep("Cem", 1)))
                .orElseThrow();
        assertThat(plan.byKind()).containsEntry("region", usd("105.01")).containsEntry("rep", usd("115.51"));
        assertThat(plan.quota("A").amount()).isEqualTo(usd("35.01"));
        assertThat(plan.quota("Ana").amount()).isEqualTo(usd("38.51"));
    }

    /** Ana may carry 1,100 at most, which are 1,000 of her region's: the others share the rest on both levels. */
    @Test
    void ceilingOfARepHoldsBackItsRegionAndWhatIsClosedCountsOnEveryLevel() {
        QuotaPlanner planner = planner("3000").with(OverAssignment.percent("rep", 10));
        List<PlanUnit> units = List.of(
                PlanUnit.region("East", rep("Ana", 2).withCeiling(usd("1100"))),
                PlanUnit.region("West", rep("Ben", 1)));
        Plan plan = planner.plan(units).orElseThrow();
        assertThat(plan.quota("East").amount()).isEqualTo(usd("1000"));
        assertThat(plan.quota("East").bound()).isEqualTo(UnitQuota.Bound.AT_CEILING);
        assertThat(plan.quota("Ben").amount()).isEqualTo(usd("2200"));
        Plan rest = planner.after(LocalDate.of(2026, 7, 1), Map.of("Ben", usd("300")))
                .plan(units)
                .orElseThrow();
        assertThat(rest.byKind()).containsEntry("company", usd("3000")).containsEntry("rep", usd("3300"));
        assertThat(rest.quota("Ben").rest()).isEqualTo(usd("1900"));
        assertThat(rest.quota("West").rest()).isEqualTo(usd("1700"));
        assertThat(planner.plan(
                        PlanUnit.region("East", rep("Ana", 2).withCeiling(usd("1100")))
                                .withFloor(usd("1200")),
                        PlanUnit.region("West", rep("Ben", 1))))
                .hasToString("no plan: In East, floor of East USD 1,200.00 asks for USD 220.00 more than ceiling of Ana"
                        + " USD 1,100.00 allows. Maybe lower the floor of East from USD 1,200.00 to USD 1,000.00.");
    }

    /** Otherwise the law that planner and linear program agree would have seen one side only. */
    @Test
    void randomOrganisationsAreOftenRefusedAndOftenPlanned() {
        long refused = LongStream.range(0, 300)
                .filter(seed -> !RandomPlans.nobodyIsThere(RandomPlans.organisation(seed)))
                .filter(seed -> planner("1500.00")
                        .with(OverAssignment.percent("rep", 10))
                        .plan(RandomPlans.organisation(seed))
                        .plan()
                        .isEmpty())
                .count();
        assertThat(refused).isBetween(60L, 240L);
    }
}
