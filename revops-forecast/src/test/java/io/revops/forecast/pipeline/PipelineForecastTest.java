package io.revops.forecast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.revops.book.Outcome;
import io.revops.forecast.Accuracy;
import io.revops.forecast.Backtest;
import io.revops.forecast.BacktestTrial;
import io.revops.forecast.Chances;
import io.revops.forecast.Contribution;
import io.revops.forecast.Forecast;
import io.revops.forecast.Odds;
import io.revops.forecast.RefusalCode;
import io.revops.forecast.Refused;
import io.revops.forecast.Simulation;
import io.revops.forecast.Trained;
import io.revops.forecast.Training;
import io.revops.forecast.json.PipelineJson;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PipelineForecastTest {
    private static final LocalDate END = LocalDate.of(2024, 6, 30);
    private static final Span NEXT = Span.of(END.plusDays(1), END.plusDays(31));

    private static Pipeline pipeline;
    private static Trained<PipelineModel> trained;
    private static PipelineModel model;

    @BeforeAll
    static void train() {
        pipeline = Deals.constant(1650, END, 7).build();
        trained = (Trained<PipelineModel>)
                PipelineForecast.of(PeriodAhead.next(30)).train(pipeline);
        model = trained.fitted();
    }

    @Test
    void constantHazardsAreRecovered() {
        // Of a rate from n events the standard error is rate / √n: four of these.
        TimeNumbers time = model.numbers().time().orElseThrow();
        double win = model.numbers().wonDeals();
        double days = 0;
        for (DealPath deal : pipeline.deals()) {
            LocalDate closed = deal.closed().orElse(END);
            days += closed.toEpochDay() - deal.opened().toEpochDay() + 1;
        }
        assertThat(win / days).isEqualTo(0.01, within(4 * 0.01 / Math.sqrt(win)));
        Hazard hazard = time.win().get(0).hazard();
        double fitted = hazard.at(HazardLevels.age(50), 0, 0, 0, 0, 0, 0);
        assertThat(fitted).isEqualTo(0.01, within(4 * 0.01 / Math.sqrt(win) + 0.001));
        assertThat(time.created().get(0)).isEqualTo(3, within(0.2));
    }

    @Test
    void aForecastIsWhatHasClosedAndWhatComesFromOpenAndFromNew() {
        PipelineModel hazards = model.by(PipelineMethod.TIME_MODEL);
        Forecast forecast = hazards.forecast(NEXT);
        assertThat(forecast.parts()).extracting(Contribution::name).containsExactly("closed", "from open", "from new");
        double open =
                hazards.deals(NEXT).stream().mapToDouble(DealOutlook::expected).sum();
        double bias = hazards.numbers().time().orElseThrow().bias();
        assertThat(forecast.part("from open").orElseThrow().point()).isEqualTo(open * bias, within(1e-6 * open));
        // A mean of 10,000 worlds is within four of its standard errors of what is expected.
        double sd =
                (forecast.quantile(0.9).orElseThrow() - forecast.quantile(0.1).orElseThrow()) / 2.563;
        assertThat(forecast.mean()).isEqualTo(forecast.point(), within(4 * 1.3 * sd / 100));
        assertThat(forecast.quantile(0.05).orElseThrow())
                .isLessThan(forecast.quantile(0.95).orElseThrow());
        assertThat(forecast.measured()).contains(hazards.backtest().accuracy().orElseThrow());
    }

    @Test
    void aPeriodInProgressKeepsWhatHasClosedApart() {
        Span quarter = Span.quarter(2024, 2);
        LocalDate may = LocalDate.of(2024, 5, 20);
        PipelineModel then =
                PipelineForecast.of(quarter).train(pipeline.asOf(may)).orElseThrow();
        assertThat(then.forecast(quarter).part("closed").orElseThrow().point())
                .isEqualTo(pipeline.wonAmount(Span.of(quarter.from(), may.plusDays(1))), within(1e-6));
        for (BacktestTrial trial : then.backtest().trials()) {
            assertThat(trial.horizon().days()).isEqualTo(91);
            assertThat(trial.origin()).isEqualTo(trial.horizon().from().plusDays(49));
            assertThat(trial.actual()).isEqualTo(pipeline.wonAmount(trial.horizon()), within(1e-6));
        }
    }

    @Test
    void whatHappensLaterChangesNoByte() {
        LocalDate day = LocalDate.of(2024, 2, 10);
        Pipeline.Builder other = Pipeline.builder(END, "USD");
        for (DealPath deal : pipeline.deals()) {
            deal.asOf(day).ifPresent(seen -> other.deal(seen.isOpen() ? lostTheNextDay(seen, day) : seen));
        }
        PipelineForecast trainer = PipelineForecast.of(PeriodAhead.next(30));
        String whole = PipelineJson.text(trainer.train(pipeline.asOf(day)).orElseThrow());
        assertThat(PipelineJson.text(trainer.train(other.build().asOf(day)).orElseThrow()))
                .isEqualTo(whole);
    }

    private static DealPath lostTheNextDay(DealPath seen, LocalDate day) {
        DealPath.Builder path = DealPath.of(seen.id(), seen.opened());
        seen.steps().forEach(path::step);
        return path.step(DealStep.on(day.plusDays(1)).outcome(Outcome.LOST).build())
                .build();
    }

    @Test
    void theWalkForecastsWhatTrainingAtEachOriginWould() {
        BacktestTrial last = model.backtest(PipelineMethod.RUN_RATE).trials().get(40);
        PipelineModel then = PipelineForecast.of(PeriodAhead.next(30))
                .train(pipeline.asOf(last.origin()))
                .orElseThrow()
                .by(PipelineMethod.RUN_RATE);
        assertThat(then.forecast(last.horizon()).point()).isEqualTo(last.forecast(), within(1e-9));
        BacktestTrial hazards = model.backtest(PipelineMethod.TIME_MODEL).trials().stream()
                .filter(t -> t.origin().equals(last.origin()))
                .findFirst()
                .orElseThrow();
        assertThat(PipelineForecast.of(PeriodAhead.next(30))
                        .train(pipeline.asOf(last.origin()))
                        .orElseThrow()
                        .by(PipelineMethod.TIME_MODEL)
                        .forecast(last.horizon())
                        .point())
                .isEqualTo(hazards.forecast(), within(1e-6 * hazards.forecast()));
    }

    @Test
    void aModelIsReadBackBitForBit() {
        for (PipelineMethod method : model.methods()) {
            PipelineModel by = model.by(method);
            PipelineModel read = PipelineJson.read(PipelineJson.text(by));
            assertThat(PipelineJson.text(read)).isEqualTo(PipelineJson.text(by));
            assertThat(read).isEqualTo(by);
            assertThat(read.forecast(NEXT)).isEqualTo(by.forecast(NEXT));
        }
        assertThatThrownBy(() -> PipelineJson.read("{\"formatVersion\":1,\"model\":\"straight_line\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe");
    }

    /** Otherwise each level would be taken for its neighbour, and the forecast be another one without a word. */
    @Test
    void aModelWithOtherLevelsIsOfAnotherEdition() {
        String json = PipelineJson.text(model.by(PipelineMethod.TIME_MODEL));
        String fewer = json.replaceFirst("(\"multipliers\":\\[\\{\"values\":\\[)[^,\\]]+,", "$1");
        assertThat(fewer).isNotEqualTo(json);
        assertThatThrownBy(() -> PipelineJson.read(fewer))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("15 levels of age, and there are 16. Maybe another edition wrote the model");
    }

    @Test
    void theChosenMethodMissedByLeastOverTheSameForecasts() {
        assertThat(trained.reasons().get(0)).startsWith("Chosen by backtest: WAPE of the " + model.method());
        assertThat(model.methods()).contains(PipelineMethod.TIME_MODEL, PipelineMethod.ENSEMBLE);
        assertThat(model.numbers().left().get(PipelineMethod.WEIGHTED_PIPELINE))
                .contains("Maybe export the stage history");
        assertThat(model.numbers().left().get(PipelineMethod.COMMIT)).contains("nobody commits");
    }

    @Test
    void choosingAtAnOriginKnowsOnlyWhatHadPassed() {
        List<BacktestTrial> chosen = model.backtestOfChoosing().trials();
        assertThat(chosen).isNotEmpty();
        BacktestTrial some = chosen.get(chosen.size() / 2);
        List<BacktestTrial> then = PipelineForecast.of(PeriodAhead.next(30))
                .train(pipeline.asOf(some.origin().plusDays(35))) // its period has passed, and its origin is a week's
                .orElseThrow()
                .backtestOfChoosing()
                .trials();
        BacktestTrial last = then.get(then.size() - 1);
        assertThat(last.origin()).isEqualTo(some.origin());
        assertThat(last.forecast()).isEqualTo(some.forecast(), within(1e-6 * some.forecast()));
    }

    @Test
    void theYearAgoIsRefusedWithoutAYear() {
        PipelineModel young = PipelineForecast.of(PeriodAhead.next(30))
                .train(pipeline.asOf(LocalDate.of(2023, 11, 30)))
                .orElseThrow();
        assertThat(young.numbers().left().get(PipelineMethod.SAME_PERIOD_LAST_YEAR))
                .contains("needs what was won from 2022-12-01 on")
                .contains("Maybe a longer history");
        assertThatThrownBy(() -> young.by(PipelineMethod.SAME_PERIOD_LAST_YEAR))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void withFewDealsTheTimeModelIsLeftOutAndTheRunRateRemains() {
        Pipeline few = pipeline.only(d -> d.id().endsWith("7"));
        LocalDate day = LocalDate.of(2023, 12, 1);
        PipelineModel simple =
                PipelineForecast.of(PeriodAhead.next(30)).train(few.asOf(day)).orElseThrow();
        assertThat(simple.numbers().time()).isEmpty();
        assertThat(simple.numbers().left().get(PipelineMethod.TIME_MODEL)).contains("40 won and 40 lost");
        assertThat(simple.deals(Span.of(day.plusDays(1), day.plusDays(31)))).isEmpty();
    }

    @Test
    void withoutResolvedPeriodsThereIsNoForecast() {
        Training<PipelineModel> early =
                PipelineForecast.of(PeriodAhead.next(90)).train(pipeline.asOf(LocalDate.of(2023, 3, 1)));
        assertThat(early).isInstanceOf(Refused.class);
        assertThat(((Refused<?>) early).code()).isEqualTo(RefusalCode.HISTORY_TOO_SHORT);
        Training<PipelineModel> before =
                PipelineForecast.of(PeriodAhead.next(30)).train(pipeline.asOf(LocalDate.of(2022, 1, 1)));
        assertThat(((Refused<?>) before).code()).isEqualTo(RefusalCode.TOO_FEW_CASES);
        assertThat(before.toString())
                .contains("There is no deal up to 2022-01-01")
                .contains("Maybe");
    }

    @Test
    void whatItTakesReachesTheTarget() {
        PipelineModel hazards = model.by(PipelineMethod.TIME_MODEL);
        double point = hazards.forecast(NEXT).point();
        WhatItTakes takes = hazards.whatItTakes(NEXT, point * 1.3);
        double open = hazards.forecast(NEXT).part("from open").orElseThrow().point();
        assertThat(takes.openTimes().orElseThrow() * open - open).isEqualTo(0.3 * point, within(1e-6 * point));
        assertThat(takes.winTimes().orElseThrow()).isBetween(1.3, 2.0);
        assertThat(takes.shortfall()).isGreaterThan(0).isLessThan(point);
        WhatItTakes nothing = hazards.whatItTakes(NEXT, 0);
        assertThat(nothing.gap()).isZero();
        assertThat(nothing.reached().value()).isEqualTo(1);
        assertThat(nothing.winTimes()).hasValue(1);
    }

    /** 20,000 worlds stray from what is exact by less than five of their standard errors. */
    @Test
    void whatCanBeToldExactlyAgreesWithWhatIsDrawn() {
        Chances chances = model.chances(NEXT);
        Odds wins = model.wins(NEXT);
        List<DealOutlook> deals = model.deals(NEXT);
        assertThat(chances.size()).isEqualTo(deals.size());
        assertThat(wins.mean())
                .isEqualTo(deals.stream().mapToDouble(DealOutlook::inPeriod).sum(), within(1e-9));
        double none = 1;
        for (DealOutlook deal : deals) {
            none *= 1 - deal.inPeriod();
        }
        assertThat(wins.probability(0)).isEqualTo(none, within(1e-12));

        int worlds = 20_000;
        TimeNumbers time = model.numbers().time().orElseThrow();
        int day = (int) END.toEpochDay();
        NewWins fresh = NewWins.of(time.fresh(), day, day + 1, day + 31);
        double[] inPeriod = new double[deals.size()];
        model.numbers()
                .open()
                .forEach(open -> inPeriod[model.numbers().open().indexOf(open)] = deals.stream()
                        .filter(d -> d.deal().equals(open))
                        .findFirst()
                        .orElseThrow()
                        .inPeriod());
        Expected expected = new Expected(model.numbers().open(), inPeriod, new double[0], fresh);
        double[] drawn = PeriodDraws.open(expected, worlds, Simulation.streamFor(3, "open"));
        Odds money = Odds.of(chances.toNearest(1)).orElseThrow();
        assertThat(money.mean()).isEqualTo(expected.open(), within(0.5 * deals.size()));
        for (double p : new double[] {0.1, 0.25, 0.5, 0.75, 0.9}) {
            double number = money.quantile(p);
            double reached = Arrays.stream(drawn).filter(d -> d >= number).count() / (double) worlds;
            double exact = money.reaching(number);
            assertThat(reached).isEqualTo(exact, within(5 * Math.sqrt(exact * (1 - exact) / worlds) + 0.003));
        }
    }

    @Test
    void theDealsThatDecideComeFirst() {
        List<DealOutlook> deals = model.deals(NEXT);
        assertThat(deals.stream().mapToDouble(DealOutlook::decides).sum()).isEqualTo(1, within(1e-9));
        assertThat(deals).isSortedAccordingTo((a, b) -> Double.compare(b.decides(), a.decides()));
        assertThat(deals).allSatisfy(d -> {
            assertThat(d.inPeriod()).isBetween(0.0, d.ever());
            assertThat(d.expectedClose().orElseThrow()).isAfter(END);
        });
    }

    @Test
    void probabilitiesOfDealsHold() {
        DealReliability reliability = model.reliability();
        assertThat(reliability.brier()).isLessThan(reliability.base() * 1.01);
        for (DealReliability.Bin bin : reliability.bins()) {
            if (bin.cases() > 2000) {
                assertThat(bin.won()).isEqualTo(bin.expected(), within(0.05));
            }
        }
    }

    @Test
    void errorsAreCutByWhatTrialsHaveInCommon() {
        Backtest backtest = model.backtest(PipelineMethod.RUN_RATE);
        Map<Integer, Accuracy> months = backtest.accuracyBy(t -> t.origin().getMonthValue());
        assertThat(months.values().stream().mapToLong(Accuracy::cases).sum())
                .isEqualTo(backtest.trials().size());
        assertThat(List.copyOf(months.keySet())).isSorted();
    }
}
