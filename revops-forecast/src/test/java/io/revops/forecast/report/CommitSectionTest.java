package io.revops.forecast.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.book.ForecastCategory;
import io.revops.book.Outcome;
import io.revops.forecast.Backtest;
import io.revops.forecast.BacktestTrial;
import io.revops.forecast.pipeline.Adjustment;
import io.revops.forecast.pipeline.CalledDeal;
import io.revops.forecast.pipeline.DealPath;
import io.revops.forecast.pipeline.DealRisks;
import io.revops.forecast.pipeline.DealStep;
import io.revops.forecast.pipeline.EntryRule;
import io.revops.forecast.pipeline.EntryRules;
import io.revops.forecast.pipeline.Hierarchy;
import io.revops.forecast.pipeline.Pipeline;
import io.revops.forecast.pipeline.RepBias;
import io.revops.forecast.pipeline.RollUp;
import io.revops.forecast.pipeline.SnapshotDeal;
import io.revops.forecast.pipeline.Waterfall;
import io.revops.money.Money;
import io.revops.report.Cell;
import io.revops.report.Column;
import io.revops.report.Section;
import io.revops.report.Table;
import io.revops.report.chart.Chart;
import io.revops.report.chart.Numbers;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The sections of a pipeline: they lay out and compute nothing. */
class CommitSectionTest {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 15);
    private static final Span Q1 = Span.quarter(2026, 1);

    private static Money usd(long amount) {
        return Money.of(amount, "USD");
    }

    private static List<String> printed(Table table, int row) {
        return table.rows().get(row).stream().map(Cell::printed).toList();
    }

    private static RollUp.Builder rollUp() {
        return RollUp.of(
                        Hierarchy.of("Acme")
                                .put("anna", "EMEA")
                                .titled("anna", "Anna")
                                .build(),
                        Money.currency("USD"))
                .deals(List.of(
                        new CalledDeal("a", "anna", ForecastCategory.CLOSED, usd(40)),
                        new CalledDeal("b", "anna", ForecastCategory.COMMIT, usd(60)),
                        new CalledDeal("c", "anna", ForecastCategory.BEST_CASE, usd(80)),
                        new CalledDeal("d", "zoe", ForecastCategory.OMITTED, usd(10))))
                .quota("anna", usd(200));
    }

    @Test
    void categoriesStandAloneAndWithSurerOnes() {
        Section section = CommitSection.of(rollUp().build());
        Table categories = section.tables().get(0);
        assertThat(printed(categories, 0)).containsExactly("closed", "1", "USD 40.00", "USD 40.00", "USD 40.00");
        assertThat(printed(categories, 3)).containsExactly("best case", "1", "USD 80.00", "USD 180.00", "USD 180.00");
        assertThat(printed(categories, 5)).containsExactly("omitted", "1", "USD 10.00", "never counted", "");
        assertThat(section.charts()).extracting(Chart::id).containsExactly("categories");
        assertThat(section.tables()).extracting(Table::id).containsExactly("categories", "roll_up");
        assertThat(section.how().get(0).headline()).isEqualTo("Base USD 100.00, stretch USD 180.00");
    }

    @Test
    void everyNodeHasALineAndEveryAdjustmentIsListed() {
        RollUp adjusted = rollUp().build()
                .adjust("anna", ForecastCategory.COMMIT, usd(120), Adjustment.Said.byManager("maria", DAY, "approved"));
        Section section = CommitSection.of(adjusted);
        Table lines = section.tables().get(1);
        assertThat(printed(lines, 0))
                .containsExactly(
                        "Acme",
                        "",
                        "USD 40.00",
                        "USD 100.00",
                        "USD 120.00",
                        "USD 180.00",
                        "USD 0.00",
                        "USD 200.00",
                        "20.0 %",
                        "USD 80.00");
        assertThat(printed(lines, 2)).startsWith("Anna", "EMEA");
        assertThat(lines.notes()).contains("1 deals of nobody in the hierarchy count at the top: d.");
        assertThat(printed(section.tables().get(2), 0))
                .containsExactly(
                        "2026-02-15", "maria (manager)", "Anna", "commit", "USD 100.00", "USD 120.00", "approved");
    }

    @Test
    void barsOfAWaterfallStandBetweenStartAndEnd() {
        LocalDate march = LocalDate.of(2026, 3, 1);
        List<SnapshotDeal> before = new ArrayList<>();
        List<SnapshotDeal> after = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            before.add(SnapshotDeal.of("w" + i, Outcome.OPEN, usd(10 + i), march));
            after.add(SnapshotDeal.of("w" + i, Outcome.WON, usd(10 + i), march));
        }
        after.add(SnapshotDeal.of("new", Outcome.OPEN, usd(7), march));
        Section section = WaterfallSection.of(Waterfall.between(Q1, Money.currency("USD"), before, after), Q1);
        Table table = section.tables().get(0);
        assertThat(table.rows())
                .extracting(r -> r.get(0).printed())
                .containsExactly(
                        "start", "created", "pulled in", "increased", "decreased", "pushed", "won", "lost", "end");
        assertThat(printed(table, 1)).containsExactly("created", "", "USD 7.00", "", "1", "new");
        assertThat(printed(table, 6))
                .containsExactly("won", "", "", "USD -145.00", "10", "w9, w8, w7, w6, w5, w4, w3, w2 and 2 more");
        assertThat(table.numbers("balance", Numbers.EXACT).stream().flatMap(Optional::stream))
                .containsExactly(usd(145).amount(), usd(7).amount());
        assertThat(section.charts()).extracting(Chart::id).containsExactly("waterfall");
        assertThat(section.how().get(0).lines()).containsExactly("created: new USD 7.00", "won: w9 USD 19.00");
    }

    private static Pipeline pipeline() {
        return Pipeline.builder(DAY, "USD")
                .deal(open("small", 5))
                .deal(open("large", 500))
                .build();
    }

    private static DealPath open(String id, double amount) {
        return DealPath.of(id, LocalDate.of(2026, 1, 1))
                .name("Deal")
                .step(DealStep.on(LocalDate.of(2026, 1, 1))
                        .amount(amount)
                        .owner("anna")
                        .category(ForecastCategory.COMMIT)
                        .closeDate(LocalDate.of(2026, 2, 1))
                        .build())
                .build();
    }

    @Test
    void flaggedDealsStandTheLargestFirst() {
        Pipeline pipeline = pipeline();
        List<EntryRules.Check> checks = EntryRules.none()
                .require(ForecastCategory.COMMIT, new EntryRule.ClosesInPeriod())
                .check(pipeline, Q1, Map.of());
        List<RepBias> biases = List.of(RepBias.of("anna", List.of(new RepBias.Call(Q1.previous(), usd(100), usd(50)))));
        Section section = DealRiskSection.of(pipeline, DealRisks.of(pipeline), checks, biases);
        Table flags = section.tables().get(0);
        assertThat(printed(flags, 0))
                .containsExactly(
                        "large Deal",
                        "anna",
                        "500",
                        "close date passed",
                        "it was to close on 2026-02-01, 14 days ago.");
        assertThat(printed(flags, 2)).startsWith("small Deal");
        assertThat(flags.notes()).singleElement().asString().contains("2 questions could not be judged");
        assertThat(section.text()).containsExactly("2 of 2 deals are in a category whose rules they break.");
        assertThat(printed(section.tables().get(1), 0))
                .containsExactly(
                        "large", "commit", "most likely", "closes in the period: its close date 2026-02-01 has passed");
        assertThat(printed(section.tables().get(2), 0)).containsExactly("anna", "", "1", "50.0 %", "0.900");
        assertThat(DealRiskSection.of(pipeline, DealRisks.of(pipeline), List.of(), List.of())
                        .tables())
                .hasSize(1);
    }

    private static BacktestTrial trial(
            int month, int weeks, double forecast, double actual, Map<Double, Double> quantiles) {
        Span span = Span.month(2025, month);
        return new BacktestTrial(
                span.to().minusDays(1 + 7L * weeks), span, 1, forecast, new TreeMap<>(quantiles), actual);
    }

    @Test
    void accuracyIsToldByMethodByWeekAndByQuantile() {
        Map<Double, Double> quantiles = Map.of(0.1, 80.0, 0.5, 110.0, 0.9, 150.0);
        Section section = AccuracySection.of(List.of(
                Backtest.of("commit", List.of(trial(1, 4, 110, 130, quantiles), trial(2, 1, 90, 100, Map.of()))),
                Backtest.of("run rate", List.of())));
        Table methods = section.tables().get(0);
        assertThat(printed(methods, 0))
                .containsExactly(
                        "commit",
                        "2",
                        "13.0 %",
                        "12.7 %",
                        "-13.0 %",
                        "5.00",
                        "10.00",
                        "2.00",
                        "1 of 1",
                        "too few errors");
        assertThat(printed(methods, 1)).startsWith("run rate", "0", "not measured");
        Table weeks = section.tables().get(1);
        assertThat(weeks.rows()).extracting(r -> r.get(0).printed()).containsExactly("4", "1");
        Table calibration = section.tables().get(2);
        assertThat(calibration.rows())
                .extracting(r -> r.get(2).printed())
                .containsExactly("0 of 1", "0 of 1", "1 of 1");
        assertThat(calibration.columns()).extracting(Column::key).contains("probability", "share");
        assertThat(section.charts()).extracting(Chart::id).containsExactly("weeks", "calibration");
    }

    @Test
    void withoutTrialsThereIsAParagraph() {
        Section section = AccuracySection.of(List.of(Backtest.of("commit", List.of())));
        assertThat(section.text())
                .containsExactly("No period that commit forecast has passed. Maybe a longer history.");
        assertThatThrownBy(() -> AccuracySection.of(List.of())).hasMessageContaining("no backtest");
        Section bare = AccuracySection.of(List.of(Backtest.of("commit", List.of(trial(1, 0, 1, 2, Map.of())))));
        assertThat(bare.charts()).extracting(Chart::id).containsExactly("weeks");
        assertThat(bare.tables().get(2).notes())
                .containsExactly("No forecast had enough errors behind it for a quantile.");
    }
}
