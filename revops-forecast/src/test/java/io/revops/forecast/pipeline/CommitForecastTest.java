package io.revops.forecast.pipeline;

import static io.revops.forecast.pipeline.SmallFunnel.deal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.revops.book.ForecastCategory;
import io.revops.book.RevenueBook;
import io.revops.forecast.Accuracy;
import io.revops.forecast.BacktestTrial;
import io.revops.forecast.Contribution;
import io.revops.forecast.Forecast;
import io.revops.forecast.History;
import io.revops.forecast.RefusalCode;
import io.revops.forecast.Refused;
import io.revops.forecast.json.CommitJson;
import io.revops.forecast.report.ForecastSection;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.metric.Ratio;
import io.revops.report.Section;
import io.revops.report.Table;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommitForecastTest {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 15);
    private static final Span NOW = Span.quarter(2026, 1);

    /** How many of a quarter's ten deals of 100 that anna and bert each commit are won, and how many of ten best cases. */
    record Wins(int anna, int bert, int best) {}

    /**
     * Quarters before 2026, the last one first. In each, one deal of 50 was closed early; anna and bert commit ten deals of 100 and ten
     * more are best cases; after the day of the forecast some are won, and two new deals of 100 come and are won.
     */
    private static Pipeline company(Wins... quarters) {
        Pipeline.Builder company = Pipeline.builder(DAY, "USD");
        LocalDate from = NOW.from();
        add(company, from, new Wins(0, 0, 0), false);
        for (Wins wins : quarters) {
            from = from.minusMonths(3);
            add(company, from, wins, true);
        }
        return company.build();
    }

    private static void add(Pipeline.Builder company, LocalDate from, Wins wins, boolean over) {
        company.deal(deal(from + " early", day(from, 1))
                .amount(50)
                .category(ForecastCategory.COMMIT)
                .owner("anna")
                .won(day(from, 10))
                .path());
        for (int i = 0; i < 10; i++) {
            company.deal(called(from, "anna", i, ForecastCategory.COMMIT, over, i < wins.anna()));
            company.deal(called(from, "bert", i, ForecastCategory.COMMIT, over, i < wins.bert()));
            company.deal(called(from, "best", i, ForecastCategory.BEST_CASE, over, i < wins.best()));
        }
        for (int i = 0; i < 2 && over; i++) {
            company.deal(deal(from + " new" + i, day(from, 60))
                    .amount(100)
                    .owner("anna")
                    .won(day(from, 75))
                    .path());
        }
    }

    private static DealPath called(
            LocalDate from, String owner, int i, ForecastCategory category, boolean over, boolean won) {
        SmallFunnel deal = deal(from + " " + owner + i, day(from, 2))
                .amount(100)
                .owner(owner)
                .category(category)
                .closes(day(from, 80));
        return (!over ? deal : won ? deal.won(day(from, 70)) : deal.lost(day(from, 70))).path();
    }

    private static String day(LocalDate from, int days) {
        return from.plusDays(days).toString();
    }

    private static Pipeline steady(int quarters) {
        Wins[] wins = new Wins[quarters];
        java.util.Arrays.fill(wins, new Wins(9, 7, 3));
        return company(wins);
    }

    private static CommitModel model(Pipeline company) {
        return CommitForecast.ofQuarter().train(company).orElseThrow();
    }

    @Test
    void callsAreTakenTimesWhatCameOfThem() {
        Forecast forecast = model(steady(12)).forecast(NOW);
        assertThat(forecast.part("closed").orElseThrow().point()).isEqualTo(50);
        // anna (12 · 0.9 + 4 · 0.8) / 16, bert (12 · 0.7 + 4 · 0.8) / 16, each of 1,000; best cases 0.3 of 1,000
        assertThat(forecast.part("from open").orElseThrow().point())
                .isCloseTo(1000 * 0.875 + 1000 * 0.725 + 1000 * 0.3, within(1e-9));
        assertThat(forecast.part("from new").orElseThrow().point()).isEqualTo(200);
        assertThat(forecast.point()).isCloseTo(2150, within(1e-9));
        assertThat(forecast.reasons())
                .contains(
                        "Learnt from 12 periods that have passed, each on the day as far from its end.",
                        "Of commit: 80.0 % of what was called came (12 periods).",
                        "Of best case: 30.0 % of what was called came (12 periods).",
                        "What nobody had called on that day brought USD 200.00 on average.");
    }

    @Test
    void yieldsShowWhatTheyRestOn() {
        CommitPeriod period = model(steady(12)).period(NOW);
        CategoryYield anna = period.yieldOf(ForecastCategory.COMMIT, "anna").orElseThrow();
        assertThat(anna.called()).isEqualTo(12_000);
        assertThat(anna.came()).isEqualTo(10_800);
        assertThat(anna.periods()).isEqualTo(12);
        assertThat(anna.value()).isCloseTo((12 * 0.9 + 4 * 0.8) / 16, within(1e-12));
        assertThat(anna).hasToString("commit of anna: 87.5 % of what was called came (12 periods)");
        assertThat(period.yieldOf(ForecastCategory.COMMIT, "zoe").orElseThrow().value())
                .as("a new seller is like everybody")
                .isCloseTo(0.8, within(1e-12));
        assertThat(period.yieldOf(ForecastCategory.PIPELINE, "anna")).isEmpty();
    }

    @Test
    void inASteadyCompanyTheForecastIsRightFromEveryEarlierDay() {
        CommitModel model = model(steady(12));
        Accuracy accuracy = model.backtest().accuracy(1).orElseThrow();
        assertThat(accuracy.cases()).as("all quarters with two before them").isEqualTo(10);
        assertThat(accuracy.wape().orElseThrow().value()).isCloseTo(0, within(1e-12));
        Forecast forecast = model.forecast(NOW);
        assertThat(forecast.quantile(0.1).orElseThrow()).isCloseTo(2150, within(1e-9));
        assertThat(forecast.quantile(0.9).orElseThrow()).isCloseTo(2150, within(1e-9));
        assertThat(forecast.measured()).hasValue(accuracy);
    }

    @Test
    void theIntervalIsWhatWasMissedAsAShareOfWhatWasCalled() {
        CommitModel model = model(company(
                new Wins(10, 10, 10), new Wins(0, 0, 0), new Wins(5, 5, 5), new Wins(5, 5, 5), new Wins(5, 5, 5)));
        CommitPeriod period = model.period(NOW);
        assertThat(period.errors())
                .extracting(CommitError::open)
                .satisfiesExactly(
                        third -> assertThat(third).isCloseTo(0, within(1e-12)),
                        none -> assertThat(none).isCloseTo(-0.5, within(1e-12)),
                        // (5 + 5 + 5 + 0) of 40 had come before
                        all -> assertThat(all).isCloseTo(1 - 0.375, within(1e-12)));
        Contribution open = model.forecast(NOW).part("from open").orElseThrow();
        assertThat(open.point()).isCloseTo(3000 * 0.5, within(1e-9));
        assertThat(open.draws().toArray()).containsExactly(new double[] {1500, 0, 1500 + 0.625 * 3000}, within(1e-9));
        assertThat(model.forecast(NOW).quantile(0.9).value())
                .as("three errors are too few")
                .isEmpty();
        BacktestTrial last = model.backtest().trials().get(2);
        assertThat(last.actual()).isEqualTo(50 + 3000 + 200);
        assertThat(last.forecast()).isCloseTo(50 + 3000 * 0.375 + 200, within(1e-9));
        assertThat(last.origin()).isEqualTo(LocalDate.of(2025, 12, 31).minusDays(44));
    }

    @Test
    void fewerThanFiveResolvedPeriodsAreRefused() {
        assertThat(CommitForecast.ofQuarter().train(steady(5)).model()).isPresent();
        Refused<?> refused = (Refused<?>) CommitForecast.ofQuarter().train(steady(4));
        assertThat(refused.code()).isEqualTo(RefusalCode.HISTORY_TOO_SHORT);
        assertThat(refused.need()).hasValue(new Refused.Need("resolved periods", 5, 4));
        assertThat(refused.fallback()).isEqualTo("read closed and commit as they are called, or forecast months");
        assertThat(CommitForecast.ofQuarter().train(Pipeline.builder(DAY, "USD").build()))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aCategoryThatWasNeverCalledBeforeIsNotCountedAndIsNamed() {
        Pipeline.Builder more = Pipeline.builder(DAY, "USD");
        steady(12).deals().forEach(more::deal);
        more.deal(deal("likely", "2026-01-05")
                .amount(77)
                .owner("anna")
                .category(ForecastCategory.MOST_LIKELY)
                .closes("2026-03-01")
                .path());
        more.deal(deal("unsaid", "2026-01-05").amount(77).closes("2026-03-01").path());
        Forecast forecast = model(more.build()).forecast(NOW);
        assertThat(forecast.point()).isCloseTo(2150, within(1e-9));
        assertThat(forecast.reasons())
                .contains("USD 77.00 is called in categories that were never called before, and is not counted.")
                .contains("1 deals of the period are not counted: unsaid: nobody gave it a category.");
    }

    @Test
    void omittedDealsComeAsNewOnes() {
        Pipeline.Builder more = Pipeline.builder(DAY, "USD");
        steady(12).deals().forEach(more::deal);
        for (int q = 1; q <= 12; q++) {
            LocalDate from = NOW.from().minusMonths(3L * q);
            more.deal(deal(from + " omitted", day(from, 2))
                    .amount(40)
                    .category(ForecastCategory.OMITTED)
                    .closes(day(from, 80))
                    .won(day(from, 79))
                    .path());
        }
        assertThat(model(more.build())
                        .forecast(NOW)
                        .part("from new")
                        .orElseThrow()
                        .point())
                .isCloseTo(240, within(1e-9));
    }

    @Test
    void categoriesOfStagesStandInForThoseThatNobodyGave() {
        Pipeline.Builder company = Pipeline.builder(DAY, "USD");
        for (int q = 0; q <= 6; q++) {
            LocalDate from = NOW.from().minusMonths(3L * q);
            SmallFunnel deal = deal(from.toString(), day(from, 2))
                    .amount(100)
                    .stage("Legal")
                    .closes(day(from, 80));
            company.deal((q == 0 ? deal : q % 2 == 0 ? deal.won(day(from, 60)) : deal.lost(day(from, 60))).path());
        }
        assertThat(CommitForecast.ofQuarter().train(company.build()).model()).isEmpty();
        CommitModel model = CommitForecast.ofQuarter()
                .with(CategoryMap.none().with("Legal", ForecastCategory.COMMIT))
                .train(company.build())
                .orElseThrow();
        assertThat(model.forecast(NOW).point()).isCloseTo(50, within(1e-9));
    }

    @Test
    void theQuarterAfterTheRunningOneHasItsOwnYields() {
        Span next = Span.quarter(2026, 2);
        Pipeline.Builder more = Pipeline.builder(DAY, "USD");
        steady(12).deals().forEach(more::deal);
        for (int q = 0; q <= 8; q++) {
            LocalDate from = next.from().minusMonths(3L * q);
            SmallFunnel early = deal(from + " long before", from.minusMonths(2).toString())
                    .amount(500)
                    .category(ForecastCategory.PIPELINE)
                    .closes(day(from, 80));
            company(more, early, q > 1, from);
        }
        CommitModel model = CommitForecast.of(Cadence.QUARTER)
                .with(day -> List.of(NOW, next))
                .train(more.build())
                .orElseThrow();
        CommitPeriod period = model.period(next);
        assertThat(period.resolved()).as("the running quarter is not over").isEqualTo(7);
        assertThat(period.closed()).isZero();
        assertThat(period.called()).containsExactly(new CalledAmount(ForecastCategory.PIPELINE, "", 500));
        assertThat(model.forecast(next).part("from open").orElseThrow().point()).isEqualTo(500);
        assertThat(model.forecast(next).part("from new").orElseThrow().point())
                .as("everything that is called later: 50 + 900 + 700 + 300 + 200")
                .isCloseTo(2150, within(1e-9));
        assertThat(model.backtest().trials(2)).isNotEmpty();
    }

    private static void company(Pipeline.Builder more, SmallFunnel deal, boolean over, LocalDate from) {
        more.deal((over ? deal.won(day(from, 70)) : deal).path());
    }

    @Test
    void sellersStandAloneIfTheirCategoryIsWorthNothing() {
        CommitModel alone = CommitForecast.ofQuarter()
                .with(new SellerShrinkage(0))
                .train(steady(12))
                .orElseThrow();
        assertThat(alone.period(NOW)
                        .yieldOf(ForecastCategory.COMMIT, "anna")
                        .orElseThrow()
                        .value())
                .isCloseTo(0.9, within(1e-12));
    }

    @Test
    void aReportShowsTheForecastBesideThePastQuarters() {
        Section section = ForecastSection.of(
                day -> List.of(NOW), List.of(CommitForecast.ofQuarter().train(steady(12))));
        Table table = section.tables().get(0);
        assertThat(table.title()).isEqualTo("Bookings by commit, in USD");
        assertThat(table.rows()).hasSize(11);
        assertThat(table.rows().get(10).get(0).printed()).isEqualTo("2026-Q1");
        assertThat(table.rows().get(10).get(2).printed()).isEqualTo("2,150.00");
        assertThat(section.tables().get(1).rows().get(0).get(5).printed()).isEqualTo("1 of 1");
    }

    @Test
    void aHistoryIsLookedAtOnlyAsFarAsItReaches() {
        Pipeline company = steady(12);
        assertThat(company.reaches(DAY)).isTrue();
        assertThat(company.reaches(DAY.plusDays(1))).isFalse();
        RevenueView view = RevenueView.of(
                RevenueBook.empty(), RevenuePolicy.standard(), Span.of(LocalDate.of(2025, 1, 1), DAY.plusDays(1)));
        Pipeline late =
                new Pipeline(DAY, LocalDate.of(2024, 12, 31), "USD", company.deals(), List.of(), List.of(), null);
        assertThat(late.reaches(LocalDate.of(2024, 12, 31))).isTrue();
        assertThat(late.reaches(LocalDate.of(2024, 12, 30))).isFalse();
        assertThat(((Refused<?>) CommitForecast.ofQuarter().train(late)).need())
                .hasValue(new Refused.Need("resolved periods", 5, 4));
        assertThat(RepBias.learnt(late, NOW, CategoryMap.none(), ResolvedPeriods.standard())
                        .get("anna")
                        .periods())
                .isEqualTo(4);
        assertThat(CommitForecast.ofQuarter().train(History.of(view))).isInstanceOf(Refused.class);
    }

    @Test
    void theTrainingSaysWhereItComesFrom() {
        var training = CommitForecast.ofQuarter().train(steady(12));
        CommitModel model = training.orElseThrow();
        assertThat(model.provenance().method())
                .isEqualTo("commit, 5 to 12 resolved periods, a category worth 4.0 of a seller's");
        assertThat(model.provenance().asOf()).isEqualTo(DAY);
        assertThat(model.provenance().data()).hasSize(64);
        assertThat(model).hasToString("Bookings by commit as of 2026-02-15, for 2026-Q1");
        assertThat(new CommitModel(model.numbers())).isEqualTo(model);
        assertThat(model.backtest().accuracy().orElseThrow().bias().orElseThrow())
                .isInstanceOf(Ratio.class);
    }

    @Test
    void anotherModelIsNotReadAsThisOne() {
        String text = CommitJson.text(model(steady(5)));
        assertThat(text).startsWith("{\"formatVersion\":1,\"model\":\"commit\",\"quantity\":{\"id\":\"bookings\",");
        assertThatThrownBy(() -> CommitJson.read(text.replace("\"model\":\"commit\"", "\"model\":\"other\"")))
                .hasMessageContaining("The model is a other and not a commit. Maybe");
        assertThatThrownBy(() -> CommitJson.read(text.replace("\"formatVersion\":1", "\"formatVersion\":2")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void misuseIsNamed() {
        CommitModel model = model(steady(5));
        assertThatThrownBy(() -> model.forecast(Span.quarter(2026, 2)))
                .hasMessageContaining("trained for [2026-Q1] and not for 2026-Q2. Maybe");
        assertThatThrownBy(() -> new ResolvedPeriods(2, 12)).hasMessageContaining("at least 3");
        assertThatThrownBy(() -> new SellerShrinkage(-1)).hasMessageContaining("0 or more");
        assertThatThrownBy(() -> new CommitNumbers(2, model.quantity(), new ArrayList<>(), model.provenance()))
                .hasMessageContaining("version 2");
    }
}
