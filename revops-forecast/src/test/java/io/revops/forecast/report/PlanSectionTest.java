package io.revops.forecast.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.forecast.Simulation;
import io.revops.forecast.plan.Attainment;
import io.revops.forecast.plan.Attainments;
import io.revops.forecast.plan.Attrition;
import io.revops.forecast.plan.CapacityModel;
import io.revops.forecast.plan.CapacityRisk;
import io.revops.forecast.plan.CapacitySimulation;
import io.revops.forecast.plan.HiringPlan;
import io.revops.forecast.plan.HiringPlanner;
import io.revops.forecast.plan.OverAssignment;
import io.revops.forecast.plan.PipelinePlan;
import io.revops.forecast.plan.PipelineSource;
import io.revops.forecast.plan.Plan;
import io.revops.forecast.plan.PlanCheck;
import io.revops.forecast.plan.PlanUnit;
import io.revops.forecast.plan.QuotaPlanner;
import io.revops.forecast.plan.RampCurve;
import io.revops.forecast.plan.Sensitivity;
import io.revops.money.Money;
import io.revops.report.Cell;
import io.revops.report.Report;
import io.revops.report.Section;
import io.revops.report.Table;
import io.revops.report.page.HtmlReport;
import io.revops.time.Span;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan in the report: its tables tie, its pictures draw them, and what is not given is not there. */
class PlanSectionTest {
    private static final Span YEAR = Span.year(2026);

    private static final Plan PLAN = QuotaPlanner.of(usd("5000000"), YEAR)
            .with(OverAssignment.percent(20))
            .plan(
                    PlanUnit.region(
                            "West",
                            PlanUnit.rep("Ana").withPotential(3).withCeiling(usd("2000000")),
                            PlanUnit.rep("Ben").withPotential(1)),
                    PlanUnit.region("East", PlanUnit.rep("Cem").withPotential(2).withFloor(usd("2100000"))))
            .orElseThrow();

    private static final HiringPlan HIRING = HiringPlanner.of(
                    CapacityModel.of(YEAR, usd("80000"))
                            .withRamped(5)
                            .with(RampCurve.linear(4))
                            .with(Attrition.perYear(.1))
                            .withAttainment(.8),
                    PLAN)
            .withTimeToHire(1)
            .plan();

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private static BigDecimal sum(Table table, String column) {
        return table.body().stream()
                .map(row -> Objects.requireNonNull(row.get(table.column(column)).exact()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Table table(Section section, String id) {
        return section.tables().stream()
                .filter(t -> t.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void waterfallEndsAtNothing() {
        Section section = PlanSection.of(PLAN).section();
        Table waterfall = table(section, "plan.waterfall");
        assertThat(waterfall.rows())
                .extracting(r -> r.get(0).printed())
                .containsExactly("target", "over-assignment", "East", "West");
        assertThat(waterfall.rows().get(3).get(1).exact()).isEqualByComparingTo("0");
        assertThat(sum(waterfall, "amount")).isEqualByComparingTo("12000000"); // up 6 million, down 6 million
        assertThat(section.tables()).extracting(Table::id).containsExactly("plan.waterfall", "plan.quotas");
        assertThat(section.how()).hasSize(3);
    }

    @Test
    void twoPlansStandSideBySideAndEveryRowAddsUp() {
        Plan before =
                PLAN.planner().withTarget(usd("4000000")).plan(PLAN.units()).orElseThrow();
        Table comparison = table(PlanSection.of(PLAN).with(PLAN.since(before)).section(), "plan.comparison");
        assertThat(comparison.rows()).hasSize(6);
        for (List<Cell> row : comparison.rows()) {
            BigDecimal sum = BigDecimal.ZERO;
            for (int c = 1; c < 5; c++) {
                sum = sum.add(Objects.requireNonNull(row.get(c).exact()));
            }
            assertThat(sum)
                    .isEqualByComparingTo(Objects.requireNonNull(row.get(5).exact()));
        }
        assertThat(comparison.rows().get(0).get(6).printed()).isEqualTo("target USD 4,000,000.00 to USD 5,000,000.00");
        assertThatThrownBy(() -> PlanSection.of(before).with(PLAN.since(before)))
                .hasMessageContaining("Maybe plan.since");
    }

    /** 5,000,000 × 1.05 at regions. */
    @Test
    void waterfallShowsTheOverAssignmentOfALevel() {
        Plan levels = PLAN.planner()
                .with(OverAssignment.percent("region", 5).and("rep", 10))
                .plan(PLAN.units())
                .orElseThrow();
        Section section = PlanSection.of(levels).section();
        Table waterfall = table(section, "plan.waterfall");
        assertThat(waterfall.rows())
                .extracting(r -> r.get(0).printed())
                .containsExactly("target", "over-assignment", "over-assignment at region", "East", "West");
        assertThat(waterfall.rows().get(2).get(2).exact()).isEqualByComparingTo("250000");
        assertThat(waterfall.rows().get(4).get(1).exact()).isEqualByComparingTo("0");
        assertThat(table(section, "plan.quotas").notes().get(0))
                .contains("region USD 5,250,000.00, rep USD 5,775,000.00");
    }

    @Test
    void quotasSayWhatDecidedThem() {
        Table quotas = table(PlanSection.of(PLAN).section(), "plan.quotas");
        assertThat(quotas.rows())
                .extracting(r -> r.get(0).printed() + " " + r.get(r.size() - 1).printed())
                .containsExactly(
                        "company its claim",
                        "· East a floor",
                        "· · Cem its claim",
                        "· West its claim",
                        "· · Ana a ceiling",
                        "· · Ben its claim");
        Plan rest = PLAN.planner()
                .after(LocalDate.of(2026, 7, 1), Map.of("Ana", usd("1")))
                .plan(PLAN.units())
                .orElseThrow();
        assertThat(table(PlanSection.of(rest).section(), "plan.quotas").column("closed"))
                .isEqualTo(3);
    }

    @Test
    void everythingThatIsGivenIsShownAndDrawn(@TempDir Path folder) throws IOException {
        Simulation worlds = Simulation.of(7, 200);
        Section section = PlanSection.of(PLAN)
                .with(HIRING)
                .with(Sensitivity.of(HIRING.staffed()))
                .with(PipelinePlan.of(
                        PLAN,
                        List.of(
                                PipelineSource.of("marketing", .5, .25, 3, usd("20000")),
                                PipelineSource.of("partners", .5, .2, 1, usd("20000")))))
                .with(PLAN.against(CapacitySimulation.of(HIRING.staffed(), CapacityRisk.of(.3, .1))
                        .forecast(worlds)))
                .with(PLAN.against(Map.of(
                        "Ana",
                        CapacitySimulation.of(
                                        CapacityModel.of(YEAR, usd("80000")).withRamped(1), CapacityRisk.of(.3, .1))
                                .forecast(worlds))))
                .with(PlanCheck.of(PLAN).withPay("Ben", usd("100000")).review())
                .with(Attainments.of(List.of(
                        new Attainment("Ana", "", Span.year(2025), usd("100"), usd("90")),
                        new Attainment("Ben", "", Span.year(2025), usd("100"), usd("160")))))
                .section();
        assertThat(section.tables())
                .extracting(Table::id)
                .containsExactly(
                        "plan.waterfall",
                        "plan.quotas",
                        "plan.capacity",
                        "plan.sensitivity",
                        "plan.pipeline",
                        "plan.outlook",
                        "plan.checks",
                        "plan.attainment");
        Table capacity = table(section, "plan.capacity");
        assertThat(capacity.body()).hasSize(12);
        assertThat(sum(capacity, "target")).isEqualByComparingTo("5000000");
        assertThat(sum(capacity, "hires")).isEqualByComparingTo(BigDecimal.valueOf(HIRING.people()));
        assertThat(table(section, "plan.pipeline").rows()).hasSize(14); // three months before, one within
        assertThat(sum(table(section, "plan.attainment"), "count")).isEqualByComparingTo("2");
        assertThat(table(section, "plan.checks").rows().get(0))
                .first()
                .extracting(Cell::printed)
                .isEqualTo("quota to pay");
        assertThat(section.text()).anyMatch(t -> t.startsWith("Target USD 5,000,000.00: chance"));
        assertThat(section.text()).anyMatch(t -> t.startsWith("Before: 1 of 2 at quota"));
        Report report = new Report("Plan", YEAR, List.of(section));
        assertThat(report.text()).contains("From target to quotas, in USD");
        Path page = folder.resolve("plan.html");
        HtmlReport.write(report, page);
        assertThat(Files.readString(page))
                .contains("<svg", "Capacity against target")
                .doesNotContain("NaN");
    }
}
