package io.revops.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.revops.metric.Undefined;
import io.revops.metric.UndefinedCode;
import io.revops.report.chart.BarChart;
import io.revops.report.chart.Frame;
import io.revops.report.chart.HeatMap;
import io.revops.report.chart.Numbers;
import io.revops.report.chart.Tone;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SectionTest {
    private final Table table = new Table(
            "t",
            "",
            List.of(Column.words("name", "name"), Column.perMonth("mrr", "MRR", "USD")),
            List.of(
                    List.of(Cell.text("a"), Cell.number("1.00", new BigDecimal("12"))),
                    List.of(Cell.text("b"), none()),
                    List.of(Cell.text("total"), Cell.number("1.00", new BigDecimal("12")))),
            List.of(),
            1);
    private final Section section = new Section("s", "S", List.of(), List.of(table), List.of());

    private static Cell none() {
        return new Cell("undefined", null, new Undefined<>(UndefinedCode.NO_ACCOUNTS, "There is none. Maybe later."));
    }

    @Test
    void aChartIsAddedToACopy() {
        BarChart chart = BarChart.of(Frame.of("c", "C", "t", "name"), "mrr", Tone.BLUE);
        assertThat(section.with(chart).charts()).containsExactly(chart);
        assertThat(section.charts()).isEmpty();
        assertThat(section.with(chart).tables().get(0).notes())
                .as("reasons are told once, however often a section is copied")
                .containsExactly("undefined: There is none. Maybe later.");
    }

    @Test
    void aChartDrawsATableOfItsSectionAndColumnsOfThatTable() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> section.with(BarChart.of(Frame.of("c", "C", "u", "name"), "mrr", Tone.BLUE)))
                .withMessageContaining("draws a table (u)")
                .withMessageEndingWith("Maybe one of [t].");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> section.with(BarChart.of(Frame.of("c", "C", "t", "name"), "arr", Tone.BLUE)))
                .withMessage("The table (t) has no column (arr). Maybe one of [name, mrr].");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> section.with(HeatMap.of(Frame.of("c", "C", "t", "id"), List.of("mrr"))))
                .withMessageContaining("has no column (id)");
    }

    @Test
    void totalsAreNotDrawnAndWhatHasNoNumberIsAGap() {
        assertThat(table.body()).hasSize(2);
        assertThat(table.numbers("mrr", Numbers.EXACT))
                .containsExactly(Optional.of(new BigDecimal("12")), Optional.empty());
        assertThat(table.numbers("mrr", Numbers.AS_PRINTED).get(0).orElseThrow())
                .isEqualByComparingTo("1");
    }

    @Test
    void aTableHasNoMoreTotalsThanRows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.withTotals(4))
                .withMessageContaining("has 3 rows, and not 4 of them can be totals");
        assertThatIllegalArgumentException().isThrownBy(() -> table.withTotals(-1));
        assertThat(table.withTotals(3).body()).isEmpty();
    }

    @Test
    void aSectionIsPutBeforeAnother() {
        Report report = new Report(
                "R", SmallBook.SPAN, List.of(section, new Section("issues", "I", List.of(), List.of(), List.of())));
        Section forecast = new Section("forecast", "F", List.of(), List.of(), List.of());
        assertThat(report.with(forecast, "issues").sections())
                .extracting(Section::id)
                .containsExactly("s", "forecast", "issues");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> report.with(forecast, "isues"))
                .withMessage("There is no section (isues). Maybe one of [s, issues].");
    }
}
