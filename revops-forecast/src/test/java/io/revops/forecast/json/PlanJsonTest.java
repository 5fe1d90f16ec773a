package io.revops.forecast.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.forecast.plan.Blend;
import io.revops.forecast.plan.OverAssignment;
import io.revops.forecast.plan.Plan;
import io.revops.forecast.plan.PlanUnit;
import io.revops.forecast.plan.QuotaBasis;
import io.revops.forecast.plan.QuotaPlanner;
import io.revops.forecast.plan.RampCurve;
import io.revops.forecast.plan.Seasonality;
import io.revops.forecast.plan.UnitQuota;
import io.revops.money.Money;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanJsonTest {
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    /** Everything that a unit can have, thirds, and names that JSON must escape. */
    private static List<PlanUnit> units() {
        return List.of(
                PlanUnit.region(
                                "West",
                                PlanUnit.rep("Ana \"A\" Ö")
                                        .withPotential(1 / 3.0)
                                        .withHistory(1e-7),
                                PlanUnit.rep("Ben")
                                        .withPotential(2)
                                        .withPerson("Benno")
                                        .withStart(LocalDate.of(2026, 4, 1))
                                        .withLeave(Span.month(2026, 9))
                                        .withCeiling(usd("400.01")))
                        .withFloor(usd("100.10")),
                PlanUnit.region(
                                "East",
                                PlanUnit.rep("Cem").withPotential(1).withEnd(LocalDate.of(2026, 11, 15)),
                                PlanUnit.rep("Dee")
                                        .withPotential(5)
                                        .withRamp(0.7)
                                        .withCapacity(2))
                        .withPotential(9.5));
    }

    private static QuotaPlanner planner() {
        return QuotaPlanner.of(usd("1000.01"), Span.year(2026))
                .with(OverAssignment.percent(2.5).and("region", 5).and("rep", 10))
                .with(Blend.of(QuotaBasis.POTENTIAL, 0.7).and(QuotaBasis.HISTORY, 0.3))
                .with(Seasonality.quarters(20, 25, 15, 40))
                .with(RampCurve.linear(3));
    }

    private static void readsBack(Plan plan) {
        String text = PlanJson.text(plan);
        Plan read = PlanJson.plan(text);
        assertThat(read.quotas()).isEqualTo(plan.quotas());
        assertThat(read.planner()).hasToString(plan.planner().toString());
        assertThat(read).hasToString(plan.toString());
        assertThat(PlanJson.text(read)).isEqualTo(text);
        for (UnitQuota quota : plan.quotas()) {
            assertThat(read.explain(quota.id()))
                    .hasToString(plan.explain(quota.id()).toString());
        }
        assertThat(read.planner().plan(read.units()).orElseThrow().quotas()).isEqualTo(plan.quotas());
        assertThat(read.since(plan)).hasToString("no quota changed");
    }

    @Test
    void plansReadBackEqualAndCanBePlannedOn() {
        readsBack(planner().plan(units()).orElseThrow());
        readsBack(planner()
                .after(JULY, Map.of("Ben", usd("77.77"), "Cem", usd("12")))
                .plan(units())
                .orElseThrow());
        readsBack(QuotaPlanner.of(Money.of(7, "JPY"), Span.quarter(2026, 2))
                .with(QuotaBasis.CAPACITY)
                .plan(PlanUnit.rep("Ana"), PlanUnit.rep("Ben"))
                .orElseThrow());
        assertThat(PlanJson.text(planner().plan(units()).orElseThrow()))
                .startsWith(
                        "{\"schemaVersion\":1,\"document\":\"plan\",\"currency\":\"USD\",\"target\":\"1000.01\","
                                + "\"year\":{\"from\":\"2026-01-01\",\"to\":\"2027-01-01\"},\"overAssignment\":{\"share\":\"0.025\","
                                + "\"levels\":{\"region\":\"0.05\",\"rep\":\"0.1\"}},\"blend\":{\"potential\":0.7,\"history\":0.3}");
    }

    /** If it failed, a quota would change by being stored. */
    @Property(tries = 100)
    void everyFigureReadsBackBitForBit(
            @ForAll @IntRange(min = 1, max = 1_000_000) int cents,
            @ForAll @DoubleRange(min = 0, max = 1e12) double ana,
            @ForAll @DoubleRange(min = 0, max = 1e12) double ben,
            @ForAll @DoubleRange(min = 0, max = 1) double ramp) {
        readsBack(QuotaPlanner.of(Money.of(java.math.BigDecimal.valueOf(cents, 2), "USD"), Span.year(2026))
                .with(Blend.of(QuotaBasis.POTENTIAL, 0.7).and(QuotaBasis.HISTORY, 0.3))
                .plan(
                        PlanUnit.rep("Ana").withPotential(ana).withHistory(ben),
                        PlanUnit.rep("Ben").withPotential(ben).withRamp(ramp),
                        PlanUnit.rep("Cem").withPotential(1).withHistory(3))
                .orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"schemaVersion\":1 | \"schemaVersion\":2 | schema version 2, and this library reads 1 to 1. Maybe use",
                "\"schemaVersion\":1 | \"formatVersion\":1 | There is no whole number (schemaVersion) in the file.",
                "\"document\":\"plan\" | \"document\":\"hiring\" | is (hiring) and not (plan). Maybe read it with the method",
                "\"currency\":\"USD\" | \"currency\":\"dollars\" | dollars",
                "\"target\":\"1000.01\" | \"target\":\"much\" | There is no number (target) in (much). Maybe the file was changed.",
                "\"target\":\"1000.01\" | \"target\":\"1e999999999\" | There is no number (target)",
                "\"target\":\"1000.01\" | \"target\":1000.01 | There is no text (target) in the file.",
                "\"target\":\"1000.01\" | \"target\":\"1000.02\" | Maybe one of them was changed.",
                "\"potential\":0.7, | \"potential\":-1, | Maybe leave it out, or a number above 0.",
                "\"open\":\"2026-01-01\" | \"open\":\"2026-01-02\" | Maybe the first of a month in it.",
                "\"id\":\"Cem\",\"kind\":\"rep\",\"pot | \"id\":\"Xem\",\"kind\":\"rep\",\"pot | Maybe one quota of each.",
                "\"person\":\"Cem\",\"parent\":\"East\" | \"person\":\"Cem\",\"parent\":\"West\" | Maybe one of them has moved.",
                "\"bound\":\"free\" | \"bound\":\"loose\" | There is no Bound (loose).",
                "\"amount\":\"1025.01\" | \"amount\":\"1025.02\" | and USD 1,025.01 are given out. Maybe one of them was changed.",
                "\"months\":[\" | \"months\":[\"9 | The months of (company) are ",
                "\"leaf\":false | \"leaf\":true | and is written as one who carries a quota. Maybe a line is missing."
            })
    void aFileThatWasChangedIsNamed(String old, String changed, String message) {
        String text = PlanJson.text(planner().plan(units()).orElseThrow());
        assertThat(text).contains(old);
        assertThatThrownBy(() -> PlanJson.plan(text.replaceFirst(
                        java.util.regex.Pattern.quote(old), java.util.regex.Matcher.quoteReplacement(changed))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aQuotaThatWasEditedIsNotTakenForThePlans() {
        Plan plan = QuotaPlanner.of(usd("100"), Span.year(2026))
                .plan(PlanUnit.rep("Ana").withPotential(1), PlanUnit.rep("Ben").withPotential(3))
                .orElseThrow();
        String text = PlanJson.text(plan);
        String edited = text.replace("\"amount\":\"25.00\"", "\"amount\":\"26.00\"")
                .replaceFirst("(\"id\":\"Ana\".*?\"months\":\\[\")2\\.08", "$13.08");
        assertThat(edited).isNotEqualTo(text);
        assertThatThrownBy(() -> PlanJson.plan(edited))
                .hasMessage(
                        "The quotas below of (company) are USD 101.00 and not USD 100.00. Maybe one of them was changed.");
    }

    @Test
    void whatIsNoPlanIsNamed() {
        assertThatThrownBy(() -> PlanJson.plan("{\"schemaVersion\":1")).hasMessageContaining("Maybe the file was cut");
        assertThatThrownBy(() -> PlanJson.plan("[]")).hasMessageContaining("Maybe it is another file");
    }
}
