package io.revops.forecast.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.revops.book.RevenueBook;
import io.revops.forecast.Normals;
import io.revops.forecast.Simulation;
import io.revops.forecast.Training;
import io.revops.forecast.churn.ChurnCurve;
import io.revops.forecast.churn.ChurnHazard;
import io.revops.forecast.churn.ChurnModel;
import io.revops.forecast.churn.ChurnPropensity;
import io.revops.forecast.churn.Exposure;
import io.revops.forecast.churn.FollowUp;
import io.revops.forecast.churn.HazardModel;
import io.revops.forecast.churn.RevenueAtRisk;
import io.revops.forecast.churn.RiskScore;
import io.revops.forecast.churn.RiskScores;
import io.revops.forecast.learn.BaseRate;
import io.revops.forecast.learn.CrossValidation;
import io.revops.forecast.learn.DataSet;
import io.revops.forecast.learn.DataSetBuilder;
import io.revops.forecast.learn.DriftReport;
import io.revops.forecast.learn.Folds;
import io.revops.forecast.learn.LogisticRegression;
import io.revops.forecast.survival.KaplanMeier;
import io.revops.forecast.survival.Lifetime;
import io.revops.forecast.survival.Lifetimes;
import io.revops.forecast.survival.TimeScale;
import io.revops.health.ChurnHorizon;
import io.revops.health.HealthHistory;
import io.revops.health.HealthScorecard;
import io.revops.ledger.RevenuePolicy;
import io.revops.load.NativeForm;
import io.revops.report.Cell;
import io.revops.report.Report;
import io.revops.report.Section;
import io.revops.report.Table;
import io.revops.report.page.HtmlReport;
import io.revops.sample.ChurnWorld;
import io.revops.time.Span;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Churn in the report: the tables hold the numbers of what they show, and add up. */
class ChurnSectionsTest {
    private static final LocalDate DAY = LocalDate.of(2025, 6, 30);
    private static final DataSet PAST = rows(600, "past ");
    private static final DataSet TODAY = rows(60, "now ");

    @TempDir
    Path folder;

    /** On three days; who uses it less leaves more. */
    private static DataSet rows(int accounts, String name) {
        DataSetBuilder data = DataSet.of("usage", "tickets");
        for (int i = 0; i < accounts; i++) {
            var stream = Simulation.streamFor(3, name + i);
            double usage = Normals.next(stream);
            double tickets = Math.floor(3 * Normals.uniform(stream));
            double p = 1 / (1 + StrictMath.exp(1.6 + 1.3 * usage - 0.5 * tickets));
            data.row(name + i, Normals.uniform(stream) < p ? 1 : 0, usage, tickets)
                    .on(DAY.plusMonths(i % 3));
        }
        return data.build();
    }

    private static double number(Table table, int row, String column) {
        return Objects.requireNonNull(
                        table.rows().get(row).get(table.column(column)).exact())
                .doubleValue();
    }

    private static Table table(Section section, String id) {
        return section.tables().stream()
                .filter(t -> t.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSurvivalCurveIsThatOfEachSegmentWithItsInterval() {
        Lifetimes.Builder lives = Lifetimes.in(TimeScale.MONTH, DAY).columns();
        for (int i = 0; i < 30; i++) {
            String segment = i % 3 == 0 ? "Enterprise" : "SMB";
            lives.add((i % 4 == 0 ? Lifetime.running("a" + i, 4 + i % 9) : Lifetime.ended("a" + i, 1 + i % 12))
                    .in(segment));
        }
        Lifetimes lifetimes = lives.build();
        Section section = SurvivalSection.of(lifetimes);
        Table curves = table(section, "curves");
        var enterprise = Objects.requireNonNull(KaplanMeier.byStratum(lifetimes).get("Enterprise"));
        for (int row = 0; row < 5; row++) {
            assertThat(number(curves, row, "share0")).isEqualTo(enterprise.at(row), within(1e-12));
        }
        assertThat(number(curves, 4, "low0")).isLessThan(number(curves, 4, "share0"));
        assertThat(number(curves, 4, "high0")).isGreaterThan(number(curves, 4, "share0"));
        Table segments = table(section, "segments");
        assertThat(segments.body()).hasSize(2);
        assertThat(number(segments, 0, "accounts") + number(segments, 1, "accounts"))
                .isEqualTo(number(segments, 2, "accounts"));
        assertThat(section.charts()).hasSize(1);
        assertThat(section.how().get(0).toString()).contains("log-rank: chi-squared");
    }

    @Test
    void moreSegmentsThanColoursAreInTheTableAndSaidToBe() {
        Lifetimes.Builder lives = Lifetimes.in(TimeScale.MONTH, DAY).columns();
        for (int i = 0; i < 36; i++) {
            lives.add(Lifetime.ended("a" + i, 1 + i % 7).in("s" + i % 6));
        }
        Section section = SurvivalSection.of(lives.build());
        assertThat(table(section, "segments").body()).hasSize(6);
        assertThat(table(section, "curves").notes()).anyMatch(n -> n.contains("2 more are in the table below"));
        assertThat(SurvivalSection.of(
                                Lifetimes.in(TimeScale.MONTH, DAY).columns().build())
                        .text())
                .allMatch(t -> t.contains("Maybe"));
    }

    @Test
    void methodsAreMeasuredOnTheSameUnseenRowsAndARankingOnlyByItsRanks() {
        List<LocalDate> origins = List.of(DAY.plusMonths(1), DAY.plusMonths(2));
        Folds folds = Folds.rolling(20, origins);
        OutOfSample logistic = OutOfSample.of(CrossValidation.of(LogisticRegression.standard(), PAST, folds), PAST);
        OutOfSample base = OutOfSample.of(CrossValidation.of(BaseRate.standard(), PAST, folds), PAST);
        double[] points = IntStream.range(0, logistic.size())
                .mapToDouble(i -> 50 * logistic.said()[i] - 70)
                .toArray();
        OutOfSample scorecard = OutOfSample.ranking("scorecard", logistic.labels(), points, logistic.days());
        Section section =
                CalibrationSection.of(List.of(logistic, logistic.meanWith(base, "mean"), base, scorecard), origins);

        Table methods = table(section, "methods");
        assertThat(number(methods, 0, "auc")).isEqualTo(auc(logistic.labels(), logistic.said()), within(1e-12));
        assertThat(number(methods, 3, "auc")).isEqualTo(number(methods, 0, "auc"), within(1e-12));
        assertThat(methods.rows().get(3).get(methods.column("log_loss")).exact())
                .isNull();
        assertThat(methods.notes()).anyMatch(n -> n.contains("scorecard says is no probability"));
        assertThat(number(methods, 0, "log_loss")).isLessThan(number(methods, 2, "log_loss"));
        assertThat(number(methods, 1, "log_loss"))
                .isBetween(number(methods, 0, "log_loss") - 0.01, number(methods, 2, "log_loss"));

        Table byOrigin = table(section, "origins");
        assertThat(byOrigin.rows()).hasSize(2);
        assertThat(number(byOrigin, 0, "rows") + number(byOrigin, 1, "rows")).isEqualTo(logistic.size());
        assertThat(number(byOrigin, 0, "events") + number(byOrigin, 1, "events"))
                .isEqualTo(number(methods, 0, "events"));

        Table bins = table(section, "reliability");
        double said = 0;
        double rows = 0;
        for (int b = 0; b < bins.rows().size(); b++) {
            said += number(bins, b, "said") * number(bins, b, "rows");
            rows += number(bins, b, "rows");
            assertThat(number(bins, b, "low")).isLessThanOrEqualTo(number(bins, b, "happened"));
        }
        assertThat(rows).isEqualTo(logistic.size());
        assertThat(said).isEqualTo(Arrays.stream(logistic.said()).sum(), within(1e-9));
    }

    private static double auc(double[] labels, double[] said) {
        double won = 0;
        double pairs = 0;
        for (int i = 0; i < labels.length; i++) {
            for (int j = 0; j < labels.length; j++) {
                if (labels[i] == 1 && labels[j] == 0) {
                    pairs++;
                    won += said[i] > said[j] ? 1 : said[i] == said[j] ? 0.5 : 0;
                }
            }
        }
        return won / pairs;
    }

    @Test
    void methodsOnOtherRowsCannotBeMixed() {
        OutOfSample one = OutOfSample.ranking("a", new double[] {1}, new double[] {2}, List.of(DAY));
        OutOfSample other = OutOfSample.ranking("b", new double[] {0}, new double[] {2}, List.of(DAY));
        assertThatThrownBy(() -> one.meanWith(other, "c")).hasMessageContainingAll("a", "b", "Maybe");
        assertThatThrownBy(() -> OutOfSample.ranking("a", new double[2], new double[1], List.of(DAY)))
                .hasMessageContaining("Maybe");
        assertThatThrownBy(() -> CalibrationSection.of(List.of(), List.of())).hasMessageContaining("Maybe");
    }

    private static Training<ChurnModel> model() {
        return ChurnPropensity.within(90).learn(PAST);
    }

    private static HazardModel hazards() {
        List<FollowUp> followUps = new ArrayList<>();
        for (int i = 0; i < PAST.size(); i++) {
            followUps.add(
                    PAST.label(i) == 1
                            ? FollowUp.ended(1 + i % 6, i % 4 == 0 ? "involuntary" : "voluntary")
                            : FollowUp.running(6));
        }
        return ChurnHazard.ahead(6, TimeScale.MONTH).learn(PAST, followUps).orElseThrow();
    }

    private static RevenueAtRisk revenue() {
        List<Exposure> exposures = new ArrayList<>();
        for (int i = 0; i < TODAY.size(); i++) {
            exposures.add(new Exposure(TODAY.id(i), 100 + i, i % 2 == 0 ? "SMB" : "Enterprise"));
        }
        exposures.add(Exposure.of("nobody knows", 999));
        return RevenueAtRisk.of(hazards(), TODAY, exposures, 3, Simulation.of(1, 500));
    }

    @Test
    void theRiskListShowsTheHighestWithWorthOutlookHealthAndReasons() {
        RiskScores scores = model().orElseThrow().score(TODAY);
        Map<String, ChurnCurve> curves = new HashMap<>();
        List<ChurnCurve> ahead = hazards().curves(TODAY);
        for (int i = 0; i < TODAY.size(); i++) {
            curves.put(TODAY.id(i), ahead.get(i));
        }
        Section section = RiskListSection.of(scores)
                .named(id -> "Account " + id)
                .with(revenue(), "USD")
                .with(curves, DAY)
                .beside(Map.of(scores.highest(1).get(0).account(), "red"))
                .first(5)
                .section();
        Table list = table(section, "accounts");
        assertThat(list.rows()).hasSize(5);
        RiskScore first = scores.highest(1).get(0);
        List<Cell> row = list.rows().get(0);
        assertThat(row.get(0).printed()).isEqualTo("Account " + first.account());
        assertThat(number(list, 0, "probability")).isEqualTo(first.probability().orElseThrow());
        ChurnCurve curve = Objects.requireNonNull(curves.get(first.account()));
        double stays = 1 - first.probability().orElseThrow();
        assertThat(number(list, 0, "later")).isEqualTo(1 - stays * curve.at(6) / curve.at(3), within(1e-12));
        assertThat(row.get(list.column("health")).printed()).isEqualTo("red");
        assertThat(row.get(list.column("reasons")).printed())
                .isEqualTo(String.join(
                        "; ", first.raising(3).stream().map(r -> r.words()).toList()));
        assertThat(list.notes()).anyMatch(n -> n.contains("not what caused it"));
        for (int i = 1; i < 5; i++) {
            assertThat(number(list, i, "probability")).isLessThanOrEqualTo(number(list, i - 1, "probability"));
        }
        Table features = table(section, "features");
        double mean = scores.scores().stream()
                .flatMap(s -> s.reasons().stream())
                .filter(r -> r.feature().equals("usage"))
                .mapToDouble(r -> Math.abs(r.contribution()))
                .average()
                .orElseThrow();
        assertThat(features.rows().get(0).get(0).printed()).isEqualTo("usage");
        assertThat(number(features, 0, "mean")).isEqualTo(mean, within(1e-12));
    }

    /** Two models in one row that contradict each other would be one too many. */
    @Test
    void laterIsNeverLessLikelyThanSoonerAndHalfIsWhereItIsHalf() {
        ChurnCurve curve = hazards().curve(-1, 2);
        for (double p : new double[] {0.02, 0.3, 0.45}) {
            Outlook outlook = new Outlook(p, 90, curve);
            double before = p;
            for (int month = 1; month <= 6; month++) {
                assertThat(outlook.gone(month)).isGreaterThanOrEqualTo(before);
                before = outlook.gone(month);
            }
            assertThat(outlook.half(DAY).isPresent()).isEqualTo(outlook.gone(6) >= 0.5);
        }
        assertThat(new Outlook(0.6, 90, curve).half(DAY)).contains(DAY.plusDays(90));
        assertThat(new Outlook(0.45, 90, curve).half(DAY)).contains(DAY.plusDays(122));
    }

    @Test
    void withoutAModelNobodyIsOnTheListAndTheReasonIsTold() {
        DataSet few = rows(8, "few ");
        Training<ChurnModel> training = ChurnPropensity.within(90).learn(few);
        assertThat(training.model()).isEmpty();
        RiskScores scores = ChurnPropensity.within(90).score(training, TODAY);
        Section section = RiskListSection.of(scores).section();
        assertThat(section.tables()).isEmpty();
        assertThat(section.text()).hasSize(1).allMatch(t -> t.contains("No account is scored: "));
    }

    @Test
    void revenueAtRiskAddsUpOverCausesAndSegmentsAndNamesWhatIsNotInIt() {
        RevenueAtRisk risk = revenue();
        Section section = RevenueAtRiskSection.of(risk, "USD", id -> id);
        for (String id : List.of("causes", "segments")) {
            Table table = table(section, id);
            BigDecimal sum = table.body().stream()
                    .map(row -> Objects.requireNonNull(
                            row.get(table.column("expected")).exact()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum.doubleValue()).as(id).isEqualTo(risk.expected(), within(1e-6));
            assertThat(number(table, table.rows().size() - 1, "expected")).isEqualTo(risk.expected());
        }
        Table causes = table(section, "causes");
        assertThat(causes.rows())
                .extracting(r -> r.get(0).printed())
                .containsExactly("involuntary", "voluntary", "all");
        assertThat(number(causes, 2, "low")).isLessThan(risk.expected());
        assertThat(number(causes, 2, "high")).isGreaterThan(risk.expected());
        assertThat(causes.notes()).anyMatch(n -> n.contains("1 accounts that pay 999.00 USD"));
        Table retention = table(section, "retention");
        assertThat(retention.rows()).hasSize(4);
        assertThat(number(retention, 3, "share")).isEqualTo(1 - risk.expected() / risk.exposed(), within(1e-6));
    }

    @Test
    void driftTellsTheAdviceAndTheColumnsThatMovedMost() {
        ChurnModel model = model().orElseThrow();
        DataSetBuilder moved = DataSet.of("usage", "tickets");
        for (int i = 0; i < 300; i++) {
            moved.row("m" + i, 0, -2 - i / 300.0, i % 3);
        }
        DriftReport drift = model.drift(moved.build());
        Section section = DriftSection.of(drift);
        assertThat(section.text().get(0)).startsWith("retrain: ");
        Table columns = table(section, "columns");
        assertThat(columns.rows().get(0).get(0).printed()).isEqualTo("usage");
        assertThat(number(columns, 0, "psi")).isGreaterThan(number(columns, 0, "limit"));
        assertThat(columns.rows().get(columns.rows().size() - 1).get(0).printed())
                .isEqualTo("the scores themselves");
    }

    /** All sections on one page: charts draw the tables of their own section. */
    @Test
    void healthMonthByMonthAndThePageOfAllOfThem() throws IOException {
        ChurnWorld world = ChurnWorld.standard().withAccounts(40).withPeriods(8);
        world.company(2).writeTo(folder.resolve("company"));
        RevenueBook book = NativeForm.read(folder.resolve("company")).orElseThrow();
        HealthHistory history = HealthScorecard.standard()
                .history(book, RevenuePolicy.standard(), Span.of(LocalDate.of(2024, 4, 1), LocalDate.of(2024, 8, 1)));
        Section health =
                HealthSection.of(history, history.backtest(ChurnHorizon.ofDays(30), LocalDate.of(2024, 8, 20)));
        Table mix = table(health, "mix");
        assertThat(mix.rows()).hasSize(4);
        for (int month = 0; month < 4; month++) {
            double customers = 0;
            for (String band : List.of("red", "yellow", "green", "unknown")) {
                customers += number(mix, month, band);
            }
            assertThat(customers).isEqualTo(history.mix().get(month).customers());
        }
        Table bands = table(health, "bands");
        assertThat(bands.notes()).anyMatch(n -> n.startsWith("Lower scores leave: AUC"));

        RiskScores scores = model().orElseThrow().score(TODAY);
        Folds folds = Folds.rolling(20, List.of(DAY.plusMonths(1)));
        OutOfSample logistic = OutOfSample.of(CrossValidation.of(LogisticRegression.standard(), PAST, folds), PAST);
        Report report = new Report(
                "Churn risk",
                Span.of(DAY, DAY.plusDays(1)),
                List.of(
                        RiskListSection.of(scores).section(),
                        RevenueAtRiskSection.of(revenue(), "USD", id -> id),
                        CalibrationSection.of(List.of(logistic), List.of(DAY.plusMonths(1))),
                        health));
        HtmlReport.write(report, folder.resolve("report.html"));
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("What was said and what happened", "Customers by health", "<svg")
                .doesNotContain("NaN");
        assertThat(report.text()).contains("Who may leave", "Revenue at risk").doesNotContain("NaN");
    }
}
