package io.revops.forecast.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataSetTest {
    private static final LocalDate MARCH = LocalDate.of(2025, 3, 31);

    private static List<FindingCode> codes(DataSet data, String column) {
        return data.findings().stream()
                .filter(f -> f.column().equals(column))
                .map(Finding::code)
                .toList();
    }

    @Test
    void rowsKeepTheirOrderAndWhatTheyAreAbout() {
        DataSet data = DataSet.of("a", "b")
                .row("acme", 1, 4, Double.NaN)
                .on(MARCH)
                .in("group")
                .weighing(2)
                .row("bolt", 0, 31, 2)
                .build();
        assertThat(data.size()).isEqualTo(2);
        assertThat(data.events()).isEqualTo(1);
        assertThat(data.value(0, 1)).isNaN();
        assertThat(data.values(1)).containsExactly(31, 2);
        assertThat(data.column("a")).containsExactly(4, 31);
        assertThat(data.weights()).containsExactly(2, 1);
        assertThat(data.id(0)).isEqualTo("acme");
        assertThat(data.group(0)).isEqualTo("group");
        assertThat(data.group(1)).isEqualTo("bolt");
        assertThat(data.date(0)).contains(MARCH);
        assertThat(data.date(1)).isEmpty();
        assertThat(data.asOf()).contains(MARCH);
        assertThat(data.select(1, 0).id(0)).isEqualTo("bolt");
        assertThat(data.only(List.of("b")).names()).containsExactly("b");
        assertThat(data).hasToString("2 rows x 2 features, 1 events");
    }

    @Test
    void fingerprintTellsValuesLabelsNamesAndOrderApart() {
        DataSet data = DataSet.of("a", "b").row("x", 1, 4, 5).row("y", 0, 6, 7).build();
        DataSet same = DataSet.of("a", "b").row("x", 1, 4, 5).row("y", 0, 6, 7).build();
        assertThat(same.fingerprint()).isEqualTo(data.fingerprint()).hasSize(64);
        assertThat(data.select(1, 0).fingerprint()).isNotEqualTo(data.fingerprint());
        assertThat(data.withLabels(0, 1).fingerprint()).isNotEqualTo(data.fingerprint());
        assertThat(data.only(List.of("b", "a")).fingerprint()).isNotEqualTo(data.fingerprint());
        assertThat(DataSet.of("a", "c")
                        .row("x", 1, 4, 5)
                        .row("y", 0, 6, 7)
                        .build()
                        .fingerprint())
                .isNotEqualTo(data.fingerprint());
    }

    @Test
    void misuseIsTold() {
        assertThatThrownBy(() -> DataSet.of("a", "a")).hasMessageContaining("Two columns are named (a)");
        assertThatThrownBy(() -> DataSet.of(" ")).hasMessageContaining("A feature has no name");
        DataSetBuilder rows = DataSet.of("a");
        assertThatThrownBy(() -> rows.row("x", 1)).hasMessageContaining("0 values for 1 columns");
        assertThatThrownBy(() -> rows.on(MARCH)).hasMessageContaining("Maybe add the row first");
        rows.row("x", 1, 2);
        assertThatThrownBy(() -> rows.weighing(0)).hasMessageContaining("Maybe a weight above 0");
        assertThatThrownBy(() -> rows.filledOn("b", MARCH)).hasMessageContaining("Maybe one of [a]");
        assertThatThrownBy(() -> rows.build().column("b")).hasMessageContaining("Maybe one of [a]");
        assertThatThrownBy(() -> rows.build().withLabels(1, 2)).hasMessageContaining("2 labels for 1 rows");
    }

    @Test
    void badRowsAreNamedAndNeverLearntFrom() {
        DataSetBuilder rows = DataSet.of("x", "constant", "empty", "honest");
        for (int i = 0; i < 100; i++) {
            double x = i == 0 ? Double.POSITIVE_INFINITY : i == 1 ? Double.NaN : i;
            rows.row("r" + i % 99, i % 3 == 0 ? 1 : 0, x, 5, Double.NaN, i * 37 % 11);
        }
        rows.row("later", Double.NaN, 1, 5, 1, 1);
        DataSet data = rows.build();
        assertThat(data.size()).isEqualTo(100);
        assertThat(codes(data, "x")).containsExactly(FindingCode.NOT_FINITE, FindingCode.MISSING_VALUES);
        assertThat(codes(data, "constant")).containsExactly(FindingCode.CONSTANT_COLUMN);
        assertThat(codes(data, "empty")).containsExactly(FindingCode.CONSTANT_COLUMN, FindingCode.MISSING_VALUES);
        assertThat(codes(data, "honest")).isEmpty();
        assertThat(codes(data, ""))
                .containsExactly(FindingCode.NO_LABEL, FindingCode.TOO_FEW_CASES, FindingCode.DUPLICATE_ID);
        assertThat(data.findings()).anyMatch(f -> f.code() == FindingCode.MISSING_VALUES && f.count() == 2);
        assertThat(data.value(0, 0)).isNaN();
        assertThat(data.findings().get(0).toString()).startsWith("NO_LABEL: 1 rows have no label");
    }

    @Test
    void sameIdOnAnotherDayIsNoDuplicate() {
        DataSet data = DataSet.of("x")
                .row("acme", 1, 1)
                .on(MARCH)
                .row("acme", 0, 2)
                .on(MARCH.plusDays(1))
                .build();
        assertThat(codes(data, "")).doesNotContain(FindingCode.DUPLICATE_ID);
    }

    @Test
    void oneClassAndRealLabelsAreNamed() {
        DataSetBuilder same = DataSet.of("x");
        DataSetBuilder real = DataSet.of("x");
        for (int i = 0; i < 300; i++) {
            same.row("r" + i, 1, i);
            real.row("r" + i, i * 0.1, i);
        }
        assertThat(codes(same.build(), "")).containsExactly(FindingCode.ONE_CLASS);
        assertThat(codes(real.build(), "")).containsExactly(FindingCode.LABEL_NOT_BINARY);
    }

    @Test
    void columnThatKnowsTheOutcomeIsNamed() {
        DataSetBuilder rows = DataSet.of(List.of(
                Feature.of("copy"),
                Feature.of("nearly"),
                Feature.of("falling"),
                Feature.of("gap"),
                new Feature("reason=price", "reason"),
                new Feature("reason=none", "reason"),
                Feature.of("honest")));
        for (int i = 0; i < 400; i++) {
            int y = i % 4 == 0 ? 1 : 0;
            boolean wrong = i % 50 == 0;
            rows.row(
                    "r" + i,
                    y,
                    y * 2,
                    wrong ? 1 - y + i * 1e-4 : y + i * 1e-4,
                    -y * 1000 + i,
                    y == 1 ? i : Double.NaN,
                    y == 1 && i % 8 == 0 ? 1 : 0,
                    y == 0 ? 1 : 0,
                    i * 37 % 101);
        }
        DataSet data = rows.build();
        assertThat(codes(data, "copy")).contains(FindingCode.SEPARATING_COLUMN);
        assertThat(codes(data, "falling")).contains(FindingCode.SEPARATING_COLUMN);
        assertThat(codes(data, "nearly")).contains(FindingCode.LEAKAGE);
        assertThat(codes(data, "gap")).contains(FindingCode.LEAKAGE);
        assertThat(codes(data, "reason")).contains(FindingCode.SEPARATING_COLUMN);
        assertThat(codes(data, "honest")).isEmpty();
    }

    /** Before, on the day of, and after the outcome. */
    @Test
    void columnThatWasFilledWithTheOutcomeIsNamed() {
        DataSetBuilder rows = DataSet.of("before", "with", "after");
        for (int i = 0; i < 10; i++) {
            rows.row("r" + i, i % 2, i, i, i)
                    .outcomeOn(MARCH)
                    .filledOn("before", MARCH.minusDays(1))
                    .filledOn("with", MARCH)
                    .filledOn("after", MARCH.plusDays(1));
        }
        DataSet data = rows.build();
        assertThat(codes(data, "before")).doesNotContain(FindingCode.FILLED_AFTER_OUTCOME);
        assertThat(codes(data, "with")).contains(FindingCode.FILLED_AFTER_OUTCOME);
        assertThat(codes(data, "after")).contains(FindingCode.FILLED_AFTER_OUTCOME);
        assertThat(data.select(1, 2).findings())
                .anyMatch(f -> f.code() == FindingCode.FILLED_AFTER_OUTCOME && f.count() == 2);
    }

    @Test
    void dateInTheFutureIsNamed() {
        DataSetBuilder rows = DataSet.of("x").asOf(MARCH);
        rows.row("a", 1, 1).on(MARCH).row("b", 0, 2).on(MARCH.plusDays(1));
        assertThat(codes(rows.build(), "")).contains(FindingCode.DATE_IN_FUTURE);
    }

    @Test
    void sameColumnTwiceIsNamed() {
        DataSetBuilder rows = DataSet.of("a", "b");
        for (int i = 0; i < 20; i++) {
            rows.row("r" + i, i % 2, i * 7 % 5, i * 7 % 5);
        }
        assertThat(codes(rows.build(), "b")).containsExactly(FindingCode.DUPLICATE_COLUMN);
    }
}
