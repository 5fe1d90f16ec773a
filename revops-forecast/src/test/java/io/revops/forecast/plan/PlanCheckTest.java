package io.revops.forecast.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.revops.forecast.Contribution;
import io.revops.forecast.Draws;
import io.revops.forecast.Forecast;
import io.revops.forecast.Nature;
import io.revops.forecast.Quantity;
import io.revops.forecast.Support;
import io.revops.metric.Unit;
import io.revops.money.Money;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Gaps that were planted, and a plan beside what is forecast. */
class PlanCheckTest {
    private static final Span YEAR = Span.year(2026);

    private static final Plan PLAN = QuotaPlanner.of(usd("1000"), YEAR)
            .with(OverAssignment.percent(20))
            .plan(PlanUnit.rep("Ana").withPotential(3), PlanUnit.rep("Ben").withPotential(1))
            .orElseThrow();

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private static PlanFinding only(UnaryOperator<PlanCheck> check) {
        List<PlanFinding> findings = check.apply(PlanCheck.of(PLAN)).review().findings();
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).text()).contains("Maybe ");
        return findings.get(0);
    }

    private static void assertFinding(
            PlanFinding finding, PlanFindingCode code, String subject, double found, double needed) {
        assertThat(finding.code()).isEqualTo(code);
        assertThat(finding.subject()).isEqualTo(subject);
        assertThat(finding.found()).isCloseTo(found, within(1e-9));
        assertThat(finding.needed()).isCloseTo(needed, within(1e-9));
    }

    @Test
    void planThatFitsSaysWhatWasChecked() {
        PlanReview review = PlanCheck.of(PLAN)
                .withPipelineOf("marketing", usd("4000"), .25, usd("1000"))
                .withRetention(usd("5000"), 1.05, 1.05)
                .withPay("Ana", usd("180"))
                .withCoverage("Ben", usd("1200"), .25)
                .with(new CapacityGap(List.of(new CapacityGap.Month(YEAR, usd("1000"), 1000))))
                .review();
        assertThat(review.findings()).isEmpty();
        assertThat(review.passed())
                .hasSize(6)
                .first()
                .isEqualTo("The quotas add up to USD 1,200.00, at least the target USD 1,000.00.");
        assertThat(review.toString()).doesNotContain("!");
    }

    @Test
    void quotasBelowOrFarAboveTheTarget() {
        PlanReview low = PlanCheck.of(usd("1000"), Map.of("Ana", usd("600"), "Ben", usd("300")))
                .review();
        assertFinding(low.findings().get(0), PlanFindingCode.QUOTAS_BELOW_TARGET, "quotas", 900, 1000);
        assertThat(low)
                .hasToString("! The quotas add up to USD 900.00, USD 100.00 less than the target USD 1,000.00."
                        + " Maybe give out the rest.");
        PlanReview high =
                PlanCheck.of(usd("1000"), Map.of("Ana", usd("1250.01"))).review();
        assertFinding(high.findings().get(0), PlanFindingCode.OVER_ASSIGNED, "quotas", 1250.01, 1250);
        assertThat(PlanCheck.of(usd("1000"), Map.of("Ana", usd("1250")))
                        .review()
                        .findings())
                .isEmpty();
    }

    @Test
    void plantedGapsAreFound() {
        assertFinding(
                only(c -> c.withPipelineOf("marketing", usd("3999.96"), .25, usd("1000"))),
                PlanFindingCode.PIPELINE_BELOW_NEW_BUSINESS,
                "marketing",
                999.99,
                1000);
        assertThat(only(c -> c.withPipelineOf("marketing", usd("1"), 0, usd("1000")))
                        .text())
                .contains("look at why nothing is won");
        PlanFinding retention = only(c -> c.withRetention(usd("5000"), 1.02, 1.05));
        assertFinding(retention, PlanFindingCode.RETENTION_DIFFERS, "retention", 1.02, 1.05);
        assertThat(retention.text()).contains("USD 150.00 of USD 5,000.00 that nobody is asked for");
        assertThat(only(c -> c.withRetention(usd("5000"), 1.05, 1.02)).text()).contains("no plan counts on");
        assertFinding(only(c -> c.withPay("Ana", usd("100"))), PlanFindingCode.QUOTA_TO_PAY, "Ana", 9, 6);
        assertFinding(only(c -> c.withPay("Ana", usd("300"))), PlanFindingCode.QUOTA_TO_PAY, "Ana", 3, 4);
        PlanFinding thin = only(c -> c.withCoverage("Ben", usd("900"), .25));
        assertFinding(thin, PlanFindingCode.COVERAGE_THIN, "Ben", 3, 4);
        assertThat(thin.text()).contains("Maybe build USD 300.00 more");
        assertFinding(
                only(c -> c.with(new CapacityGap(List.of(
                        new CapacityGap.Month(Span.month(2026, 1), usd("500"), 400),
                        new CapacityGap.Month(Span.month(2026, 2), usd("500"), 600))))),
                PlanFindingCode.CAPACITY_SHORT,
                "2026-01",
                400,
                500);
        assertThat(PlanCheck.of(PLAN)
                        .with(new CapacityGap(List.of(new CapacityGap.Month(YEAR, usd("1000"), 900))))
                        .review()
                        .of(PlanFindingCode.CAPACITY_SHORT))
                .extracting(PlanFinding::subject)
                .containsExactly("2026", "the year");
    }

    @Test
    void whatCannotBeCheckedIsRefused() {
        PlanCheck check = PlanCheck.of(PLAN);
        assertThatThrownBy(() -> check.withPay("Cem", usd("1"))).hasMessageContaining("Maybe one of [Ana, Ben]");
        assertThatThrownBy(() -> check.withPay("Ana", usd("0"))).hasMessageContaining("above 0");
        assertThatThrownBy(() -> check.withPay("Ana", Money.of(1, "EUR"))).isInstanceOf(InvalidPlanException.class);
        assertThatThrownBy(() -> check.withCoverage("Ana", usd("1"), 0)).hasMessageContaining("that of the team");
        assertThatThrownBy(() -> check.withCoverage("Ana", usd("1"), 1.2)).hasMessageContaining("0.25 for 25 %");
        assertThatThrownBy(() -> PlanCheck.of(usd("1"), Map.of())).isInstanceOf(InvalidPlanException.class);
    }

    private static Forecast forecast(Span horizon, Unit unit, String currency, Map<String, double[]> parts) {
        Quantity quantity = new Quantity("sales", "Sales", unit, currency, Nature.FLOW);
        Forecast.Builder forecast = Forecast.of(quantity, LocalDate.of(2025, 12, 31), horizon);
        parts.forEach((name, values) -> forecast.part(Contribution.drawn(
                name, Draws.of(new Support.Simulated(1, values.length, OptionalInt.empty()), values))));
        return forecast.build();
    }

    private static Forecast year(String part, double... values) {
        return forecast(YEAR, Unit.MONEY, "USD", Map.of(part, values));
    }

    @Test
    void chanceOfTargetAndQuotas() {
        Forecast both = forecast(
                YEAR, Unit.MONEY, "USD", Map.of("Ana", new double[] {500, 900, 1000, 1000}, "Ben", new double[] {
                    400, 300, 100, 200
                }));
        PlanOutlook outlook = PLAN.against(both);
        assertThat(outlook.chance().toString()).isEqualTo("3 of 4");
        assertThat(outlook.of("Ana").orElseThrow().chance().hits()).isEqualTo(3); // 900 is reached by 900
        assertThat(outlook.of("Ben").orElseThrow().chance().hits()).isEqualTo(2); // quota 300
        assertThat(outlook.of("company")).isEmpty();
        // Ana 900 of 850, Ben 300 of 250, all 1,200 of 1,100: loads .97 and 1.1
        assertThat(outlook.of("Ana").orElseThrow().load().orElseThrow())
                .isCloseTo(900 / 850.0 / (1200 / 1100.0), within(1e-12));
        assertThat(outlook.of("Ben").orElseThrow().assigned()).isEqualTo(UnitOutlook.Assigned.FAIR);
        assertThat(outlook.of("Ben").orElseThrow().assigned(.05)).isEqualTo(UnitOutlook.Assigned.OVER);
        assertThat(PLAN.against(Map.of("Ana", year("p", 500, 900, 1000, 1000), "Ben", year("p", 400, 300, 100, 200)))
                        .chance())
                .isEqualTo(outlook.chance());
        assertThat(outlook.toString()).startsWith("Target USD 1,000.00: chance 3 of 4\n  Ana: USD 900.00, expected");
    }

    @Test
    void overAndUnderAssignedAreNamedMostFirst() {
        PlanOutlook outlook = PLAN.against(Map.of("Ana", year("p", 500, 500), "Ben", year("p", 500, 500)));
        assertThat(outlook.overAssigned()).extracting(UnitOutlook::id).containsExactly("Ana");
        assertThat(outlook.underAssigned()).extracting(UnitOutlook::id).containsExactly("Ben");
        PlanOutlook nothing = PLAN.against(Map.of("Ana", year("p", 0, 0), "Ben", year("p", 0, 0)));
        assertThat(nothing.overAssigned()).hasSize(2);
        assertThat(nothing.chance().hits()).isZero();
        assertThat(nothing.of("Ana").orElseThrow().load().value()).isEmpty();
    }

    @Test
    void monthlyRunRateCountsTwelvefoldAndTheRestAgainstTheRest() {
        assertThat(PLAN.against(forecast(YEAR, Unit.MONEY_PER_MONTH, "USD", Map.of("all", new double[] {83, 84})))
                        .chance()
                        .hits())
                .isEqualTo(1);
        Plan rest = PLAN.planner()
                .after(LocalDate.of(2026, 7, 1), Map.of("Ana", usd("600")))
                .plan(PLAN.units())
                .orElseThrow();
        Span half = rest.planner().open();
        PlanOutlook outlook = rest.against(
                forecast(half, Unit.MONEY, "USD", Map.of("Ana", new double[] {399, 400}, "Ben", new double[] {0, 0})));
        assertThat(outlook.target()).isEqualTo(usd("400"));
        assertThat(outlook.chance().hits()).isEqualTo(1);
        assertThat(outlook.of("Ana").orElseThrow().quota())
                .isEqualTo(rest.quota("Ana").rest());
    }

    @Test
    void forecastOfSomethingElseIsRefused() {
        assertThatThrownBy(() -> PLAN.against(forecast(YEAR, Unit.MONEY, "EUR", Map.of("x", new double[] {1}))))
                .isInstanceOf(InvalidPlanException.class);
        assertThatThrownBy(() ->
                        PLAN.against(forecast(Span.year(2027), Unit.MONEY, "USD", Map.of("x", new double[] {1}))))
                .hasMessageContaining("Maybe forecast 2026");
        assertThatThrownBy(() -> PLAN.against(Map.of("company", year("x", 1)))).hasMessageContaining("count twice");
        assertThatThrownBy(() -> PLAN.against(Collections.emptyMap())).hasMessageContaining("There is no forecast");
    }
}
