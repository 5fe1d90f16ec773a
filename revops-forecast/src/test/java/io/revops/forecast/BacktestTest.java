package io.revops.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.catalog.Metrics;
import io.revops.forecast.series.LineMethod;
import io.revops.forecast.series.StraightLine;
import io.revops.forecast.series.StraightLineModel;
import io.revops.metric.Reading;
import io.revops.metric.Undefined;
import io.revops.metric.UndefinedCode;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BacktestTest {
    private static final Observed SALES = Months.flow("sales", Months.uneven(20, 5, 100, 3, 60));
    private static final StraightLine LINE = StraightLine.of("sales").with(LineMethod.GROWTH_LINE);

    @AfterEach
    void clearTheInterrupt() {
        Thread.interrupted();
    }

    private static List<LocalDate> monthEnds(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(m -> Months.FIRST.plusMonths(m).minusDays(1))
                .toList();
    }

    private static Function<Span, Reading<Double>> actual(Observed series) {
        return span -> series.over(span)
                .<Reading<Double>>map(Reading::known)
                .orElseGet(() -> Reading.undefined(UndefinedCode.TOO_FEW_CASES, "not there"));
    }

    private static Backtest run(ProgressListener listener) {
        return Backtest.run(LINE, History.of(SALES), monthEnds(1, 20), Horizons.months(3), actual(SALES), listener);
    }

    /** A trainer measures its errors inside its history; rebuilding the history at every origin must give the same points. */
    @Test
    void rebuildingTheHistoryGivesTheTrialsThatTheTrainerMeasured() {
        Backtest rebuilt = run(ProgressListener.NONE);
        List<BacktestTrial> inside =
                LINE.train(History.of(SALES)).orElseThrow().backtest().trials();
        LocalDate sixMonths = Months.FIRST.plusMonths(6).minusDays(1);
        assertThat(rebuilt.trials().stream().filter(t -> !t.origin().isBefore(sixMonths)))
                .containsExactlyElementsOf(inside)
                .hasSize(14 + 13 + 12);
        assertThat(rebuilt.method()).isEqualTo("growth line");
        assertThat(rebuilt).hasToString("growth line: 42 forecasts from 15 origins");
    }

    @Test
    void anOriginWithTooFewMonthsIsRefusedAndKept() {
        Backtest rebuilt = run(ProgressListener.NONE);
        assertThat(rebuilt.refused().keySet()).containsExactlyElementsOf(monthEnds(1, 4));
        assertThat(rebuilt.refused()
                        .get(Months.FIRST.plusMonths(4).minusDays(1))
                        .code())
                .isEqualTo(RefusalCode.HISTORY_TOO_SHORT);
    }

    @Test
    void onlyPeriodsThatHavePassedAreTrials() {
        assertThat(run(ProgressListener.NONE).trials()).allSatisfy(t -> {
            assertThat(t.horizon().to()).isBeforeOrEqualTo(SALES.month(20).from());
            assertThat(t.horizon().from()).isAfter(t.origin());
            assertThat(t.error()).isEqualTo(t.forecast() - t.actual());
        });
        Backtest none = Backtest.run(
                LINE, History.of(SALES), monthEnds(20, 20), Horizons.months(3), actual(SALES), ProgressListener.NONE);
        assertThat(none.trials()).isEmpty();
        assertThat(none.accuracy())
                .isInstanceOfSatisfying(
                        Undefined.class, u -> assertThat(u.code()).isEqualTo(UndefinedCode.TOO_FEW_CASES));
    }

    @Test
    void aPeriodWithoutAnActualIsLeftOut() {
        Backtest some = Backtest.run(
                LINE,
                History.of(SALES),
                monthEnds(6, 8),
                Horizons.months(1),
                span -> span.equals(SALES.month(7))
                        ? Reading.undefined(UndefinedCode.NO_BOOK, "lost")
                        : actual(SALES).apply(span),
                ProgressListener.NONE);
        assertThat(some.trials()).extracting(BacktestTrial::horizon).containsExactly(SALES.month(6), SALES.month(8));
    }

    @Test
    void listenerHearsEveryOriginAndAnInterruptStops() {
        List<Long> heard = new ArrayList<>();
        run((done, of) -> heard.add(done * 100 + of));
        assertThat(heard).hasSize(20).startsWith(120L).endsWith(2020L);
        assertThatThrownBy(() -> run((done, of) -> Thread.currentThread().interrupt()))
                .isInstanceOf(CancellationException.class)
                .hasMessageContaining("Maybe run it again");
        assertThat(Thread.interrupted()).isTrue();
    }

    /** Facts known later must not move an earlier trial: here a book with a correction, month by month. */
    @Test
    void bookIsRebuiltAtEveryOrigin() {
        SmallCompany company = SmallCompany.start();
        for (int month = 1; month <= 12; month++) {
            company.pays("a" + month, String.format(java.util.Locale.ROOT, "2024-%02d-05", month), "10" + month);
        }
        company.paysRecorded("a1", "2024-02-01", "999", "2024-12-20T00:00:00Z");
        History history = History.of(company.view(Span.year(2024)));
        Observed known = history.monthly(Metrics.MRR, Nature.LEVEL).orElseThrow();
        List<LocalDate> origins = List.of(LocalDate.of(2024, 9, 30), LocalDate.of(2024, 10, 31));
        Backtest backtest = Backtest.run(
                StraightLine.ofLevel(Metrics.MRR),
                history,
                origins,
                Horizons.months(2),
                actual(known),
                ProgressListener.NONE);
        double before = 101 + 102 + 103 + 104 + 105 + 106 + 107 + 108 + 109;
        assertThat(backtest.trials(1).get(0).forecast()).isEqualTo(before);
        assertThat(backtest.trials(1).get(0).actual()).isEqualTo(before + 1010 - 101 + 999);
    }

    @Test
    void horizonsBeginWithTheFirstWholePeriod() {
        assertThat(Horizons.months(2).of(LocalDate.of(2024, 1, 31)))
                .containsExactly(Span.month(2024, 2), Span.month(2024, 3));
        assertThat(Horizons.months(1).of(LocalDate.of(2024, 1, 30))).containsExactly(Span.month(2024, 2));
        assertThat(Horizons.next(1, Cadence.QUARTER).of(LocalDate.of(2024, 2, 10)))
                .containsExactly(Span.quarter(2024, 2));
        assertThatThrownBy(() -> Horizons.months(0)).hasMessageContaining("Maybe 1 or more");
    }

    /** The run rate misses 1 three times, 2 twice and 3 once from five months on: 10 of 21 + 15 + 8. */
    @Test
    void adviceKeepsTheMethodThatMissedByLessOnTheSameForecasts() {
        Training<StraightLineModel> grown =
                LINE.better().train(History.of(Months.flow("sales", 1, 2, 3, 4, 5, 6, 7, 8)));
        assertThat(grown.orElseThrow().method()).isEqualTo("growth line");
        assertThat(((Trained<StraightLineModel>) grown).reasons())
                .containsExactly(
                        "Chosen by backtest: WAPE of the growth line 0.0 %, of the run rate 22.7 %, over the same 6"
                                + " forecasts.");
        Training<StraightLineModel> flat =
                LINE.better().train(History.of(Months.flow("sales", 9, 1, 9, 1, 5, 5, 5, 5, 5, 5)));
        assertThat(flat.orElseThrow().method()).isEqualTo("run rate");
        assertThat(flat.model()).isPresent();
    }

    @Test
    void aTieGoesToTheSimplest() {
        assertThat(LINE.better()
                        .train(History.of(Months.flow("sales", 5, 5, 5, 5, 5)))
                        .orElseThrow()
                        .method())
                .isEqualTo("run rate");
    }

    @Test
    void whoIsRefusedIsLeftOutAndIfAllAreTheFirstRefusalStands() {
        Training<StraightLineModel> one = LINE.better().train(History.of(Months.flow("sales", 1, 2, 3, 4)));
        assertThat(((Trained<StraightLineModel>) one).reasons())
                .containsExactly(
                        "Left out: The growth line of Sales of sales needs 5 months to have one measured error 3"
                                + " ahead, and there are 4.");
        assertThat(LINE.better().train(History.of(Months.flow("sales", 1, 2))))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.why()).startsWith("The run rate"));
    }

    @Test
    void zerosHaveNoShareToBeComparedInButErrorsHaveSizes() {
        Training<StraightLineModel> zeros = LINE.better().train(History.of(Months.flow("sales", 0, 0, 0, 0, 0)));
        assertThat(((Trained<StraightLineModel>) zeros).reasons().get(0)).contains("undefined: An actual is zero");
    }

    @Test
    void methodsThatShareNoForecastAreNotCompared() {
        Observed a = Months.flow("a", 1, 2, 3);
        Observed b = Observed.ofMonths(Months.quantity("b", Nature.FLOW), LocalDate.of(2024, 7, 1), 1, 2, 3);
        Trainer<StraightLineModel> both = MethodAdvisor.of(
                StraightLine.of("a").with(io.revops.forecast.series.MonthsAhead.of(1)),
                StraightLine.of("b").with(io.revops.forecast.series.MonthsAhead.of(1)));
        Trained<StraightLineModel> chosen = (Trained<StraightLineModel>) both.train(History.of(a, b));
        assertThat(chosen.reasons().get(0)).startsWith("The methods share no forecast");
        assertThat(chosen.fitted().quantity().id()).isEqualTo("a");
    }

    @Test
    void aTrialIsOfAPeriodAheadWithFiniteNumbers() {
        assertThatThrownBy(
                        () -> new BacktestTrial(Months.FIRST, Span.month(2024, 2), 0, 1, new java.util.TreeMap<>(), 1))
                .hasMessageContaining("Maybe leave it out");
        assertThat(Backtest.of("m", List.of()))
                .isEqualTo(Backtest.of("m", List.of()))
                .isNotEqualTo(Backtest.of("n", List.of()));
        assertThat(Backtest.of("m", List.of())).hasSameHashCodeAs(Backtest.of("m", List.of()));
    }
}
