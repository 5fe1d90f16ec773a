package io.revops.forecast.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.revops.money.Money;
import io.revops.time.Span;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pipeline that must be built, worked by hand. */
class PipelinePlanTest {
    private static final Span YEAR = Span.year(2026);

    private static final PipelineSource MARKETING = PipelineSource.of("marketing", .6, .25, 3, usd("20000"))
            .with(Funnel.of("lead", .2).then("MQL", .4).then("SQL", .5));

    private static final PipelineSource OUTBOUND = PipelineSource.of("outbound", .4, .2, 5, usd("50000"));

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private static PipelinePlan plan(String perMonth) {
        return PipelinePlan.of(YEAR, Collections.nCopies(12, usd(perMonth)), List.of(OUTBOUND, MARKETING));
    }

    @Test
    void pipelineIsWinsOverWinRateAsEarlyAsTheCycle() {
        PipelinePlan plan = plan("100000");
        assertThat(plan.of("marketing").get(Span.month(2025, 10))).isEqualTo(usd("240000")); // 100,000 × .6 / .25
        assertThat(plan.of("marketing")).hasSize(12).doesNotContainKey(Span.month(2026, 10));
        assertThat(plan.of("outbound").get(Span.month(2025, 8))).isEqualTo(usd("200000")); // 100,000 × .4 / .2
        assertThat(plan.total()).isEqualTo(usd("5280000"));
        assertThat(plan.before()).hasSize(3 + 5);
        assertThat(MARKETING.coverageNeeded()).isEqualTo(4);
        assertThat(plan.needs())
                .isSortedAccordingTo(
                        (a, b) -> a.month().from().compareTo(b.month().from()));
    }

    @Test
    void leadsAreCountedBackwardsThroughTheFunnel() {
        PipelineNeed need = plan("100000").needs().stream()
                .filter(n -> n.source().equals("marketing"))
                .findFirst()
                .orElseThrow();
        assertThat(need.opportunities()).isEqualTo(12);
        assertThat(need.stages().keySet()).containsExactly("lead", "MQL", "SQL");
        assertThat(need.stages().get("SQL")).isEqualTo(24);
        assertThat(need.stages().get("MQL")).isCloseTo(60, within(1e-9));
        assertThat(need.stages().get("lead")).isCloseTo(300, within(1e-9));
        assertThat(plan("100000").toString())
                .isEqualTo("outbound: pipeline USD 2,400,000.00, USD 1,000,000.00 of it before 2026-01-01\n"
                        + "marketing: pipeline USD 2,880,000.00, USD 720,000.00 of it before 2026-01-01,"
                        + " 3600 lead, 720 MQL, 288 SQL");
    }

    @Test
    void planOfQuotasIsPlannedForItsTargetBySeason() {
        Plan quotas = QuotaPlanner.of(usd("1200000"), YEAR)
                .with(OverAssignment.percent(20))
                .with(Seasonality.quarters(20, 25, 15, 40))
                .plan(PlanUnit.rep("Ana").withPotential(1))
                .orElseThrow();
        PipelinePlan plan = PipelinePlan.of(quotas, List.of(PipelineSource.of("all", 1, .25, 0, usd("1"))));
        assertThat(plan.of("all").get(Span.month(2026, 12))).isEqualTo(usd("640000"));
        assertThat(plan.total()).isEqualTo(usd("4800000"));
    }

    @Test
    void figuresThatMeanNothingAreRefused() {
        assertThatThrownBy(() -> PipelinePlan.of(YEAR, Collections.nCopies(12, usd("1")), List.of(MARKETING)))
                .isInstanceOf(InvalidPlanException.class)
                .hasMessageContaining("add up to 0.6");
        assertThatThrownBy(() -> PipelinePlan.of(
                        YEAR, Collections.nCopies(12, usd("1")), List.of(OUTBOUND, OUTBOUND, MARKETING)))
                .hasMessageContaining("Two sources");
        assertThatThrownBy(() -> PipelinePlan.of(YEAR, List.of(usd("1")), List.of(MARKETING)))
                .hasMessageContaining("Maybe one amount for each");
        assertThatThrownBy(() -> PipelinePlan.of(
                        YEAR, Collections.nCopies(12, Money.of(1, "EUR")), List.of(MARKETING, OUTBOUND)))
                .hasMessageContaining("ExchangeRates");
        assertThatThrownBy(() -> plan("1").of("x")).hasMessageContaining("Maybe one of [outbound, marketing]");
        assertThatThrownBy(() -> PipelineSource.of("x", 1.1, .2, 1, usd("1"))).hasMessageContaining("Maybe 0 to 1");
        assertThatThrownBy(() -> PipelineSource.of("x", 1, 0, 1, usd("1"))).hasMessageContaining("0.25 for 25 %");
        assertThatThrownBy(() -> PipelineSource.of("x", 1, 1, -1, usd("1"))).hasMessageContaining("Maybe 0 or more");
        assertThatThrownBy(() -> PipelineSource.of("x", 1, 1, 1, usd("0"))).hasMessageContaining("Maybe more than 0");
        assertThatThrownBy(() -> Funnel.of("lead", 0)).hasMessageContaining("0.2 for 20 %");
    }
}
