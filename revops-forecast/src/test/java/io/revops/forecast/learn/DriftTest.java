package io.revops.forecast.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.revops.forecast.Normals;
import io.revops.forecast.Simulation;
import io.revops.forecast.arithmetic.Tails;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class DriftTest {
    private static double[] normals(int n, long seed, double mean) {
        double[] values = new double[n];
        RandomGenerator stream = Simulation.streamFor(seed, "values");
        Arrays.setAll(values, i -> mean + Normals.next(stream));
        return values;
    }

    private static LearntModel model() {
        DataSet data = Planted.line(2_000, 1, 10);
        LearntModel model = LearntModel.of(
                (io.revops.forecast.Trained<LogisticModel>)
                        LogisticRegression.standard().learn(data),
                data);
        CrossValidation unseen = CrossValidation.of(LogisticRegression.standard(), data, Folds.mod(5));
        return model.with(model.card().with(unseen));
    }

    /** 100 rows in bins of 40, 40 and 20 missing; 50 rows of 5, 25 and 20: worked by its formula, half a row in each bin. */
    @Test
    void indexIsThatOfTheFormula() {
        FrozenBins then = new FrozenBins("x", List.of(0.0), List.of(40L, 40L), 20);
        double[] now = new double[50];
        Arrays.fill(now, 0, 5, -1);
        Arrays.fill(now, 5, 30, 1);
        Arrays.fill(now, 30, 50, Double.NaN);
        ColumnDrift drift = ColumnDrift.of(then, now);

        double[] p = {40.5 / 101.5, 40.5 / 101.5, 20.5 / 101.5};
        double[] q = {5.5 / 51.5, 25.5 / 51.5, 20.5 / 51.5};
        double psi = 0;
        for (int b = 0; b < 3; b++) {
            psi += (q[b] - p[b]) * Math.log(q[b] / p[b]);
        }
        assertThat(drift.psi()).isCloseTo(psi, within(1e-12));
        assertThat(drift.bins()).isEqualTo(3);
        assertThat(drift.ks()).isCloseTo(0.5 - 5 / 30.0, within(1e-15));
        assertThat(drift.missingThen()).isEqualTo(0.2);
        assertThat(drift.missingNow()).isEqualTo(0.4);
        assertThat(drift.pValue()).isCloseTo(Math.exp(-psi / (0.01 + 0.02) / 2), within(1e-12));
        assertThat(drift.psiLimit(0.05)).isCloseTo(-2 * Math.log(0.05) * 0.03, within(1e-12));
        assertThat(drift.ksLimit(0.05))
                .isCloseTo(Math.sqrt(-0.5 * Math.log(0.025) * (1 / 80.0 + 1 / 30.0)), within(1e-15));
        assertThat(drift).asString().startsWith("x: PSI 0.").contains("of 50 rows against 100 (by chance up to 0.180)");
    }

    /** Nothing moved, in 600 pairs of samples: the limits cry wolf about one time in twenty, with 200 rows as with 2,000. */
    @Test
    void limitsByTheNumberOfRowsKeepTheirPromise() {
        for (int rows : new int[] {200, 2_000}) {
            int psi = 0;
            int ks = 0;
            int folklore = 0;
            for (int r = 0; r < 300; r++) {
                ColumnDrift drift =
                        ColumnDrift.of(FrozenBins.of("x", normals(rows, r, 0)), normals(rows / 2, 10_000 + r, 0));
                psi += drift.psi() > drift.psiLimit(0.05) ? 1 : 0;
                ks += drift.ks() > drift.ksLimit(0.05) ? 1 : 0;
                folklore += drift.psi() > ColumnDrift.MODERATE ? 1 : 0;
            }
            assertThat(psi / 300.0).as("psi at " + rows).isBetween(0.01, 0.09);
            assertThat(ks / 300.0).as("ks at " + rows).isLessThan(0.09);
            assertThat(folklore / 300.0)
                    .as("0.1 at " + rows)
                    .isBetween(rows == 200 ? 0.4 : 0.0, rows == 200 ? 1.0 : 0.01);
        }
    }

    @Test
    void chiSquaredLimitIsThatOfTheTables() {
        FrozenBins then = FrozenBins.of("x", normals(1_000, 1, 0));
        ColumnDrift drift = ColumnDrift.of(then, normals(1_000, 2, 0));
        assertThat(drift.bins()).isEqualTo(10);
        // qchisq(0.95, 9) = 16.918977604620448 in R
        assertThat(drift.psiLimit(0.05)).isCloseTo(16.918977604620448 * 0.002, within(1e-12));
        assertThat(Tails.aboveChiSquared(16.918977604620448, 9)).isCloseTo(0.05, within(1e-12));
    }

    @Test
    void constantThatChangesIsSeen() {
        double[] ones = new double[100];
        Arrays.fill(ones, 1);
        FrozenBins then = FrozenBins.of("x", ones);
        double[] twos = new double[100];
        Arrays.fill(twos, 2);

        assertThat(ColumnDrift.of(then, ones).psi()).isZero();
        assertThat(ColumnDrift.of(then, ones).pValue()).isEqualTo(1);
        assertThat(ColumnDrift.of(then, ones).psiLimit(0.05)).isZero();
        ColumnDrift moved = ColumnDrift.of(then, twos);
        assertThat(moved.psi()).isGreaterThan(1);
        assertThat(moved.ks()).isEqualTo(1);
        assertThat(moved.pValue()).isLessThan(1e-9);
    }

    @Test
    void missingColumnHasNoDistance() {
        FrozenBins then = FrozenBins.of("x", Double.NaN, Double.NaN);
        ColumnDrift drift = ColumnDrift.of(then, 1, 2);
        assertThat(drift.ks()).isZero();
        assertThat(drift.ksLimit(0.05)).isEqualTo(1);
        assertThat(drift.psi()).isPositive();
        assertThatThrownBy(() -> ColumnDrift.of(then)).hasMessageContaining("2 rows of (x) and are 0 now");
    }

    @Test
    void rowsLikeThoseLearntFromAreKept() {
        DriftReport report = DriftReport.of(model(), Planted.line(1_000, 2, 10));
        assertThat(report.moved()).isEmpty();
        assertThat(report.advice()).isEqualTo(ModelAdvice.KEEP);
        assertThat(report).asString().startsWith("KEEP: No column moved beyond chance");
        assertThat(report.with(Matured.of(model(), Planted.line(1_000, 3, 10))))
                .asString()
                .startsWith("KEEP: What was said happened");
    }

    @Test
    void columnThatMovedIsNamedAndWatched() {
        DataSet data = Planted.line(1_000, 2, 10);
        DataSetBuilder moved = DataSet.of("usage", "tickets", "noise");
        for (int i = 0; i < data.size(); i++) {
            moved.row(data.id(i), data.label(i), data.value(i, 0), data.value(i, 1), data.value(i, 2) + 0.6);
        }
        DriftReport report = DriftReport.of(model(), moved.build());
        assertThat(report.moved()).extracting(ColumnDrift::name).containsExactly("noise");
        assertThat(report.advice()).isEqualTo(ModelAdvice.WATCH);
        assertThat(report.reasons().get(0)).startsWith("1 of 3 columns moved: noise: PSI 0.");
        assertThat(report.with(Matured.of(model(), moved.build())).advice()).isEqualTo(ModelAdvice.WATCH);
    }

    @Test
    void smallShiftOfManyRowsIsBeyondChanceAndDoesNotMatter() {
        FrozenBins then = FrozenBins.of("x", normals(50_000, 1, 0));
        ColumnDrift small = ColumnDrift.of(then, normals(50_000, 2, 0.08));
        DriftReport report =
                new DriftReport(List.of(small), Optional.of(small), 0.05, Optional.empty(), Optional.empty(), 0);
        assertThat(report.beyondChance()).hasSize(1);
        assertThat(report.moved()).isEmpty();
        assertThat(report.advice()).isEqualTo(ModelAdvice.KEEP);
    }

    /** Of twenty columns that have not moved one is beyond a 5 % limit; an alarm for all twenty together is as rare as asked. */
    @Test
    void manyColumnsDoNotMakeAnAlarm() {
        int alarms = 0;
        int single = 0;
        for (int r = 0; r < 60; r++) {
            List<ColumnDrift> columns = new java.util.ArrayList<>();
            for (int c = 0; c < 20; c++) {
                columns.add(ColumnDrift.of(
                        FrozenBins.of("x" + c, normals(400, 100 * r + c, 0)),
                        normals(400, 1_000_000 + 100 * r + c, 0)));
            }
            DriftReport report =
                    new DriftReport(columns, Optional.of(columns.get(0)), 0.05, Optional.empty(), Optional.empty(), 0);
            alarms += report.beyondChance().isEmpty() ? 0 : 1;
            single += columns.stream().anyMatch(c -> c.pValue() < 0.05) ? 1 : 0;
        }
        assertThat(alarms / 60.0).isLessThan(0.15);
        assertThat(single / 60.0).isGreaterThan(0.4);
    }

    @Test
    void scoresOfOtherAccountsWantAnotherTraining() {
        DataSet data = Planted.line(1_000, 2, 10);
        DataSetBuilder moved = DataSet.of("usage", "tickets", "noise");
        for (int i = 0; i < data.size(); i++) {
            moved.row(data.id(i), data.label(i), data.value(i, 0) + 1.5, data.value(i, 1), data.value(i, 2));
        }
        DriftReport report = DriftReport.of(model(), moved.build());
        assertThat(report.score().orElseThrow().psi()).isGreaterThan(ColumnDrift.LARGE);
        assertThat(report.advice()).isEqualTo(ModelAdvice.RETRAIN);
        assertThat(report.reasons()).last().asString().contains("other accounts than it learnt from");
    }

    @Test
    void modelThatRanksAsBeforeButSaysTooLittleIsRecalibrated() {
        LearntModel model = model();
        DataSet data = Planted.line(2_000, 4, 10);
        double[] said = model.probabilities(data);
        double[] timid = Arrays.stream(said)
                .map(p -> LogOdds.probability(LogOdds.of(p) - 0.7))
                .toArray();
        Matured matured = Matured.of(data.labels(), timid);
        assertThat(matured.ratio()).isGreaterThan(1.2);
        double before = Matured.of(data.labels(), said).line().orElseThrow().inTheLarge();
        assertThat(matured.line().orElseThrow().inTheLarge()).isCloseTo(before + 0.7, within(1e-6));
        assertThat(matured.interceptError()).isBetween(0.03, 0.1);
        assertThat(matured.line().orElseThrow().slope()).isCloseTo(1, within(3 * matured.slopeError()));
        assertThat(matured.ratioInterval(0.95).orElseThrow().contains(1)).isFalse();
        DriftReport report = DriftReport.of(model, data).with(matured);
        assertThat(report.advice()).isEqualTo(ModelAdvice.RECALIBRATE);
        assertThat(report.reasons())
                .last()
                .asString()
                .contains("its probabilities are off")
                .contains("slope");
    }

    @Test
    void modelThatRanksWorseIsTrainedAgain() {
        LearntModel model = model();
        DataSet data = Planted.line(2_000, 4, 10);
        RandomGenerator stream = Simulation.streamFor(1, "lots");
        double[] labels = data.labels();
        Arrays.setAll(labels, i -> Normals.uniform(stream) < 0.5 ? labels[i] : Normals.uniform(stream) < 0.4 ? 1 : 0);
        DriftReport report = DriftReport.of(model, data).with(Matured.of(model, data.withLabels(labels)));
        assertThat(report.advice()).isEqualTo(ModelAdvice.RETRAIN);
        assertThat(report.reasons()).last().asString().startsWith("It ranks worse: AUC 0.");
    }

    /** Two columns that matter together, and ten that do not, as in a list of features of a real company. */
    private static DataSet muchNoise(int rows, long seed) {
        DataSetBuilder data = DataSet.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l");
        for (int i = 0; i < rows; i++) {
            RandomGenerator stream = Simulation.streamFor(seed, "row " + i);
            double[] values = new double[12];
            Arrays.setAll(values, v -> Normals.next(stream));
            double logOdds = StrictMath.sin(2 * values[0]) + values[0] * values[1] - 0.2;
            data.row("row " + i, Normals.uniform(stream) < LogOdds.probability(logOdds) ? 1 : 0, values);
        }
        return data.build();
    }

    /** Trees remember what they learnt from: against their scores of that, every company would look as if it had changed. */
    @Test
    void companyThatHasNotChangedNeedsNoOtherTraining() {
        int alarms = 0;
        int remembered = 0;
        for (int seed = 1; seed <= 10; seed++) {
            DataSet past = muchNoise(seed <= 5 ? 250 : 400, seed);
            DataSet now = muchNoise(400, 100 + seed);
            LearntModel plain = LearntModel.of(
                    (io.revops.forecast.Trained<BoostingModel>)
                            Boosting.standard().learn(past),
                    past);
            DriftReport untold = DriftReport.of(plain, now);
            assertThat(untold.score()).isEmpty();
            assertThat(untold.advice()).isNotEqualTo(ModelAdvice.RETRAIN);
            assertThat(untold.reasons()).last().asString().startsWith("Whether its scores moved is not told");
            CrossValidation unseen = CrossValidation.of(Boosting.standard(), past, Folds.mod(5));
            DriftReport told = DriftReport.of(plain.with(plain.card().with(unseen)), now);
            alarms += told.advice() == ModelAdvice.RETRAIN ? 1 : 0;
            LearntModel remembering = plain.with(plain.card().scoring(plain.probabilities(past)));
            remembered += DriftReport.of(remembering, now).advice() == ModelAdvice.RETRAIN ? 1 : 0;
        }
        assertThat(alarms).isZero();
        assertThat(remembered).isGreaterThanOrEqualTo(6);
    }

    /** The error of an area that was measured on few rows is that of few rows, however many were learnt from. */
    @Test
    void errorOfTheAreaIsThatOfTheRowsItWasMeasuredOn() {
        LearntModel model = model();
        DataSet few = Planted.line(100, 9, 10);
        LearntModel measured = model.with(model.card().with(Measures.of(few.labels(), model.probabilities(few))));
        double auc = measured.card().measures().get("auc");
        double events = few.events();
        double others = few.size() - events;
        double q1 = auc / (2 - auc);
        double q2 = 2 * auc * auc / (1 + auc);
        double variance = auc * (1 - auc) + (events - 1) * (q1 - auc * auc) + (others - 1) * (q2 - auc * auc);
        DriftReport report = DriftReport.of(measured, few);
        assertThat(measured.card().measuredRows()).isEqualTo(100);
        assertThat(report.unseenError()).isCloseTo(Math.sqrt(variance / (events * others)), within(1e-12));
    }

    /** What was said is right, in 300 drawings: the ratio's 90 % interval holds 1 nine times in ten, and the test cries wolf one time in twenty. */
    @Test
    void intervalsAndTestOfMaturedRowsKeepTheirPromise() {
        int held = 0;
        int alarms = 0;
        double[] said = new double[400];
        RandomGenerator stream = Simulation.streamFor(5, "said");
        Arrays.setAll(said, i -> 0.05 + 0.5 * Normals.uniform(stream));
        for (int r = 0; r < 300; r++) {
            RandomGenerator lots = Simulation.streamFor(r, "lots");
            double[] labels = new double[said.length];
            Arrays.setAll(labels, i -> Normals.uniform(lots) < said[i] ? 1 : 0);
            Matured matured = Matured.of(labels, said);
            held += matured.ratioInterval(0.9).orElseThrow().contains(1) ? 1 : 0;
            alarms += matured.pValue() < 0.05 ? 1 : 0;
        }
        assertThat(held / 300.0).isBetween(0.85, 0.98);
        assertThat(alarms / 300.0).isBetween(0.01, 0.09);
    }

    @Test
    void whatCannotBeToldIsUndefinedAndNeverNaN() {
        Matured nothing = Matured.of(new double[] {0, 0, 0}, new double[] {0.1, 0.2, 0.3});
        assertThat(nothing.ratio()).isZero();
        assertThat(nothing.ratioInterval(0.9).value()).isEmpty();
        assertThat(nothing.line().value()).isEmpty();
        assertThat(nothing.pValue()).isEqualTo(1);
        assertThat(nothing.aucError()).isZero();
        assertThat(nothing).hasToString("0 events of 3 rows, 0.6 expected (O/E 0.00)");
        assertThatThrownBy(() ->
                        DriftReport.of(model(), DataSet.of("usage", "tickets").build()))
                .hasMessageContaining("The data have no column [noise]");
        assertThatThrownBy(
                        () -> DriftReport.of(model(), Planted.line(100, 1, 0)).at(0))
                .hasMessageContaining("The level is 0.0");
    }

    /** Errors of one account's rows, each there three times, are those of accounts and not those of three times as many. */
    @Test
    void errorsCountGroupsAndNotRows() {
        DataSet once = Planted.line(800, 6, 0);
        DataSetBuilder thrice = DataSet.of("usage", "tickets", "noise");
        for (int i = 0; i < once.size(); i++) {
            for (int copy = 0; copy < 3; copy++) {
                thrice.row(once.id(i) + copy, once.label(i), once.values(i)).in(once.id(i));
            }
        }
        DataSet copies = thrice.build();
        LogisticRegression plain = LogisticRegression.standard().with(io.revops.forecast.Ridge.none());
        LogisticModel one = plain.learn(once).orElseThrow();
        LogisticModel three = plain.learn(copies).orElseThrow();
        LogisticSpread ofOne = LogisticSpread.of(one, once);
        LogisticSpread ofThree = LogisticSpread.of(three, copies);
        for (int f = 0; f < 3; f++) {
            double told = one.terms().get(f).standardError().orElseThrow();
            assertThat(ofOne.standardError(f)).isCloseTo(told, within(told / 5));
            assertThat(ofThree.standardError(f)).isCloseTo(ofOne.standardError(f), within(1e-6));
            assertThat(three.terms().get(f).standardError().orElseThrow()).isLessThan(told / 1.6);
        }
    }

    @Test
    void drawnModelsAreSpreadAsTheirErrorsSay() {
        DataSet data = Planted.line(800, 6, 4);
        LogisticModel model = LogisticRegression.standard().learn(data).orElseThrow();
        LogisticSpread spread = LogisticSpread.of(model, data);
        LogisticSpread.Drawer drawer = spread.drawer(model);
        double sum = 0;
        double squares = 0;
        for (int d = 0; d < 2_000; d++) {
            double moved = drawer.next(Simulation.streamFor(1, "draw " + d))
                            .terms()
                            .get(0)
                            .coefficient()
                    - model.terms().get(0).coefficient();
            sum += moved;
            squares += moved * moved;
        }
        assertThat(sum / 2_000).isCloseTo(0, within(4 * spread.standardError(0) / Math.sqrt(2_000)));
        assertThat(Math.sqrt(squares / 2_000))
                .isCloseTo(spread.standardError(0), within(0.07 * spread.standardError(0)));
        assertThatThrownBy(() -> new LogisticSpread(spread.places(), List.of(1.0)))
                .hasMessageContaining("Maybe the file was cut");
    }
}
