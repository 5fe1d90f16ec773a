package io.revops.forecast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.Outcome;
import io.revops.forecast.RefusalCode;
import io.revops.forecast.Refused;
import io.revops.forecast.Training;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WinPropensityTest {
    private static final LocalDate START = LocalDate.of(2024, 1, 1);

    /** Deals of two regions, one of which wins more often by a number. */
    private static Pipeline deals(int count, double better) {
        Random random = new Random(11);
        Pipeline.Builder pipeline = Pipeline.builder(START.plusDays(count), "USD");
        for (int i = 0; i < count; i++) {
            boolean north = random.nextBoolean();
            boolean won = random.nextDouble() < 0.4 + (north ? better : -better);
            LocalDate opened = START.plusDays(i / 2);
            pipeline.deal(DealPath.of("D" + (1000 + i), opened)
                    .attributes(Map.of("region", north ? "north" : "south"))
                    .step(DealStep.on(opened)
                            .amount(1000 + random.nextInt(1000))
                            .owner("r" + i % 4)
                            .build())
                    .step(DealStep.on(opened.plusDays(20))
                            .outcome(won ? Outcome.WON : Outcome.LOST)
                            .build())
                    .build());
        }
        return pipeline.build();
    }

    @Test
    void whatTellsDealsApartIsLearnt() {
        WinPropensityModel model =
                WinPropensity.from("region").train(deals(800, 0.2)).orElseThrow();
        Pipeline pipeline = deals(800, 0.2);
        double north = mean(model, pipeline, "north");
        double south = mean(model, pipeline, "south");
        // 400 deals of each: a standard error of √(0.6 · 0.4 / 400) = 0.024, four of which are allowed.
        assertThat(north).isBetween(0.6 - 0.1, 0.6 + 0.1);
        assertThat(south).isBetween(0.2 - 0.1, 0.2 + 0.1);
        assertThat(model.measures().auc().orElseThrow()).isGreaterThan(0.6);
    }

    private static double mean(WinPropensityModel model, Pipeline pipeline, String region) {
        return pipeline.deals().stream()
                .filter(d -> region.equals(d.attributes().get("region")))
                .mapToDouble(model::probability)
                .average()
                .orElseThrow();
    }

    @Test
    void whatTellsNothingIsRefused() {
        Training<WinPropensityModel> training = WinPropensity.from("region").train(deals(800, 0));
        assertThat(training).isInstanceOf(Refused.class);
        Refused<?> refused = (Refused<?>) training;
        assertThat(refused.code()).isEqualTo(RefusalCode.NO_BETTER_THAN_BASE_RATE);
        assertThat(refused.why()).contains("On 200 later deals its log-loss was", "that of the rate of all", "AUC");
        assertThat(refused.fallback()).contains("the win rate of all, which was");
    }

    @Test
    void fewDealsAreRefused() {
        Refused<?> refused = (Refused<?>) WinPropensity.from("region").train(deals(60, 0.2));
        assertThat(refused.code()).isEqualTo(RefusalCode.TOO_FEW_CASES);
        assertThat(refused.why()).contains("40 won and 40 lost");
    }
}
