package io.revops.forecast.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.revops.forecast.Accuracy;
import io.revops.forecast.Forecast;
import io.revops.forecast.History;
import io.revops.forecast.Months;
import io.revops.metric.Proportion;
import java.io.IOException;
import java.io.InputStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Every point, error, quantile and measure against exact fractions; straight_line.json names its command and tolerance. */
class StraightLineOracleTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void everyNumberIsThatOfTheFractions() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("straight_line.json")) {
            JsonNode oracle = JSON.readTree(in);
            double[] levels = JSON.convertValue(oracle.get("levels"), double[].class);
            int checked = 0;
            for (JsonNode series : oracle.get("cases")) {
                for (LineMethod method : LineMethod.values()) {
                    StraightLineModel model = StraightLine.of("sales")
                            .with(method)
                            .train(History.of(
                                    Months.flow("sales", JSON.convertValue(series.get("values"), double[].class))))
                            .orElseThrow();
                    for (JsonNode horizon : series.get(method.name().toLowerCase(java.util.Locale.ROOT))) {
                        check(model, horizon, levels);
                        checked++;
                    }
                }
            }
            assertThat(checked).isEqualTo(3 * 2 * 3);
        }
    }

    private static void check(StraightLineModel model, JsonNode expected, double[] levels) {
        int ahead = expected.get("ahead").asInt();
        Forecast forecast = model.forecast(model.months().get(ahead - 1));
        double point = expected.get("point").asDouble();
        Offset<Double> near = within(1e-9 * Math.max(1, Math.abs(point)));
        assertThat(forecast.point()).isCloseTo(point, near);
        double[] errors = JSON.convertValue(expected.get("errors"), double[].class);
        assertThat(forecast.draws().size()).isEqualTo(errors.length);
        for (int i = 0; i < errors.length; i++) {
            assertThat(forecast.draws().at(i) - forecast.point()).isCloseTo(errors[i], near);
        }
        for (int i = 0; i < levels.length; i++) {
            assertThat(forecast.quantile(levels[i]).orElseThrow())
                    .isCloseTo(expected.get("quantiles").get(i).asDouble(), near);
        }
        Accuracy measured = forecast.measured().orElseThrow();
        assertThat(measured.wape().orElseThrow().value())
                .isCloseTo(expected.get("wape").asDouble(), within(1e-9));
        assertThat(measured.mape().orElseThrow().value())
                .isCloseTo(expected.get("mape").asDouble(), within(1e-9));
        assertThat(measured.bias().orElseThrow().value())
                .isCloseTo(expected.get("bias").asDouble(), within(1e-9));
        assertThat(measured.coverage(0.8))
                .hasValue(new Proportion(
                        expected.get("inside80").asLong(), expected.get("of80").asLong()));
    }
}
