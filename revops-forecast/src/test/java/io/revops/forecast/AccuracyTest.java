package io.revops.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.revops.metric.Proportion;
import io.revops.metric.Ratio;
import io.revops.metric.Reading;
import io.revops.metric.Undefined;
import io.revops.metric.UndefinedCode;
import io.revops.time.Span;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Founding cases FC-06 to FC-08, exactly, and the worked cases of several forecasts. */
class AccuracyTest {
    private static JsonNode founding(String id) throws IOException {
        try (InputStream in = AccuracyTest.class.getResourceAsStream("forecast.json")) {
            for (JsonNode each : new ObjectMapper().readTree(in).get("cases")) {
                if (each.get("id").asText().equals(id)) {
                    return each;
                }
            }
        }
        throw new AssertionError("no case " + id);
    }

    private static Accuracy accuracy(JsonNode founding) {
        JsonNode input = founding.get("input");
        return Accuracy.of(input.get("forecast").asDouble(), input.get("actual").asDouble());
    }

    private static void check(JsonNode founding) {
        JsonNode expected = founding.get("expected");
        Accuracy one = accuracy(founding);
        assertThat(number(one.bias())).isEqualTo(expected.get("signed_error").asDouble());
        assertThat(number(one.wape())).isEqualTo(expected.get("absolute_error").asDouble());
        assertThat(number(one.mape())).isEqualTo(expected.get("absolute_error").asDouble());
        assertThat(number(one.accuracyFlooredAtZero()))
                .isEqualTo(expected.get("accuracy").asDouble());
    }

    private static double number(Reading<Ratio> reading) {
        return reading.orElseThrow().value();
    }

    @Test
    void aForecastBelowTheActualIsOffByItsShare() throws IOException {
        check(founding("FC-06"));
    }

    @Test
    void accuracyIsFlooredAtZeroOnlyInTheVariantThatSaysSo() throws IOException {
        check(founding("FC-07"));
        assertThat(number(accuracy(founding("FC-07")).accuracy())).isEqualTo(-0.5);
    }

    @Test
    void anActualOfZeroHasNoShares() throws IOException {
        JsonNode founding = founding("FC-08");
        Accuracy one = accuracy(founding);
        for (Reading<Ratio> reading :
                List.of(one.bias(), one.wape(), one.mape(), one.accuracy(), one.accuracyFlooredAtZero())) {
            assertThat(reading).isInstanceOfSatisfying(Undefined.class, u -> {
                assertThat(u.code()).isEqualTo(UndefinedCode.ACTUAL_ZERO);
                assertThat(u.text())
                        .containsIgnoringCase(
                                founding.get("expected").get("undefined").asText());
            });
        }
        assertThat(one.meanError()).isEqualTo(100);
    }

    /** Worked by hand: |10 - 10 + 30 - 40| of 1,000; shares 10, 5, 10 and 10 %. */
    @Test
    void severalForecastsAreWeighedByWhatHappened() {
        Accuracy four = Accuracy.of(new double[] {110, 190, 330, 360}, new double[] {100, 200, 300, 400});
        assertThat(number(four.wape())).isEqualTo(0.09);
        assertThat(number(four.mape())).isCloseTo(0.0875, within(1e-15));
        assertThat(number(four.bias())).isEqualTo(-0.01);
        assertThat(number(four.accuracy())).isEqualTo(0.91);
        assertThat(four.cases()).isEqualTo(4);
    }

    @Test
    void oneZeroAmongActualsLeavesWape() {
        Accuracy two = Accuracy.of(new double[] {10, 90}, new double[] {0, 100});
        assertThat(two.mape()).isInstanceOf(Undefined.class);
        assertThat(number(two.wape())).isEqualTo(0.2);
        assertThat(number(two.bias())).isEqualTo(0);
    }

    @Test
    void lossesAreNegativeAndTheirErrorsAreStillShares() {
        Accuracy churn = Accuracy.of(-90, -100);
        assertThat(number(churn.bias())).isEqualTo(0.1);
        assertThat(number(churn.wape())).isEqualTo(0.1);
    }

    @Test
    void pinballLossIsTheWorkedCase() {
        assertThat(Accuracy.pinball(0.1, 80, 130)).isEqualTo(5);
        assertThat(Accuracy.pinball(0.5, 110, 130)).isEqualTo(10);
        assertThat(Accuracy.pinball(0.9, 150, 130)).isCloseTo(2, within(1e-12));
    }

    @Test
    void coverageCountsOnlyForecastsThatHadTheInterval() {
        Accuracy three = Accuracy.of(List.of(
                trial(1, 100, Map.of(0.1, 90.0, 0.25, 95.0, 0.75, 105.0, 0.9, 110.0), 108),
                trial(2, 100, Map.of(0.25, 95.0, 0.75, 105.0), 105),
                trial(3, 100, Map.of(0.5, 100.0), 100)));
        assertThat(three.coverage(0.8)).hasValue(new Proportion(1, 1));
        assertThat(three.coverage(0.5)).hasValue(new Proportion(1, 2));
        assertThat(three.coverage(0.9)).isEmpty();
        assertThat(three.pinballs().get(0.9)).isCloseTo(0.2, within(1e-12));
        assertThat(three.pinballs().get(0.75)).isCloseTo((3 * 0.75 + 0) / 2, within(1e-12));
    }

    @Test
    void noForecastHasNoAccuracy() {
        assertThatThrownBy(() -> Accuracy.of(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe a longer history");
        assertThatThrownBy(() -> Accuracy.of(new double[2], new double[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe one actual for each forecast");
    }

    private static BacktestTrial trial(int month, double forecast, Map<Double, Double> quantiles, double actual) {
        return new BacktestTrial(
                LocalDate.of(2025, month, 1).minusDays(1),
                Span.month(2025, month),
                1,
                forecast,
                new TreeMap<>(quantiles),
                actual);
    }
}
