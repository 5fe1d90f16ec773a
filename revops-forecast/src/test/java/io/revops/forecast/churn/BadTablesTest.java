package io.revops.forecast.churn;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.forecast.RefusalCode;
import io.revops.forecast.Refused;
import io.revops.forecast.Trained;
import io.revops.forecast.Training;
import io.revops.forecast.learn.DataSet;
import io.revops.forecast.learn.DataSetBuilder;
import io.revops.forecast.learn.Finding;
import io.revops.forecast.learn.FindingCode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables as they come: what is wrong with each is named, and no number of any result is NaN. */
class BadTablesTest {
    private static final DataSet GOOD = PlantedCompany.rows(300, 1);

    private interface Change {
        void row(DataSetBuilder rows, int i, double label, double[] values);
    }

    private static DataSet changed(int size, Change change) {
        DataSetBuilder rows = DataSet.of("usage", "tickets", "noise").asOf(PlantedCompany.DAY);
        for (int i = 0; i < size; i++) {
            change.row(rows, i, GOOD.label(i), GOOD.values(i));
        }
        return rows.build();
    }

    static Stream<Arguments> tables() {
        return Stream.of(
                Arguments.of(
                        FindingCode.CONSTANT_COLUMN,
                        changed(300, (rows, i, y, x) -> rows.row("a" + i, y, x[0], x[1], 7))),
                Arguments.of(
                        FindingCode.SEPARATING_COLUMN,
                        changed(300, (rows, i, y, x) -> rows.row("a" + i, y, x[0], x[1], y * 3))),
                Arguments.of(FindingCode.ONE_CLASS, changed(300, (rows, i, y, x) -> rows.row("a" + i, 0, x))),
                Arguments.of(FindingCode.ONE_CLASS, changed(300, (rows, i, y, x) -> rows.row("a" + i, 1, x))),
                Arguments.of(
                        FindingCode.MISSING_VALUES,
                        changed(
                                300,
                                (rows, i, y, x) ->
                                        rows.row("a" + i, y, x[0], i % 2 == 0 ? Double.NaN : x[1], Double.NaN))),
                Arguments.of(
                        FindingCode.NOT_FINITE,
                        changed(300, (rows, i, y, x) -> rows.row("a" + i, y, x[0], x[1], i == 3 ? 1 / 0.0 : x[2]))),
                Arguments.of(FindingCode.TOO_FEW_CASES, changed(10, (rows, i, y, x) -> rows.row("a" + i, i % 2, x))),
                Arguments.of(FindingCode.DUPLICATE_ID, changed(300, (rows, i, y, x) -> rows.row("a" + i / 2, y, x))),
                Arguments.of(
                        FindingCode.DATE_IN_FUTURE,
                        changed(
                                300,
                                (rows, i, y, x) -> rows.row("a" + i, y, x)
                                        .on(i == 5 ? LocalDate.of(2205, 1, 1) : LocalDate.of(2025, 1, 1)))),
                Arguments.of(
                        FindingCode.NO_LABEL,
                        changed(300, (rows, i, y, x) -> rows.row("a" + i, i % 9 == 0 ? Double.NaN : y, x))));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void faultIsNamedAndNoNumberIsNaN(FindingCode fault, DataSet table) {
        assertThat(table.findings()).extracting(Finding::code).contains(fault);
        Training<ChurnModel> training = ChurnPropensity.within(90).learn(table);
        if (training instanceof Refused<ChurnModel> refused) {
            assertThat(refused.code()).isIn(RefusalCode.ONE_OUTCOME, RefusalCode.TOO_FEW_CASES);
            assertThat(refused.why() + refused.fallback()).doesNotContain("NaN");
            assertThat(fault).isIn(FindingCode.ONE_CLASS, FindingCode.TOO_FEW_CASES);
            return;
        }
        Trained<ChurnModel> trained = (Trained<ChurnModel>) training;
        ChurnModel model = trained.fitted();
        assertThat(model.card().warnings()).anyMatch(w -> w.startsWith(fault.name()));
        assertThat(List.of(
                        trained.toString(),
                        trained.reasons().toString(),
                        model.card().measures().toString()))
                .noneMatch(s -> s.contains("NaN") || s.contains("Infinity"));
        RiskScores scores = model.score(table);
        for (RiskScore score : scores.scores()) {
            assertThat(score.probability().orElseThrow()).isBetween(0.0, 1.0);
            assertThat(score.reasons()).allMatch(r -> Double.isFinite(r.contribution()));
            assertThat(score.toString()).doesNotContain("NaN");
        }
        assertThat(scores.expected()).isFinite();
        assertThat(model.drift(table).toString()).doesNotContain("NaN");
        assertThat(model.candidates().toString()).doesNotContain("NaN");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void hazardsOfTheSameTablesHaveNoNaNEither(FindingCode fault, DataSet table) {
        List<FollowUp> followUps = java.util.stream.IntStream.range(0, table.size())
                .mapToObj(i -> table.label(i) == 1 ? FollowUp.ended(1 + i % 3, "voluntary") : FollowUp.running(i % 4))
                .toList();
        Training<HazardModel> training = ChurnHazard.ahead(3, io.revops.forecast.survival.TimeScale.MONTH)
                .learn(table, followUps);
        training.model().ifPresent(model -> {
            for (ChurnCurve curve : model.curves(table)) {
                assertThat(curve.at(3)).isBetween(0.0, 1.0);
                assertThat(curve.incidence("voluntary", 3)).isBetween(0.0, 1.0);
            }
            assertThat(model.causes().get(0).spread().covariance()).allMatch(Double::isFinite);
        });
        assertThat(training.toString()).doesNotContain("NaN");
        assertThat(fault).isNotNull();
    }
}
