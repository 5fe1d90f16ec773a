package io.revops.forecast.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The founding cases QT-01 to QT-29, bit for bit, and what strict mode says of those that mean nothing. */
class QuotaFormulaTest {
    private static final QuotaFormula LENIENT = QuotaFormula.standard().with(FormulaChecking.LENIENT);

    private static List<JsonNode> cases() throws IOException {
        List<JsonNode> cases = new ArrayList<>();
        try (InputStream in = QuotaFormulaTest.class.getResourceAsStream("quota-formula.json")) {
            new ObjectMapper().readTree(in).get("cases").forEach(cases::add);
        }
        assertThat(cases).hasSize(29);
        return cases;
    }

    private static List<TerritoryMarket> markets(JsonNode one) {
        List<TerritoryMarket> markets = new ArrayList<>();
        for (JsonNode market : one.get("input").get("market_data")) {
            Map<String, Double> figures = new HashMap<>();
            market.properties().forEach(f -> {
                if (!f.getKey().equals("name")) {
                    figures.put(f.getKey(), Double.parseDouble(f.getValue().asText()));
                }
            });
            markets.add(TerritoryMarket.of(market.get("name").asText(), figures));
        }
        return markets;
    }

    private static double growth(JsonNode one) {
        return one.get("input").get("growth_target").asDouble();
    }

    @Test
    void lenientModeIsTheGuidesPythonBitForBit() throws IOException {
        for (JsonNode one : cases()) {
            if (one.has("raises")) {
                continue;
            }
            JsonNode expected = one.get("expected");
            FormulaQuotas quotas = LENIENT.of(markets(one), growth(one));
            assertThat(quotas.quotas()).as(one.get("id").asText()).hasSize(expected.size());
            expected.properties().forEach(e -> {
                FormulaQuota quota = quotas.of(e.getKey());
                assertThat(bits(quota.base()))
                        .as(one.get("id").asText())
                        .isEqualTo(bits(e.getValue().get("base_quota")));
                assertThat(bits(quota.stretch()))
                        .as(one.get("id").asText())
                        .isEqualTo(bits(e.getValue().get("stretch_quota")));
                assertThat(quota.confidence().label())
                        .isEqualTo(e.getValue().get("confidence_interval").asText());
            });
        }
    }

    private static long bits(JsonNode value) {
        return bits(Double.parseDouble(value.asText()));
    }

    private static long bits(double value) {
        return Double.doubleToLongBits(value);
    }

    /** The guide knows no Low: at 0.5 it says Medium. */
    @Test
    void confidenceIsTheGuidesUnlessThreeStepsAreAskedFor() {
        assertThat(FormulaConfidence.ofGuide(0.8)).isEqualTo(FormulaConfidence.MEDIUM);
        assertThat(FormulaConfidence.ofGuide(0.81)).isEqualTo(FormulaConfidence.HIGH);
        assertThat(FormulaConfidence.ofGuide(0.2)).isEqualTo(FormulaConfidence.MEDIUM);
        assertThat(FormulaConfidence.of(0.81)).isEqualTo(FormulaConfidence.HIGH);
        assertThat(FormulaConfidence.of(0.51)).isEqualTo(FormulaConfidence.MEDIUM);
        assertThat(FormulaConfidence.of(0.5)).isEqualTo(FormulaConfidence.LOW);
        assertThat(FormulaConfidence.of(Double.NaN)).isEqualTo(FormulaConfidence.LOW);
    }

    @Test
    void strictModeGivesTheSameOrNamesTheFault() throws IOException {
        Map<String, PlanFaultCode> refused = Map.of(
                "QT-10", PlanFaultCode.OUT_OF_RANGE,
                "QT-11", PlanFaultCode.OUT_OF_RANGE,
                "QT-16", PlanFaultCode.DUPLICATE,
                "QT-20", PlanFaultCode.OUT_OF_RANGE,
                "QT-23", PlanFaultCode.NOT_A_NUMBER,
                "QT-24", PlanFaultCode.NOT_A_NUMBER,
                "QT-25", PlanFaultCode.MISSING,
                "QT-28", PlanFaultCode.OUT_OF_RANGE);
        for (JsonNode one : cases()) {
            String id = one.get("id").asText();
            if (!refused.containsKey(id)) {
                assertThat(QuotaFormula.standard().of(markets(one), growth(one)).quotas())
                        .isEqualTo(LENIENT.of(markets(one), growth(one)).quotas());
                continue;
            }
            assertThatThrownBy(() -> QuotaFormula.standard().of(markets(one), growth(one)))
                    .as(id)
                    .isInstanceOfSatisfying(
                            InvalidPlanException.class,
                            e -> assertThat(e.faults())
                                    .extracting(PlanFault::code)
                                    .containsExactly(refused.get(id)))
                    .hasMessageContaining("Maybe ");
        }
    }

    @Test
    void workedTerritoriesOfThePlanningNotes() {
        assertQuota(50e6, .05, .2, 3, 20, .5, 1_620_000, 1_944_000);
        assertQuota(10e6, .1, .15, 5, 15, .3, 810_750, 972_900);
        assertQuota(120e6, .02, .25, 2, 30, 0, 1_800_000, 2_160_000);
        assertQuota(120e6, .02, .25, 2, 30, 1, 1_440_000, 1_728_000);
        assertQuota(20e6, .03, -.1, 1, 50, .8, 226_800, 272_160);
    }

    private static void assertQuota(
            double market,
            double penetration,
            double growth,
            double years,
            double capacity,
            double strength,
            double base,
            double stretch) {
        FormulaQuota quota = QuotaFormula.standard()
                .of(List.of(new TerritoryMarket("t", market, penetration, years, capacity, strength, .81)), growth)
                .of("t");
        assertThat(quota.base()).isEqualTo(base);
        assertThat(quota.stretch()).isEqualTo(stretch);
        assertThat(quota.confidence()).isEqualTo(FormulaConfidence.HIGH);
    }

    @Test
    void qualityOfFourFifthsIsNotHigh() {
        TerritoryMarket market = new TerritoryMarket("t", 1e6, .1, 1, 100, 0, .8);
        assertThat(QuotaFormula.standard().of(List.of(market), 0).of("t").confidence())
                .isEqualTo(FormulaConfidence.MEDIUM);
    }

    @Test
    void everyFactorIsInTheExplanation() {
        FormulaQuota quota = QuotaFormula.standard()
                .of(List.of(new TerritoryMarket("West", 10e6, .05, 4, 25, .5, .9)), .2)
                .of("West");
        assertThat(quota.explain().toString())
                .contains("West: 540000.0, stretch 648000.0, confidence High")
                .contains("current market 500000.0 = 1.0E7 × 0.05")
                .contains("growth factor 1.2")
                .contains("capacity factor 1.0 = 4.0 × 25.0 / 100")
                .contains("competition factor 0.9 = 1 − 0.2 × 0.5")
                .contains("tied to no target");
        assertThat(quota.currentMarket() * quota.growthFactor() * quota.capacityFactor() * quota.competitionFactor())
                .isEqualTo(quota.unrounded());
    }

    @Test
    void newRepAndWhiteSpaceAreWarnedOf() {
        FormulaQuotas quotas = QuotaFormula.standard()
                .of(
                        List.of(
                                new TerritoryMarket("new rep", 1e6, .1, 0, 100, 0, .9),
                                new TerritoryMarket("white space", 1e6, 0, 1, 100, 0, .9),
                                new TerritoryMarket("veteran", 1e6, .1, 10, 100, 0, .9),
                                new TerritoryMarket("plain", 1e6, .1, 1, 100, 0, .9)),
                        0);
        assertThat(quotas.warnings())
                .extracting(PlanFault::subject)
                .containsExactly("new rep", "white space", "veteran");
        assertThat(quotas.warnings()).allSatisfy(w -> assertThat(w.text()).contains("Maybe plan its quota"));
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        assertThatThrownBy(() -> QuotaFormula.standard()
                        .of(List.of(new TerritoryMarket("t", -1, 2, -1, Double.NaN, 1.5, .9)), -2))
                .isInstanceOfSatisfying(
                        InvalidPlanException.class,
                        e -> assertThat(e.faults())
                                .extracting(PlanFault::field)
                                .containsExactly(
                                        "growth",
                                        "total_addressable_market",
                                        "current_penetration",
                                        "rep_experience_years",
                                        "rep_capacity",
                                        "competitor_strength"));
        assertThatThrownBy(() -> QuotaFormula.standard().withStretch(.9)).hasMessageContaining("Maybe 1.2");
        assertThatThrownBy(() -> LENIENT.of(List.of(), 0).of("x")).hasMessageContaining("no territory (x)");
    }

    @Test
    void stretchFactorCanBeChosen() {
        TerritoryMarket market = new TerritoryMarket("t", 1e6, .1, 1, 100, 0, .8);
        assertThat(QuotaFormula.standard()
                        .withStretch(1.1)
                        .of(List.of(market), 0)
                        .of("t")
                        .stretch())
                .isEqualTo(110_000.0);
    }
}
