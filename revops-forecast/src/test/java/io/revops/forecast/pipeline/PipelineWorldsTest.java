package io.revops.forecast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.revops.book.RevenueBook;
import io.revops.forecast.Accuracy;
import io.revops.forecast.Backtest;
import io.revops.forecast.BacktestTrial;
import io.revops.forecast.History;
import io.revops.forecast.Horizons;
import io.revops.forecast.ProgressListener;
import io.revops.forecast.json.PipelineJson;
import io.revops.ledger.ReportingCurrency;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.metric.Reading;
import io.revops.sample.CrmWorld;
import io.revops.time.Span;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The forecast on companies whose hazards, seasons and habits are known, with the profile {@code worlds} on 1,000 of them. */
class PipelineWorldsTest {
    private static final int COMPANIES = Integer.getInteger("revops.companies", 3);

    /** Of few companies a share may stray. */
    private static final int MANY = 50;

    private static RevenuePolicy policy() {
        return RevenuePolicy.standard().with(ReportingCurrency.of("USD"));
    }

    private static History history(CrmWorld world, RevenueBook book) {
        return History.of(RevenueView.of(book, policy(), Span.of(world.start(), world.end())));
    }

    /** After a year to learn. */
    private static List<BacktestTrial> later(CrmWorld world, Backtest backtest) {
        return backtest.trials().stream()
                .filter(t -> !t.origin().isBefore(world.start().plusYears(1)))
                .toList();
    }

    @Test
    void intervalsHoldWhatTheySayAndTheTimeModelBeatsWhatIsSimple() {
        CrmWorld world = CrmWorld.standard();
        List<BacktestTrial> hazards = new ArrayList<>();
        List<BacktestTrial> runRate = new ArrayList<>();
        List<BacktestTrial> chosen = new ArrayList<>();
        for (int company = 1; company <= COMPANIES; company++) {
            PipelineModel model = PipelineForecast.of(PeriodAhead.next(30))
                    .train(history(world, SimulatedCrm.book(world.company(100 + company))))
                    .orElseThrow();
            hazards.addAll(later(world, model.backtest(PipelineMethod.TIME_MODEL)));
            runRate.addAll(later(world, model.backtest(PipelineMethod.RUN_RATE)));
            chosen.addAll(later(world, model.backtestOfChoosing()));
            assertThat(model.reliability().brier())
                    .isLessThan(model.reliability().base());
        }
        double wape = wape(hazards);
        assertThat(wape).isLessThan(wape(runRate));
        assertThat(wape(chosen)).isLessThan(1.1 * wape(runRate));
        // Some 100 overlapping periods of a company are about 24 of their own: of 72 a share of 80 % has a standard
        // error of 5 %.
        assertThat(Accuracy.of(hazards).coverage(0.8).orElseThrow().value())
                .isEqualTo(0.8, within(COMPANIES < MANY ? 0.1 : 0.05));
        assertThat(Accuracy.of(hazards).coverage(0.5).orElseThrow().value())
                .isEqualTo(0.5, within(COMPANIES < MANY ? 0.12 : 0.05));
        assertThat(Accuracy.of(hazards).bias().orElseThrow().value())
                .isEqualTo(0, within(COMPANIES < MANY ? 0.15 : 0.03));
    }

    private static double wape(List<BacktestTrial> trials) {
        return Accuracy.of(trials).wape().orElseThrow().value();
    }

    @Test
    void whatIsWrittenLaterChangesNoByteOfAModelFromABook() {
        CrmWorld world = CrmWorld.standard().during(LocalDate.of(2022, 1, 1), 2);
        RevenueBook whole = SimulatedCrm.book(world.company(7));
        LocalDate day = LocalDate.of(2023, 5, 17);
        RevenueBook cut = whole.asOf(day, ZoneOffset.UTC);
        PipelineForecast trainer = PipelineForecast.of(Span.quarter(2023, 2));
        String model =
                PipelineJson.text(trainer.train(history(world, whole).asOf(day)).orElseThrow());
        assertThat(PipelineJson.text(
                        trainer.train(history(world, cut).asOf(day)).orElseThrow()))
                .isEqualTo(model);
        // Walked through from the whole history it is the same pipeline.
        assertThat(Pipeline.of(history(world, whole)).asOf(day))
                .isEqualTo(Pipeline.of(history(world, cut).asOf(day)));
    }

    @Test
    void aBacktestThatRebuildsTheHistoryAgreesWithTheWalk() {
        CrmWorld world = CrmWorld.standard().during(LocalDate.of(2022, 1, 1), 2);
        History history = history(world, SimulatedCrm.book(world.company(8)));
        Pipeline pipeline = Pipeline.of(history);
        LocalDate origin = pipeline.asOf().minusDays(7 * 20);
        PeriodAhead ahead = PeriodAhead.next(30);
        Horizons horizons = day -> List.of(ahead.from(day));
        Backtest rebuilt = Backtest.run(
                PipelineForecast.of(ahead),
                history,
                List.of(origin),
                horizons,
                period -> Reading.known(pipeline.wonAmount(period)),
                ProgressListener.NONE);
        PipelineModel model = PipelineForecast.of(ahead).train(history).orElseThrow();
        BacktestTrial made = rebuilt.trials().get(0);
        BacktestTrial walked = model.numbers().trials().entrySet().stream()
                .filter(e -> e.getKey().toString().equals(rebuilt.method()))
                .flatMap(e -> e.getValue().stream())
                .filter(t -> t.origin().equals(origin))
                .findFirst()
                .orElseThrow();
        assertThat(made.actual()).isEqualTo(walked.actual(), within(1e-6));
        assertThat(made.forecast()).isEqualTo(walked.forecast(), within(1e-3 * walked.forecast()));
    }
}
