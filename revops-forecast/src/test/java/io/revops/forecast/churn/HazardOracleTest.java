package io.revops.forecast.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.revops.forecast.Ridge;
import io.revops.forecast.Simulation;
import io.revops.forecast.learn.DataSet;
import io.revops.forecast.learn.DataSetBuilder;
import io.revops.forecast.survival.TimeScale;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Hazards, curves and revenue at risk against R; oracle/hazard.json names its command and tolerance. */
class HazardOracleTest {
    private static final JsonNode SAYS = says();
    private static final List<FollowUp> FOLLOW_UPS = followUps();
    private static final int MONTHS = 6;

    private static JsonNode says() {
        try (InputStream in = HazardOracleTest.class.getResourceAsStream("oracle/hazard.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<FollowUp> followUps() {
        List<FollowUp> followUps = new ArrayList<>();
        for (int i = 0; i < SAYS.get("period").size(); i++) {
            int period = SAYS.get("period").get(i).intValue();
            String cause = SAYS.get("cause").get(i).textValue();
            followUps.add(cause.isEmpty() ? FollowUp.running(period) : FollowUp.ended(period, cause));
        }
        return followUps;
    }

    private static DataSet data() {
        DataSetBuilder data = DataSet.of("usage", "failures");
        for (int i = 0; i < FOLLOW_UPS.size(); i++) {
            data.row(
                    "a" + i,
                    0,
                    SAYS.get("usage").get(i).doubleValue(),
                    SAYS.get("failures").get(i).doubleValue());
        }
        return data.build();
    }

    private static HazardModel model(DataSet data) {
        return ChurnHazard.ahead(MONTHS, TimeScale.MONTH)
                .with(Ridge.none())
                .learn(data, FOLLOW_UPS)
                .orElseThrow();
    }

    private static void isNear(ChurnCurve curve, JsonNode says, double tolerance) {
        for (int k = 1; k <= MONTHS; k++) {
            assertThat(curve.at(k)).isCloseTo(says.get("stays").get(k - 1).doubleValue(), within(tolerance));
            for (String cause : List.of("involuntary", "voluntary")) {
                assertThat(curve.incidence(cause, k))
                        .isCloseTo(says.get(cause).get(k - 1).doubleValue(), within(tolerance));
            }
        }
    }

    @Test
    void curvesByCauseAreThoseOfTwoLogisticRegressionsPutTogether() {
        HazardModel model = model(data());
        assertThat(SAYS.get("curves")).hasSize(2);
        for (JsonNode each : SAYS.get("curves")) {
            isNear(
                    model.curve(
                            each.get("usage").doubleValue(),
                            each.get("failures").doubleValue()),
                    each,
                    1e-8);
        }
    }

    /** Begg and Gray: two regressions apart are near the one multinomial, by a tenth of a standard error. */
    @Test
    void slopesAreThoseOfGlmAndNearTheMultinomial() {
        HazardModel model = model(data());
        for (int c = 0; c < 2; c++) {
            HazardCause cause = model.causes().get(c);
            for (int f = 0; f < 2; f++) {
                double slope = cause.model().terms().get(f).coefficient();
                assertThat(slope).isCloseTo(SAYS.get("slopes").get(2 * c + f).doubleValue(), within(1e-8));
                assertThat(slope)
                        .isCloseTo(
                                SAYS.get("multinomial").get(2 * c + f).doubleValue(),
                                within(0.15 * cause.spread().standardError(f)));
            }
        }
    }

    /** If it failed, hazards of months would count somebody as there who had gone, or had not been seen any longer. */
    @Test
    void withoutFeaturesTheIncidenceIsThatOfAalenAndJohansen() {
        DataSetBuilder nothing = DataSet.of("same");
        IntStream.range(0, FOLLOW_UPS.size()).forEach(i -> nothing.row("a" + i, 0, 1));
        isNear(model(nothing.build()).curve(1), SAYS.get("aalenJohansen"), 1e-9);
    }

    @Test
    void revenueAtRiskIsTheSumOfAmountsTimesIncidences() {
        DataSet data = data();
        JsonNode says = SAYS.get("atRisk");
        int[] first = IntStream.range(0, says.get("accounts").intValue()).toArray();
        List<Exposure> pay = IntStream.of(first)
                .mapToObj(i -> Exposure.of("a" + i, SAYS.get("amount").get(i).doubleValue()))
                .toList();
        int horizon = says.get("horizon").intValue();
        RevenueAtRisk risk = RevenueAtRisk.of(model(data), data.select(first), pay, horizon, Simulation.of(1, 10));
        // a millionth is rounded for each account and cause
        assertThat(risk.expected("involuntary"))
                .isCloseTo(says.get("involuntary").doubleValue(), within(1e-4));
        assertThat(risk.expected("voluntary")).isCloseTo(says.get("voluntary").doubleValue(), within(1e-4));
        assertThat(risk.retention().get(horizon))
                .isCloseTo(says.get("retention").doubleValue(), within(1e-8));
    }
}
