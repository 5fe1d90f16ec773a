package io.revops.forecast.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SchemaTest {
    private static final List<String> PLANS = List.of("basic", "team", "pro");

    private static TextTable table() {
        TextTable.Builder rows = TextTable.of(List.of(
                "id", "mrr", "share", "plan", "active", "since", "name", "row", "same", "nothing", "town", "odd",
                "left"));
        for (int i = 0; i < 300; i++) {
            rows.row(List.of(
                    "acme-" + i,
                    "$1," + (100 + i % 7) + ".50",
                    i % 10 == 0 ? "n/a" : i % 50 + "%",
                    PLANS.get(i % 3),
                    i % 2 == 0 ? "Yes" : "No",
                    "2024-01-" + (10 + i % 19) + (i % 2 == 0 ? "T10:00:00Z" : ""),
                    "Name " + i * 31 % 300,
                    Integer.toString(i + 1),
                    "EUR",
                    "",
                    i % 40 == 0 ? "Rare " + i : i % 2 == 0 ? "Bonn" : "Ulm",
                    i == 7 ? "Infinity" : Integer.toString(i % 20),
                    i % 4 == 0 ? "True." : "False."));
        }
        return rows.build();
    }

    private static Schema schema() {
        return Schema.detect(table(), "left", Optional.of("id"));
    }

    private static SchemaColumn column(String name) {
        return schema().columns().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyColumnIsToldByItsCells() {
        assertThat(schema().columns())
                .extracting(SchemaColumn::kind)
                .containsExactly(
                        ColumnKind.ID,
                        ColumnKind.NUMBER,
                        ColumnKind.NUMBER,
                        ColumnKind.CATEGORY,
                        ColumnKind.FLAG,
                        ColumnKind.DATE,
                        ColumnKind.LEFT_OUT,
                        ColumnKind.LEFT_OUT,
                        ColumnKind.LEFT_OUT,
                        ColumnKind.LEFT_OUT,
                        ColumnKind.CATEGORY,
                        ColumnKind.NUMBER,
                        ColumnKind.LABEL);
        assertThat(column("mrr")).hasToString("mrr: number, 1100.5 to 1106.5");
        assertThat(column("share").note()).isEqualTo("1 to 49, 30 missing");
        assertThat(column("plan")).hasToString("plan: category, 3 words [basic, pro, team]");
        assertThat(column("active").note()).isEqualTo("0 is No, 1 is Yes");
        assertThat(column("name").note()).isEqualTo("nearly every row has a word of its own");
        assertThat(column("row").note()).contains("a whole number of its own");
        assertThat(column("same").note()).isEqualTo("every cell is EUR");
        assertThat(column("town").levels()).containsExactly("Bonn", "Ulm", SchemaColumn.OTHER);
        assertThat(column("left").note()).isEqualTo("1 is True., 0 is False.");
        assertThat(schema().toString().lines()).hasSize(13);
    }

    @Test
    void tableBecomesNumbers() {
        DataSet data = schema().encode(table());
        assertThat(data.names())
                .containsExactly(
                        "mrr",
                        "share",
                        "plan=basic",
                        "plan=pro",
                        "plan=team",
                        "active=Yes",
                        "since",
                        "town=Bonn",
                        "town=Ulm",
                        "town=(other)",
                        "odd");
        assertThat(data.features().get(3).source()).isEqualTo("plan");
        assertThat(data.size()).isEqualTo(300);
        assertThat(data.events()).isEqualTo(75);
        assertThat(data.id(5)).isEqualTo("acme-5");
        double day = java.time.LocalDate.of(2024, 1, 12).toEpochDay();
        assertThat(data.values(2)).containsExactly(1102.5, 2, 0, 1, 0, 1, day, 1, 0, 0, 2);
        assertThat(data.value(10, 1)).isNaN();
        assertThat(data.value(40, 9)).isEqualTo(1);
        assertThat(data.value(7, 10)).isNaN();
        assertThat(data.findings())
                .extracting(Finding::code)
                .contains(
                        FindingCode.NOT_FINITE,
                        FindingCode.LOOKS_LIKE_ID,
                        FindingCode.CONSTANT_COLUMN,
                        FindingCode.RARE_LEVELS,
                        FindingCode.MISSING_VALUES);
    }

    @Test
    void rowThatComesLaterIsReadByTheSameSchema() {
        double[] row = schema().encode(Map.of(
                "mrr",
                "1200",
                "share",
                "",
                "plan",
                "gold",
                "active",
                "Yes",
                "since",
                "2025-02-01",
                "town",
                "Rome",
                "odd",
                "3"));
        double day = java.time.LocalDate.of(2025, 2, 1).toEpochDay();
        assertThat(row).containsExactly(1200, Double.NaN, 0, 0, 0, 1, day, 0, 0, 1, 3);
        assertThatThrownBy(() -> schema().encode(Map.of("mrr", "1")))
                .hasMessageContaining("The row has no column (share)");
    }

    @Test
    void wordThatWasNotThereIsNamed() {
        TextTable.Builder later = TextTable.of(table().columns());
        List<String> row = new ArrayList<>();
        table().columns().forEach(c -> row.add(table().column(c).get(1)));
        row.set(table().columns().indexOf("plan"), "gold");
        DataSet data = schema().encode(later.row(row).build());
        assertThat(data.findings())
                .anyMatch(
                        f -> f.code() == FindingCode.UNKNOWN_LEVEL && f.column().equals("plan") && f.count() == 1);
    }

    @Test
    void labelNeedsTwoValues() {
        assertThatThrownBy(() -> Schema.detect(table(), "plan", Optional.empty()))
                .hasMessageContaining("has 3 values such as [basic, pro, team]")
                .hasMessageContaining("Maybe another column");
        assertThatThrownBy(() -> Schema.detect(table(), "nothing", Optional.empty()))
                .hasMessageContaining("has 0 values");
        assertThatThrownBy(() -> Schema.detect(table(), "none", Optional.empty()))
                .hasMessageContaining("There is no column (none)");
        assertThat(Detection.label("y", List.of("big", "small", "big")).levels())
                .containsExactly("big", "small");
        assertThat(Detection.label("y", List.of("0", "1", "1")).levels()).containsExactly("0", "1");
        assertThat(Detection.label("y", List.of("Attrited Customer", "Existing Customer"))
                        .levels())
                .containsExactly("Existing Customer", "Attrited Customer");
        assertThat(Detection.label("y", List.of("Yes", "")).levels()).containsExactly("", "Yes");
        assertThat(Detection.label("y", List.of("No", "No")).levels()).containsExactly("No");
    }

    @Test
    void rowWithoutALabelIsLeftOut() {
        TextTable rows = TextTable.of(List.of("x", "y"))
                .row(List.of("1", "yes"))
                .row(List.of("2", "no"))
                .row(List.of("3"))
                .build();
        DataSet data = Schema.detect(rows, "y", Optional.empty()).encode(rows);
        assertThat(data.size()).isEqualTo(2);
        assertThat(data.id(1)).isEqualTo("2");
        assertThat(data.findings()).anyMatch(f -> f.code() == FindingCode.NO_LABEL && f.count() == 1);
    }

    @Test
    void brokenTableIsTold() {
        assertThatThrownBy(() -> TextTable.of(List.of("a", "a"))).hasMessageContaining("there twice");
        assertThatThrownBy(() -> TextTable.of(List.of("a")).row(List.of("1", "2")))
                .hasMessageContaining("2 cells for 1 columns");
    }

    @Test
    void numbersAreReadInTheFormsPeopleWrite() {
        assertThat(CellWords.number("1,234,567.5")).isEqualTo(1234567.5);
        assertThat(CellWords.number("€-3")).isEqualTo(-3);
        assertThat(CellWords.number("1e3")).isEqualTo(1000);
        assertThat(CellWords.number(".5")).isEqualTo(0.5);
        assertThat(CellWords.number("1,23")).isNaN();
        assertThat(CellWords.number("1e999")).isNaN();
        assertThat(CellWords.number("0x10")).isNaN();
        assertThat(CellWords.day("2025-02-30")).isNaN();
    }
}
