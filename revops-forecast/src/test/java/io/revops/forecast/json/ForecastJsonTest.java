package io.revops.forecast.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.forecast.Contribution;
import io.revops.forecast.Draws;
import io.revops.forecast.Forecast;
import io.revops.forecast.History;
import io.revops.forecast.Months;
import io.revops.forecast.Nature;
import io.revops.forecast.Normals;
import io.revops.forecast.Provenance;
import io.revops.forecast.Simulation;
import io.revops.forecast.series.LineMethod;
import io.revops.forecast.series.StraightLine;
import io.revops.forecast.series.StraightLineModel;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecastJsonTest {
    private static final StraightLineModel MODEL = StraightLine.of("sales")
            .with(LineMethod.GROWTH_LINE)
            .train(History.of(Months.flow("sales", Months.uneven(24, 4, 1000, 1.0 / 3, 77.7))))
            .orElseThrow();

    @Test
    void modelForecastsTheSameBitsAfterARoundTrip() {
        String text = ModelJson.text(MODEL);
        StraightLineModel read = ModelJson.straightLine(text);
        assertThat(read).isEqualTo(MODEL).hasSameHashCodeAs(MODEL);
        assertThat(ModelJson.text(read)).isEqualTo(text);
        for (Span month : MODEL.months()) {
            assertThat(read.forecast(month)).isEqualTo(MODEL.forecast(month));
        }
        assertThat(text)
                .startsWith("{\"formatVersion\":1,\"model\":\"straight_line\",\"quantity\":{\"id\":\"sales\",")
                .contains("\"method\":\"growth_line\"", "\"nature\":\"flow\"", "\"side\":\"never_below_zero\"");
    }

    @Test
    void forecastOfKnownFittedAndDrawnPartsReadsBackEqual() {
        LocalDate asOf = LocalDate.of(2025, 12, 31);
        Simulation worlds = Simulation.of(Long.MIN_VALUE + 1, 50);
        Draws drawn = worlds.draw("deal", (world, stream) -> Normals.next(stream) / 3);
        Draws resampled = MODEL.forecast(MODEL.months().get(0)).draws().through(worlds, "past");
        Forecast forecast = Forecast.of(Months.quantity("a\"b\u0130", Nature.FLOW), asOf, Span.month(2026, 1))
                .part(Contribution.known("closed", -0.0))
                .part(Contribution.drawn("from open", drawn))
                .part(Contribution.drawn("from new", resampled))
                .because(List.of("one reason"))
                .from(List.of(
                        new Provenance("1", "m", asOf, OptionalLong.of(Long.MAX_VALUE), "d", "2025b", List.of("p"))))
                .build();
        Forecast read = ForecastJson.read(ForecastJson.text(forecast));
        assertThat(read).isEqualTo(forecast);
        assertThat(read.draws()).isEqualTo(forecast.draws());
        assertThat(ForecastJson.text(read)).isEqualTo(ForecastJson.text(forecast));
        assertThat(ForecastJson.text(forecast)).contains("\"seed\":\"" + Long.MAX_VALUE + "\"");
    }

    @Test
    void whatWasMeasuredAndWhereItComesFromIsKept() {
        Forecast forecast = MODEL.forecast(MODEL.months().get(1));
        Forecast read = ForecastJson.read(ForecastJson.text(forecast));
        assertThat(read.measured()).isEqualTo(forecast.measured()).isPresent();
        assertThat(read.sources()).containsExactly(MODEL.provenance());
        assertThat(read.support()).isEqualTo(forecast.support());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"formatVersion\":1 | \"formatVersion\":2 | format version 2, and this library reads 1. Maybe use the"
                        + " library",
                "\"formatVersion\":1 | \"formatVersion\":\"1\" | no whole number (formatVersion)",
                "straight_line | boosting | The model is a boosting and not a straight_line",
                "\"slope\": | \"slop\": | no number (slope)",
                "\"method\":\"growth_line\",\"first\" | \"method\":\"crystal_ball\",\"first\" | no LineMethod"
                        + " (crystal_ball)",
                "\"first\":\"2024-01-01\" | \"first\":\"yesterday\" | no date (first) in (yesterday)",
                "\"quantity\": | \"quality\": | no object (quantity)",
                "\"errors\": | \"mistakes\": | no list (errors)",
                "\"missed\":[ | \"missed\":[\"x\", | no number in the list (missed)",
                "\"months\":24 | \"months\":0 | Maybe the file was cut",
                "\"ahead\":3,\"errors\" | \"ahead\":0,\"errors\" | Maybe the file was cut",
                "\"centre\":11.5 | \"centre\":1e999 | Maybe the file was changed",
                "\"title\":\"Sales of sales\" | \"title\":7 | no text (title)",
                "{\"formatVersion\" | [\"formatVersion\" | is not JSON",
                "{\"formatVersion\" | 1 {\"formatVersion\" | is not JSON",
                "\"mean\": | \"centre\": | is not JSON",
            })
    void whatIsWrongInAModelFileIsSaid(String part, String other, String message) {
        String text = ModelJson.text(MODEL);
        assertThat(text).contains(part.strip());
        String changed = text.replaceFirst(
                java.util.regex.Pattern.quote(part.strip()), java.util.regex.Matcher.quoteReplacement(other.strip()));
        assertThatThrownBy(() -> ModelJson.straightLine(changed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message.strip())
                .hasMessageContaining("Maybe");
    }

    @Test
    void whatIsWrongInAForecastFileIsSaid() {
        String text = ForecastJson.text(MODEL.forecast(MODEL.months().get(0)));
        for (String[] change : new String[][] {
            {"\"fitted\"", "\"guessed\"", "no support (guessed)"},
            {"\"draws\":[", "\"draws\":[1,", "Maybe one for each case"},
            {"\"hits\":", "\"hit\":", "no whole number (hits)"},
            {"{\"formatVersion\"", "[{\"formatVersion\"", "not JSON"},
        }) {
            assertThatThrownBy(() -> ForecastJson.read(text.replace(change[0], change[1])))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(change[2])
                    .hasMessageContaining("Maybe");
        }
        assertThatThrownBy(() -> ForecastJson.read("[]")).hasMessageContaining("no JSON object");
        assertThatThrownBy(() -> ForecastJson.read(""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe");
        String simulated =
                ForecastJson.text(MODEL.forecast(MODEL.months().get(0)).through(Simulation.of(1, 20), "x"));
        assertThatThrownBy(() -> ForecastJson.read(simulated.replace("\"seed\":\"1\"", "\"seed\":\"one\"")))
                .hasMessageContaining("no seed in (one)");
    }
}
