package io.revops.forecast.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.forecast.Provenance;
import io.revops.forecast.survival.AalenJohansen;
import io.revops.forecast.survival.AftModel;
import io.revops.forecast.survival.AftRegression;
import io.revops.forecast.survival.AftShape;
import io.revops.forecast.survival.Ageing;
import io.revops.forecast.survival.BetaGeometric;
import io.revops.forecast.survival.BetaGeometricModel;
import io.revops.forecast.survival.CoxModel;
import io.revops.forecast.survival.CoxRegression;
import io.revops.forecast.survival.CumulativeIncidence;
import io.revops.forecast.survival.HazardCurve;
import io.revops.forecast.survival.KaplanMeier;
import io.revops.forecast.survival.Lifetime;
import io.revops.forecast.survival.Lifetimes;
import io.revops.forecast.survival.NelsonAalen;
import io.revops.forecast.survival.RetentionTable;
import io.revops.forecast.survival.SurvivalCurve;
import io.revops.forecast.survival.Ties;
import io.revops.forecast.survival.TimeScale;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SurvivalJsonTest {
    private static final LocalDate DAY = LocalDate.of(2025, 12, 31);

    /** Thirds and sevenths, two causes, two strata; with a weight of a part if asked. */
    private static Lifetimes lifetimes(double weight) {
        Lifetimes.Builder rows = Lifetimes.in(TimeScale.MONTH, DAY).columns("seats", "\u0130 \"x\"");
        for (int i = 0; i < 60; i++) {
            double time = 1 + (i * 7 % 23) / 3.0;
            String id = "a" + i;
            rows.add((i % 4 == 0
                            ? Lifetime.running(id, time)
                            : Lifetime.ended(id, time, i % 3 == 0 ? "payment" : "voluntary"))
                    .in(i % 2 == 0 ? "large" : "small")
                    .weighing(i % 5 == 0 ? weight : 1)
                    .having((i * 11 % 17) / 7.0, i * 5 % 3));
        }
        return rows.build();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.7})
    void curvesReadBackEqual(double weight) {
        Lifetimes lifetimes = lifetimes(weight);
        SurvivalCurve curve = KaplanMeier.of(lifetimes).orElseThrow();
        assertThat(SurvivalJson.survivalCurve(SurvivalJson.text(curve))).isEqualTo(curve);
        HazardCurve hazard = NelsonAalen.of(lifetimes).orElseThrow();
        assertThat(SurvivalJson.hazardCurve(SurvivalJson.text(hazard))).isEqualTo(hazard);
        CumulativeIncidence causes = AalenJohansen.of(lifetimes).orElseThrow();
        assertThat(SurvivalJson.cumulativeIncidence(SurvivalJson.text(causes))).isEqualTo(causes);
        assertThat(SurvivalJson.text(curve))
                .startsWith("{\"formatVersion\":1,\"model\":\"kaplan_meier\",\"scale\":\"month\",\"times\":[1.0,");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.7})
    void modelsScoreTheSameBitsAfterARoundTrip(double weight) {
        CoxModel cox = CoxRegression.standard()
                .with(Ties.BRESLOW)
                .train(lifetimes(weight))
                .orElseThrow();
        CoxModel coxRead = SurvivalJson.cox(SurvivalJson.text(cox));
        assertThat(coxRead).isEqualTo(cox).hasSameHashCodeAs(cox);
        assertThat(coxRead.curveIn("small", 1, 2)).isEqualTo(cox.curveIn("small", 1, 2));
        assertThat(SurvivalJson.text(coxRead)).isEqualTo(SurvivalJson.text(cox));
        for (AftShape shape : AftShape.values()) {
            AftModel aft = AftRegression.of(shape).train(lifetimes(weight)).orElseThrow();
            AftModel aftRead = SurvivalJson.aft(SurvivalJson.text(aft));
            assertThat(aftRead).isEqualTo(aft).hasSameHashCodeAs(aft);
            assertThat(aftRead.curve(1, 2).median()).isEqualTo(aft.curve(1, 2).median());
        }
    }

    @Test
    void retentionReadsBackEqual() {
        Provenance source = new Provenance("1", "m", DAY, OptionalLong.empty(), "d", "2025b", List.of("p"));
        for (Ageing ageing : Ageing.values()) {
            BetaGeometricModel model = BetaGeometric.standard()
                    .with(ageing)
                    .train(RetentionTable.survivors(TimeScale.RENEWAL, 1000, 869, 743, 653, 593, 551, 517, 491), source)
                    .orElseThrow();
            BetaGeometricModel read = SurvivalJson.betaGeometric(SurvivalJson.text(model));
            assertThat(read).isEqualTo(model);
            assertThat(read.survival(30)).isEqualTo(model.survival(30));
            assertThat(read.provenance()).isEqualTo(source);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"formatVersion\":1 | \"formatVersion\":2 | format version 2, and this library reads 1.",
                "\"model\":\"cox\" | \"model\":\"aft\" | The model is a aft and not a cox. Maybe read it with the method of its name.",
                "\"scale\":\"month\" | \"scale\":\"moon\" | There is no TimeScale (moon).",
                "\"ridge\":0.0 | \"bridge\":0.0 | There is no number (ridge) in the file.",
                "\"covariance\":[ | \"covariance\":[1, | 5 covariances",
                "\"drift\":[ | \"drift\":[1, | drifts. Maybe the file was cut.",
                "\"times\":[ | \"times\":[99, | Maybe rising ones"
            })
    void aFileThatWasChangedIsNamed(String old, String changed, String message) {
        String text =
                SurvivalJson.text(CoxRegression.standard().train(lifetimes(1)).orElseThrow());
        assertThat(text).contains(old);
        assertThatThrownBy(() -> SurvivalJson.cox(text.replace(old, changed)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
