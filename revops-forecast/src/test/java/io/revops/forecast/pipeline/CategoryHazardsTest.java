package io.revops.forecast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.revops.book.ForecastCategory;
import io.revops.book.Outcome;
import io.revops.forecast.Accuracy;
import io.revops.forecast.Backtest;
import io.revops.forecast.BacktestTrial;
import io.revops.forecast.Trained;
import io.revops.forecast.json.PipelineJson;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two companies whose deals differ in nothing that is written but their category: of one, deals in commit are won five times as often a
 * day as deals in pipeline; of the other, categories are given by lot.
 */
class CategoryHazardsTest {
    private static final LocalDate START = LocalDate.of(2023, 1, 2);
    private static final LocalDate END = LocalDate.of(2024, 6, 30);
    private static final PeriodAhead AHEAD = PeriodAhead.next(30);

    private enum Categories {
        TELLING,
        BY_LOT,
        NONE
    }

    private static Pipeline company(Categories categories) {
        Random random = new Random(11);
        Pipeline.Builder pipeline = Pipeline.builder(END, "USD");
        for (int i = 0; i < 1650; i++) {
            boolean likely = random.nextBoolean();
            boolean lot = random.nextBoolean();
            double win = likely ? 0.02 : 0.004;
            double lose = likely ? 0.01 : 0.016;
            int days = (int) (-Math.log(random.nextDouble()) / (win + lose));
            Outcome outcome = random.nextDouble() < win / (win + lose) ? Outcome.WON : Outcome.LOST;
            double amount = 1000 + random.nextInt(1001);
            boolean commit = categories == Categories.BY_LOT ? lot : likely;
            DealStep.Builder step = DealStep.on(START.plusDays(i / 3)).amount(amount);
            if (categories != Categories.NONE) {
                step.category(commit ? ForecastCategory.COMMIT : ForecastCategory.PIPELINE);
            }
            DealStep open = step.build();
            pipeline.deal(DealPath.of("D" + (10_000 + i), open.day())
                    .step(open)
                    .step(open.toBuilder()
                            .day(open.day().plusDays(1 + days))
                            .outcome(outcome)
                            .build())
                    .build());
        }
        return pipeline.build();
    }

    private static final Map<Categories, Pipeline> COMPANIES = new EnumMap<>(Categories.class);
    private static final Map<Categories, Trained<PipelineModel>> TRAINED = new EnumMap<>(Categories.class);

    @BeforeAll
    static void train() {
        for (Categories categories : Categories.values()) {
            COMPANIES.put(categories, company(categories));
            TRAINED.put(categories, (Trained<PipelineModel>)
                    PipelineForecast.of(AHEAD).train(COMPANIES.get(categories)));
        }
    }

    private static Accuracy accuracy(PipelineModel model) {
        return model.backtest(PipelineMethod.TIME_MODEL).accuracy().orElseThrow();
    }

    /** What was expected of open deals over what they brought, by the category that each has in another pipeline of the same deals. */
    private static double expected(Pipeline seen, Pipeline named, ForecastCategory category) {
        Backtest open = OpenDealBacktest.of(seen, AHEAD, DealSegments.byType())
                .by(d -> named.deal(d.id())
                        .flatMap(n -> n.steps().get(0).category())
                        .filter(category::equals)
                        .map(Enum::name))
                .get(category.name());
        List<BacktestTrial> late = open.trials().stream()
                .filter(t -> t.origin().isAfter(START.plusDays(300)))
                .toList();
        return late.stream().mapToDouble(BacktestTrial::forecast).sum()
                / late.stream().mapToDouble(BacktestTrial::actual).sum();
    }

    @Test
    void categoriesThatTellAreRead() {
        Pipeline telling = COMPANIES.get(Categories.TELLING);
        Pipeline none = COMPANIES.get(Categories.NONE);
        Trained<PipelineModel> with = TRAINED.get(Categories.TELLING);
        assertThat(with.reasons()).anyMatch(r -> r.startsWith("The time model reads forecast categories"));
        assertThat(with.fitted().numbers().time().orElseThrow().told())
                .anyMatch(t -> t.startsWith("category commit: x 1."));
        // some 200 deals in commit are won in that time: a standard error of 7 %
        assertThat(expected(telling, telling, ForecastCategory.COMMIT)).isEqualTo(1, within(0.15));
        assertThat(expected(none, telling, ForecastCategory.COMMIT)).isLessThan(0.8);
        assertThat(expected(none, telling, ForecastCategory.PIPELINE)).isGreaterThan(1.5);
        Accuracy without = accuracy(TRAINED.get(Categories.NONE).fitted());
        assertThat(accuracy(with.fitted()).wape().orElseThrow().value())
                .isLessThan(without.wape().orElseThrow().value());
        assertThat(with.fitted().reliability().brier())
                .isLessThan(TRAINED.get(Categories.NONE).fitted().reliability().brier());
    }

    @Test
    void categoriesByLotAreNotReadAndChangeNoForecast() {
        Trained<PipelineModel> lot = TRAINED.get(Categories.BY_LOT);
        Trained<PipelineModel> none = TRAINED.get(Categories.NONE);
        assertThat(lot.reasons()).anyMatch(r -> r.startsWith("The time model does not read forecast categories"));
        List<BacktestTrial> made =
                lot.fitted().backtest(PipelineMethod.TIME_MODEL).trials();
        List<BacktestTrial> same =
                none.fitted().backtest(PipelineMethod.TIME_MODEL).trials();
        assertThat(made).hasSameSizeAs(same);
        for (int i = 0; i < made.size(); i++) {
            assertThat(made.get(i).forecast())
                    .isEqualTo(same.get(i).forecast(), within(1e-9 * same.get(i).forecast()));
        }
    }

    /** A company without them is told nothing of them, and its model has no place for them. */
    @Test
    void withoutCategoriesNothingIsSaidOfThem() {
        Trained<PipelineModel> none = TRAINED.get(Categories.NONE);
        assertThat(none.reasons())
                .noneMatch(r -> r.contains("reads forecast categories") || r.contains("read forecast"));
        TimeNumbers time = none.fitted().numbers().time().orElseThrow();
        assertThat(time.win()).allSatisfy(h -> assertThat(h.multipliers()).hasSize(HazardLevels.FACTORS - 1));
    }

    @Test
    void aModelThatReadsThemIsReadBackBitForBit() {
        PipelineModel model = TRAINED.get(Categories.TELLING).fitted().by(PipelineMethod.TIME_MODEL);
        PipelineModel read = PipelineJson.read(PipelineJson.text(model));
        assertThat(PipelineJson.text(read)).isEqualTo(PipelineJson.text(model));
        assertThat(read.forecast(AHEAD.from(END))).isEqualTo(model.forecast(AHEAD.from(END)));
        assertThat(read.numbers()).isEqualTo(model.numbers());
    }

    /** Else it would be known on a day what was written down after it. */
    @Test
    void aCategoryCountsFromTheDayOnWhichItWasWritten() {
        Pipeline whole = COMPANIES.get(Categories.TELLING);
        LocalDate day = LocalDate.of(2024, 2, 10);
        Pipeline.Builder other = Pipeline.builder(END, "USD");
        for (DealPath deal : whole.deals()) {
            deal.asOf(day).ifPresent(seen -> {
                DealPath.Builder path = DealPath.of(seen.id(), seen.opened());
                seen.steps().forEach(path::step);
                if (seen.isOpen()) {
                    path.step(seen.last().toBuilder()
                            .day(day.plusDays(1))
                            .category(ForecastCategory.OMITTED)
                            .build());
                }
                other.deal(path.build());
            });
        }
        PipelineForecast trainer = PipelineForecast.of(AHEAD);
        assertThat(PipelineJson.text(trainer.train(other.build().asOf(day)).orElseThrow()))
                .isEqualTo(PipelineJson.text(trainer.train(whole.asOf(day)).orElseThrow()));
    }
}
