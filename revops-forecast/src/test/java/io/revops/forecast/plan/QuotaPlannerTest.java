package io.revops.forecast.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.revops.money.Money;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Plans that are worked by hand. */
class QuotaPlannerTest {
    private static final Span YEAR = Span.year(2026);

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private static QuotaPlanner planner(String target) {
        return QuotaPlanner.of(usd(target), YEAR);
    }

    private static PlanUnit rep(String id, double potential) {
        return PlanUnit.rep(id).withPotential(potential);
    }

    @Test
    void targetAndOverAssignmentAreSharedOutByPotential() {
        Plan plan = planner("5000000")
                .with(OverAssignment.percent(20))
                .plan(PlanUnit.region("West", rep("Ana", 3), rep("Ben", 1)), PlanUnit.region("East", rep("Cem", 2)))
                .orElseThrow();
        assertThat(plan.assigned()).isEqualTo(usd("6000000"));
        assertThat(plan.quota("West").amount()).isEqualTo(usd("4000000"));
        assertThat(plan.quota("Ana").amount()).isEqualTo(usd("3000000"));
        assertThat(plan.quota("Ben").months()).hasSize(12).first().isEqualTo(usd("83333.33"));
        assertThat(plan.toString()).isEqualTo("""
                        Plan 2026: USD 6,000,000.00 = target USD 5,000,000.00, over-assigned 20 %
                          East: USD 2,000,000.00
                            Cem: USD 2,000,000.00
                          West: USD 4,000,000.00
                            Ana: USD 3,000,000.00
                            Ben: USD 1,000,000.00""");
    }

    @Test
    void regionsOwnPotentialCountsInsteadOfTheSumBelow() {
        Plan plan = planner("300")
                .plan(
                        PlanUnit.region("West", rep("Ana", 70), rep("Ben", 30)).withPotential(1),
                        PlanUnit.region("East", rep("Cem", 1)).withPotential(2))
                .orElseThrow();
        assertThat(plan.quota("Ana").amount()).isEqualTo(usd("70"));
        assertThat(plan.quota("Cem").amount()).isEqualTo(usd("200"));
    }

    @Test
    void newRepIsRampedAndNeverGetsNothing() {
        Plan plan = planner("1000000")
                .with(RampCurve.of(0, .25, .5, .75, 1))
                .plan(rep("Ana", 1), rep("Ben", 1).withStart(LocalDate.of(2026, 7, 1)))
                .orElseThrow();
        double ramp = (0 + .25 + .5 + .75 + 1 + 1) / 12;
        assertThat(plan.quota("Ben").ramp()).isEqualTo(ramp);
        assertThat(plan.quota("Ben").amount().amount().doubleValue())
                .isCloseTo(1_000_000 * ramp / (1 + ramp), within(.005));
        assertThat(plan.quota("Ben").months().subList(0, 7)).allMatch(Money::isZero);
        assertThat(plan.quota("Ben").months().get(11))
                .isEqualTo(plan.quota("Ben").months().get(10));
    }

    @Test
    void presenceCountsTheDaysOfLeaveStartAndEnd() {
        Plan plan = planner("1000000")
                .plan(
                        rep("Ana", 1).withLeave(Span.of(LocalDate.of(2026, 4, 16), LocalDate.of(2026, 7, 1))),
                        rep("Ben", 1).withEnd(LocalDate.of(2026, 2, 15)),
                        rep("Cem", 1).withStart(LocalDate.of(2026, 12, 17)))
                .orElseThrow();
        assertThat(plan.quota("Ana").ramp()).isCloseTo((9 + .5) / 12, within(1e-12));
        assertThat(plan.quota("Ben").ramp()).isCloseTo((1 + .5) / 12, within(1e-12));
        assertThat(plan.quota("Cem").ramp()).isCloseTo(15 / 31.0 / 12, within(1e-12));
        assertThat(plan.explain("Ana").toString()).contains("there and ramped for 79.2 % of the months");
    }

    @Test
    void blendAddsTheSharesOfItsBases() {
        Plan plan = planner("1000")
                .with(Blend.of(QuotaBasis.POTENTIAL, 0.6).and(QuotaBasis.HISTORY, 0.4))
                .plan(rep("Ana", 1).withHistory(9), rep("Ben", 3).withHistory(1))
                .orElseThrow();
        assertThat(plan.quota("Ana").amount()).isEqualTo(usd("510")); // 1000 × (.6 × 1/4 + .4 × 9/10)
        assertThat(plan.quota("Ana").claim()).isEqualTo(.51);
        assertThat(plan.explain("Ana").toString())
                .contains("to share out in company USD 1,000.00")
                .contains("potential 1 of 4, weighed 0.6")
                .contains("history 9 of 10, weighed 0.4")
                .contains("claim 51.0 %")
                .contains("by quarter from 2026-01-01 USD 127.50, USD 127.50, USD 127.50, USD 127.50");
    }

    @Test
    void unknownHistoryIsTheMeanOfTheSiblings() {
        Plan plan = planner("900")
                .with(QuotaBasis.HISTORY)
                .plan(PlanUnit.rep("Ana").withHistory(100), PlanUnit.rep("Ben").withHistory(300), PlanUnit.rep("new"))
                .orElseThrow();
        assertThat(plan.quota("new").amount()).isEqualTo(usd("300"));
        assertThat(plan.quota("Ana").amount()).isEqualTo(usd("150"));
    }

    @Test
    void capacityIsOneFullRepUnlessSaid() {
        Plan plan = planner("300")
                .with(QuotaBasis.CAPACITY)
                .plan(PlanUnit.rep("Ana"), PlanUnit.rep("half").withCapacity(.5))
                .orElseThrow();
        assertThat(plan.quota("half").amount()).isEqualTo(usd("100"));
    }

    @Test
    void limitsDecideAndTheOthersShareTheRestInProportion() {
        Plan plan = planner("1000")
                .plan(
                        rep("Ana", 6).withCeiling(usd("400")),
                        rep("Ben", 1).withFloor(usd("200")),
                        rep("Cem", 2),
                        rep("Dan", 1))
                .orElseThrow();
        assertThat(amounts(plan, "Ana", "Ben", "Cem", "Dan"))
                .containsExactly(usd("400"), usd("200"), usd("266.67"), usd("133.33"));
        assertThat(plan.quota("Ana").bound()).isEqualTo(UnitQuota.Bound.AT_CEILING);
        assertThat(plan.quota("Ben").bound()).isEqualTo(UnitQuota.Bound.AT_FLOOR);
        assertThat(plan.quota("Cem").bound()).isEqualTo(UnitQuota.Bound.FREE);
        assertThat(plan.explain("Ana").toString()).contains("Ana: USD 400.00 (at its ceiling)", "held at the most");
        assertThat(plan.explain("Ben").toString()).contains("raised to the least");
    }

    private static List<Money> amounts(Plan plan, String... ids) {
        return List.of(ids).stream().map(id -> plan.quota(id).amount()).toList();
    }

    @Test
    void unitWithoutWeightIsFilledOnlyWhenTheOthersAreFull() {
        Plan plan = planner("1000")
                .plan(rep("Ana", 1).withCeiling(usd("700")), rep("white", 0), rep("space", 0))
                .orElseThrow();
        assertThat(amounts(plan, "Ana", "white", "space")).containsExactly(usd("700"), usd("150"), usd("150"));
        assertThat(amounts(planner("1000").plan(rep("a", 0), rep("b", 0)).orElseThrow(), "a", "b"))
                .containsExactly(usd("500"), usd("500"));
    }

    @Test
    void oddCentsGoToTheFirstById() {
        Plan plan =
                planner("100.01").plan(rep("c", 1), rep("b", 1), rep("a", 1)).orElseThrow();
        assertThat(amounts(plan, "a", "b", "c")).containsExactly(usd("33.34"), usd("33.34"), usd("33.33"));
    }

    /** The Alabama paradox: by largest remainders c has 2 of 10 and 1 of 11. */
    @Test
    void quotaDoesNotFallWhenTheTargetRisesByACent() {
        PlanUnit[] three = {rep("a", 6), rep("b", 6), rep("c", 2)};
        Money before = usd("0");
        for (int cents = 1; cents < 100; cents++) {
            Money after = QuotaPlanner.of(RandomPlans.cents(cents), YEAR)
                    .plan(three)
                    .orElseThrow()
                    .quota("c")
                    .amount();
            assertThat(after).isGreaterThanOrEqualTo(before);
            before = after;
        }
    }

    @Test
    void seasonFallsOnMonthsAndQuarters() {
        Plan plan = planner("1200")
                .with(Seasonality.quarters(20, 25, 15, 40))
                .plan(rep("Ana", 1))
                .orElseThrow();
        assertThat(plan.quarters("Ana")).containsExactly(usd("240"), usd("300"), usd("180"), usd("480"));
        assertThat(plan.quota("Ana").months().get(11)).isEqualTo(usd("160"));
        assertThat(plan.planner().seasonality()).hasToString("20.0, 25.0, 15.0, 40.0 % by quarter");
        assertThat(Seasonality.months(1, 1, 2)).hasToString("25.0, 25.0, 50.0 % by month");
        assertThat(Seasonality.EVEN).hasToString("even");
        assertThatThrownBy(() -> planner("1").with(Seasonality.months(1, 2))).hasMessageContaining("has 2 months");
        assertThatThrownBy(() -> Seasonality.months(0, 0)).hasMessageContaining("Maybe Seasonality.EVEN");
        assertThatThrownBy(() -> Seasonality.months(-1, 1)).hasMessageContaining("weighs -1.0");
    }

    @Test
    void restOfTheYearIsPlannedAfterActuals() {
        QuotaPlanner planner = planner("1200");
        PlanUnit ana = rep("Ana", 1).withFloor(usd("500"));
        PlanUnit ben = rep("Ben", 1);
        Plan first = planner.plan(ana, ben).orElseThrow();
        Plan second = planner.after(LocalDate.of(2026, 5, 1), Map.of("Ana", usd("100"), "Ben", usd("300")))
                .plan(ana, ben.withEnd(LocalDate.of(2026, 5, 1)), rep("Cem", 1))
                .orElseThrow();
        assertThat(second.assigned()).isEqualTo(usd("1200"));
        assertThat(amounts(second, "Ana", "Ben", "Cem")).containsExactly(usd("500"), usd("300"), usd("400"));
        assertThat(second.quota("Ana").rest()).isEqualTo(usd("400"));
        assertThat(second.months()).hasSize(8);
        assertThat(second.toString()).contains("USD 400.00 closed before 2026-05-01");
        assertThat(second.quarters("Ana")).containsExactly(usd("100"), usd("150"), usd("150"));
        DatedPlans plans = DatedPlans.of(first).then(second);
        assertThat(plans.inForce(LocalDate.of(2026, 4, 30))).isSameAs(first);
        assertThat(plans.inForce(LocalDate.of(2026, 5, 1))).isSameAs(second);
        assertThat(plans.months("Ben").get(Span.month(2026, 4))).isEqualTo(usd("50"));
        assertThat(plans.months("Ben").get(Span.month(2026, 5))).isEqualTo(usd("0"));
        assertThat(plans.months("Cem").get(Span.month(2026, 1))).isEqualTo(usd("0"));
        assertThatThrownBy(() -> plans.months("x")).hasMessageContaining("Maybe one of");
        assertThatThrownBy(() -> plans.inForce(LocalDate.of(2027, 1, 1))).hasMessageContaining("No plan is in force");
        assertThatThrownBy(() -> DatedPlans.of(second).then(first)).hasMessageContaining("Maybe make it with after");
        assertThatThrownBy(() -> DatedPlans.of(first)
                        .then(QuotaPlanner.of(Money.of(1, "EUR"), YEAR)
                                .plan(ana.withFloor(Money.of(0, "EUR")))
                                .orElseThrow()))
                .hasMessageContaining("Maybe keep the plans");
    }

    @Test
    void nothingIsLeftToGiveOutWhenMoreWasClosed() {
        Plan plan = planner("100")
                .after(LocalDate.of(2026, 12, 1), Map.of("Ana", usd("130")))
                .plan(rep("Ana", 1), rep("Ben", 1))
                .orElseThrow();
        assertThat(plan.assigned()).isEqualTo(usd("130"));
        assertThat(plan.quota("Ben").amount()).isEqualTo(usd("0"));
    }

    @Test
    void overlayRepeatsQuotasAndIsInNoSum() {
        Plan plan = planner("1000")
                .plan(PlanUnit.team("West", rep("Ana", 1), rep("Ben", 1)), PlanUnit.team("East", rep("Cem", 2)))
                .orElseThrow();
        OverlayQuota engineer = plan.overlay(Overlay.of("engineer", 0.333, "West", "Cem"));
        assertThat(engineer.amount()).isEqualTo(usd("333"));
        assertThat(engineer.covered()).isEqualTo(usd("1000"));
        assertThat(engineer.months().stream().reduce(Money::plus)).contains(usd("333"));
        assertThat(plan.assigned()).isEqualTo(usd("1000"));
        assertThat(engineer).hasToString("engineer: USD 333.00, which repeats West, Cem");
        assertThatThrownBy(() -> plan.overlay(Overlay.of("e", 1, "West", "Ana")))
                .isInstanceOf(InvalidPlanException.class)
                .hasMessageContaining("counts (Ana) and (West)");
        assertThatThrownBy(() -> plan.overlay(Overlay.of("e", 1, "Ana", "Ana"))).hasMessageContaining("leave one out");
        assertThatThrownBy(() -> Overlay.of("e", 0, "West")).hasMessageContaining("Maybe 1");
        assertThatThrownBy(() -> Overlay.of("e", 1)).hasMessageContaining("Maybe name its units");
    }

    /** Case 38 of the planning notes. */
    @Test
    void splitInThirdsKeepsEveryCent() {
        assertThat(CreditSplit.evenly("Ana", "Ben", "Cem").of(usd("100.01")).values())
                .containsExactly(usd("33.34"), usd("33.34"), usd("33.33"));
        assertThat(CreditSplit.of("Ana", 0.7)
                        .and("Ben", 0.25)
                        .and("Cem", 0.05)
                        .of(usd("0.10"))
                        .values())
                .containsExactly(usd("0.07"), usd("0.03"), usd("0"));
        assertThatThrownBy(() -> CreditSplit.of("Ana", -1)).hasMessageContaining("below 0");
        assertThatThrownBy(() -> CreditSplit.of("Ana", 0)).hasMessageContaining("Nobody has a share");
        assertThatThrownBy(() -> CreditSplit.of("Ana", 1).and("Ana", 1)).hasMessageContaining("is there twice");
        assertThatThrownBy(() -> CreditSplit.evenly("Ana", "Ana")).hasMessageContaining("is there twice");
    }

    @Test
    void personMayCarryTwoTerritories() {
        Plan plan = planner("300")
                .plan(
                        PlanUnit.territory("Bay").withPotential(1).withPerson("Ana"),
                        PlanUnit.territory("Gulf").withPotential(1).withPerson("Ana"),
                        rep("Ben", 1))
                .orElseThrow();
        assertThat(plan.byPerson()).isEqualTo(Map.of("Ana", usd("200"), "Ben", usd("100")));
    }

    @Test
    void differenceOfTwoPlansIsExplainedToTheCent() {
        Plan before = planner("1000")
                .plan(PlanUnit.team("West", rep("Ana", 1), rep("Ben", 1)), PlanUnit.team("East", rep("Cem", 2)))
                .orElseThrow();
        Plan after = planner("1500")
                .plan(
                        PlanUnit.team("West", rep("Ana", 3), rep("Ben", 1)),
                        PlanUnit.team("East", rep("Cem", 2).withCeiling(usd("400")), rep("Dan", 0)))
                .orElseThrow();
        PlanComparison comparison = after.since(before);
        for (UnitDifference unit : comparison.units()) {
            assertThat(unit.before()
                            .plus(unit.fromAbove())
                            .plus(unit.fromClaim())
                            .plus(unit.fromLimits()))
                    .isEqualTo(unit.after());
        }
        UnitDifference ana = comparison.of("Ana");
        assertThat(ana.fromAbove()).isEqualTo(usd("250")); // West 500 to 1000, of which Ana had half
        assertThat(ana.fromClaim()).isEqualTo(usd("250")); // 1000 × (3/4 − 1/2)
        assertThat(ana.fromLimits()).isEqualTo(usd("0"));
        assertThat(comparison.of("Cem").fromLimits()).isEqualTo(usd("-100"));
        assertThat(comparison.of("Dan").note()).isEqualTo("new");
        assertThat(before.since(after).of("Dan").note()).isEqualTo("gone");
        assertThat(comparison.of("company").note()).isEqualTo("target USD 1,000.00 to USD 1,500.00");
        assertThat(comparison.toString())
                .contains(
                        "Ana: USD 250.00 + 250.00 from above + 250.00 from its claim + 0.00 from limits and closed = USD 750.00");
        assertThat(before.since(before)).hasToString("no quota changed");
        assertThatThrownBy(() -> comparison.of("x")).hasMessageContaining("in either plan");
    }

    @Test
    void unitThatMovedIsToldFromOneThatGrew() {
        Plan before = planner("100")
                .plan(PlanUnit.team("West", rep("Ana", 1)), PlanUnit.team("East", rep("Cem", 1)))
                .orElseThrow();
        Plan after = before.planner()
                .with(OverAssignment.percent(10))
                .with(QuotaBasis.CAPACITY)
                .plan(PlanUnit.team("West"), PlanUnit.team("East", rep("Cem", 1), rep("Ana", 1)))
                .orElseThrow();
        assertThat(after.since(before).of("Ana").note()).isEqualTo("moved from West to East");
        assertThat(after.since(before).of("company").note())
                .isEqualTo("over-assignment 0 % to 10 %; by potential, now by capacity");
    }
}
