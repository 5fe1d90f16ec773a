package io.revops.forecast.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.money.Money;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is said when there is no plan, and when the figures mean nothing. */
class InfeasibleTest {
    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private static QuotaPlanner planner(String target) {
        return QuotaPlanner.of(usd(target), Span.year(2026));
    }

    private static PlanUnit rep(String id) {
        return PlanUnit.rep(id).withPotential(1);
    }

    private static Infeasible refused(Planning planning) {
        assertThat(planning.plan()).isEmpty();
        assertThat(planning).isInstanceOf(Infeasible.class);
        return (Infeasible) planning;
    }

    @Test
    void floorsAboveTheTargetBind() {
        Infeasible refused = refused(planner("1000")
                .plan(rep("Ana").withFloor(usd("700")), rep("Ben").withFloor(usd("500")), rep("Cem")));
        assertThat(refused)
                .hasToString(
                        "no plan: In company, floor of Ana USD 700.00, floor of Ben USD 500.00 ask for USD 200.00 more"
                                + " than the amount to give out USD 1,000.00 allows. Maybe lower the floor of Ben from USD 500.00"
                                + " to USD 300.00, or give out USD 1,200.00 or more.");
        assertThat(refused.least()).contains(usd("1200"));
        assertThat(refused.most()).isEmpty();
        assertThat(refused.moved()).isEqualTo(usd("200"));
        assertThatThrownBy(refused::orElseThrow)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(refused.toString());
    }

    @Test
    void ceilingsBelowTheTargetBind() {
        Infeasible refused = refused(planner("1000")
                .with(OverAssignment.percent(20))
                .plan(
                        PlanUnit.team("West", rep("Ana"), rep("Ben")).withCeiling(usd("600")),
                        rep("Cem").withCeiling(usd("400"))));
        assertThat(refused.conflicts())
                .singleElement()
                .hasToString("In company, the amount to give out USD 1,200.00 asks for USD 200.00 more than"
                        + " ceiling of Cem USD 400.00, ceiling of West USD 600.00 allow");
        assertThat(refused.least()).contains(usd("0"));
        assertThat(refused.most()).contains(usd("1000"));
    }

    @Test
    void teamsCeilingBelowTheFloorsOfItsRepsIsTheOnlyConflict() {
        Infeasible refused = refused(planner("1000")
                .plan(
                        PlanUnit.team(
                                        "West",
                                        rep("Ana").withFloor(usd("300")),
                                        rep("Ben").withFloor(usd("200")))
                                .withCeiling(usd("400")),
                        rep("Cem")));
        assertThat(refused.conflicts())
                .containsExactly(new LimitConflict(
                        "West",
                        List.of(
                                new Limit(Limit.Kind.FLOOR, "Ana", usd("300")),
                                new Limit(Limit.Kind.FLOOR, "Ben", usd("200"))),
                        List.of(new Limit(Limit.Kind.CEILING, "West", usd("400"))),
                        usd("100")));
        assertThat(refused.smallestChange())
                .containsExactly(new LimitChange(new Limit(Limit.Kind.FLOOR, "Ben", usd("200")), usd("100")));
        assertThat(refused.least()).isEmpty();
    }

    @Test
    void limitsOfTheYearAreToldAfterActualsToo() {
        Infeasible refused = refused(planner("1000")
                .after(LocalDate.of(2026, 7, 1), Map.of("Ana", usd("300")))
                .plan(rep("Ana").withCeiling(usd("400")), rep("Ben").withCeiling(usd("500"))));
        assertThat(refused.smallestChange())
                .containsExactly(new LimitChange(new Limit(Limit.Kind.CEILING, "Ana", usd("400")), usd("500")));
        Infeasible passed = refused(planner("1000")
                .after(LocalDate.of(2026, 7, 1), Map.of("Ana", usd("450")))
                .plan(rep("Ana").withCeiling(usd("400")), rep("Ben").withCeiling(usd("500"))));
        assertThat(passed.conflicts().get(0).atMost())
                .contains(new Limit(Limit.Kind.CEILING, "Ana", usd("400"))); // passed already, and told as it was set
    }

    /** Otherwise the law that planner and linear program agree would have seen one side only. */
    @Test
    void randomOrganisationsAreOftenRefusedAndOftenPlanned() {
        long refused = LongStream.range(0, 300)
                .filter(seed -> !RandomPlans.nobodyIsThere(RandomPlans.organisation(seed)))
                .filter(seed -> planner("1500.00")
                        .plan(RandomPlans.organisation(seed))
                        .plan()
                        .isEmpty())
                .count();
        assertThat(refused).isBetween(60L, 240L);
    }

    private static List<PlanFault> faults(QuotaPlanner planner, PlanUnit... units) {
        try {
            planner.plan(units);
        } catch (InvalidPlanException e) {
            assertThat(e.faults()).allSatisfy(f -> assertThat(f.text()).contains("Maybe "));
            assertThat(e.getMessage().lines()).hasSize(e.faults().size());
            return e.faults();
        }
        throw new AssertionError("was planned");
    }

    private static void assertFault(List<PlanFault> faults, PlanFaultCode code, String subject, String field) {
        assertThat(faults)
                .singleElement()
                .satisfies(f ->
                        assertThat(List.of(f.code(), f.subject(), f.field())).isEqualTo(List.of(code, subject, field)));
    }

    @Test
    void everyFigureThatMeansNothingIsNamed() {
        QuotaPlanner planner = planner("1000");
        assertFault(faults(planner), PlanFaultCode.NOBODY, "", "units");
        assertFault(
                faults(planner, rep("Ana").withFloor(usd("2")).withCeiling(usd("1"))),
                PlanFaultCode.FLOOR_ABOVE_CEILING,
                "Ana",
                "floor");
        assertFault(faults(planner, rep("Ana").withRamp(1.01)), PlanFaultCode.OUT_OF_RANGE, "Ana", "ramp");
        assertFault(faults(planner, rep("Ana").withPotential(-1)), PlanFaultCode.OUT_OF_RANGE, "Ana", "potential");
        assertFault(faults(planner, rep("Ana").withHistory(Double.NaN)), PlanFaultCode.NOT_A_NUMBER, "Ana", "history");
        assertFault(faults(planner, PlanUnit.rep("Ana")), PlanFaultCode.MISSING, "Ana", "potential");
        assertFault(
                faults(planner, rep("Ana").withFloor(Money.of(1, "EUR"))),
                PlanFaultCode.MIXED_CURRENCY,
                "Ana",
                "floor");
        assertFault(faults(planner, rep("Ana").withFloor(usd("-1"))), PlanFaultCode.OUT_OF_RANGE, "Ana", "floor");
        assertFault(
                faults(planner, rep("Ana").withCeiling(usd("0.001"))), PlanFaultCode.NOT_WHOLE_CENTS, "Ana", "ceiling");
        assertFault(faults(planner, rep("Ana"), rep("Ana")), PlanFaultCode.DUPLICATE, "Ana", "id");
        assertFault(faults(planner, rep("company")), PlanFaultCode.DUPLICATE, "company", "id");
        assertFault(faults(planner("-5"), rep("Ana")), PlanFaultCode.OUT_OF_RANGE, "", "target");
        assertFault(faults(planner("0.005"), rep("Ana")), PlanFaultCode.NOT_WHOLE_CENTS, "", "target");
        assertFault(
                faults(planner, rep("Ana").withStart(LocalDate.of(2026, 3, 1)).withEnd(LocalDate.of(2026, 3, 1))),
                PlanFaultCode.OUT_OF_RANGE,
                "Ana",
                "end");
        assertFault(faults(planner, rep("Ana").withStart(LocalDate.of(2027, 1, 1))), PlanFaultCode.NOBODY, "", "start");
        assertFault(
                faults(planner.with(OverAssignment.percent("reps", 10)), rep("Ana")),
                PlanFaultCode.UNKNOWN,
                "reps",
                "over-assignment");
        assertFault(
                faults(planner.with(OverAssignment.percent("rep", 10)), PlanUnit.team("West", rep("Ana")), rep("Ben")),
                PlanFaultCode.CONTRADICTION,
                "company",
                "over-assignment");
        assertFault(
                faults(planner.after(LocalDate.of(2026, 2, 1), Map.of("Bne", usd("1"))), rep("Ana")),
                PlanFaultCode.UNKNOWN,
                "Bne",
                "closed");
    }

    @Test
    void allFaultsComeAtOnce() {
        assertThat(faults(planner("0"), rep("Ana").withPotential(-1).withRamp(2), PlanUnit.rep("Ben")))
                .extracting(PlanFault::field)
                .containsExactly("target", "potential", "ramp", "potential");
    }

    @Test
    void optionsThatMeanNothingAreRefusedAtOnce() {
        assertThatThrownBy(() -> RampCurve.of(0, 1.2))
                .isInstanceOf(InvalidPlanException.class)
                .hasMessageContaining("Maybe 0 to 1");
        assertThatThrownBy(() -> RampCurve.of()).hasMessageContaining("Maybe RampCurve.NONE");
        assertThatThrownBy(() -> RampCurve.linear(0)).hasMessageContaining("Maybe 1 or more");
        assertThatThrownBy(() -> RampCurve.NONE.delayed(-1)).hasMessageContaining("Maybe 0 or more");
        assertThatThrownBy(() -> OverAssignment.percent(-1)).hasMessageContaining("Maybe 0.2 for 20 %");
        assertThatThrownBy(() -> OverAssignment.percent(Double.NaN)).hasMessageContaining("Maybe 20");
        assertThatThrownBy(() -> OverAssignment.percent("rep", 10).and("rep", 5))
                .hasMessageContaining("Maybe give it once");
        assertThatThrownBy(() -> OverAssignment.percent("rep", -10)).hasMessageContaining("Maybe 0.2 for 20 %");
        assertThatThrownBy(() -> Blend.of(QuotaBasis.HISTORY, 0)).hasMessageContaining("Maybe leave it out");
        assertThatThrownBy(() -> Blend.of(QuotaBasis.HISTORY).and(QuotaBasis.HISTORY, 1))
                .hasMessageContaining("Maybe give it once");
        assertThatThrownBy(() -> new Blend(Map.of())).hasMessageContaining("Maybe Blend.of");
        assertThatThrownBy(() -> QuotaPlanner.of(usd("1"), Span.of(LocalDate.of(2026, 1, 2), LocalDate.of(2027, 1, 1))))
                .hasMessageContaining("broken month");
        assertThatThrownBy(() -> planner("1").after(LocalDate.of(2026, 1, 2), Map.of()))
                .hasMessageContaining("Maybe the first of a month");
        assertThatThrownBy(() -> planner("1").plan(rep("Ana")).orElseThrow().quota("x"))
                .hasMessageContaining("Maybe one of [company, Ana]");
    }
}
