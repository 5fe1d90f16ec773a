package io.revops.forecast.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.forecast.Forecaster;
import io.revops.forecast.History;
import io.revops.forecast.Horizons;
import io.revops.forecast.Months;
import io.revops.forecast.Nature;
import io.revops.forecast.Observed;
import io.revops.forecast.Quantity;
import io.revops.forecast.Training;
import io.revops.forecast.series.LineMethod;
import io.revops.forecast.series.MonthsAhead;
import io.revops.forecast.series.StraightLine;
import io.revops.metric.Undefined;
import io.revops.metric.UndefinedCode;
import io.revops.metric.Unit;
import io.revops.report.Cell;
import io.revops.report.Column;
import io.revops.report.Section;
import io.revops.report.Table;
import io.revops.report.chart.Chart;
import io.revops.report.chart.Numbers;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForecastSectionTest {
    private static Training<? extends Forecaster> line(int months) {
        return StraightLine.of("sales")
                .with(LineMethod.GROWTH_LINE)
                .with(MonthsAhead.of(2))
                .train(History.of(Months.flow("sales", Months.uneven(months, 5, 1000, 10, 200))));
    }

    private static Section section(Training<? extends Forecaster> training) {
        return ForecastSection.of(Horizons.months(2), List.of(training));
    }

    private static List<String> printed(List<Cell> row) {
        return row.stream().map(Cell::printed).toList();
    }

    @Test
    void lastYearStandsBeforeTheMonthsAhead() {
        Table table = section(line(24)).tables().get(0);
        assertThat(table.title()).isEqualTo("Sales of sales by growth line, in USD");
        assertThat(table.columns())
                .extracting(Column::key)
                .containsExactly("period", "measured", "forecast", "p10", "p25", "p50", "p75", "p90");
        assertThat(table.rows()).hasSize(14);
        assertThat(table.rows().get(0).get(0).printed()).isEqualTo("2025-01");
        assertThat(table.numbers("measured", Numbers.EXACT).subList(11, 14))
                .satisfiesExactly(
                        m -> assertThat(m).isPresent(),
                        m -> assertThat(m).isEmpty(),
                        m -> assertThat(m).isEmpty());
        assertThat(table.numbers("forecast", Numbers.EXACT).subList(11, 14))
                .satisfiesExactly(
                        m -> assertThat(m).isEmpty(),
                        m -> assertThat(m).isPresent(),
                        m -> assertThat(m).isPresent());
        Forecaster model = line(24).orElseThrow();
        List<Cell> next = table.rows().get(12);
        assertThat(next.get(2).exact())
                .isEqualByComparingTo(java.math.BigDecimal.valueOf(model.forecast(
                                Horizons.months(1).of(model.provenance().asOf()).get(0))
                        .point()));
        assertThat(next.get(2).printed()).matches("1,\\d{3}\\.\\d\\d");
        assertThat(table.notes())
                .contains("The interval allows for what was missed on average; the forecast does not.");
    }

    @Test
    void measuredErrorsStandBesideThem() {
        Table measured = section(line(24)).tables().get(1);
        assertThat(measured.id()).isEqualTo("sales.measured");
        assertThat(printed(measured.rows().get(0))).satisfies(row -> {
            assertThat(row.get(0)).isEqualTo("2026-01");
            assertThat(row.get(1)).isEqualTo("18");
            assertThat(row.subList(2, 5)).allMatch(cell -> cell.matches("-?\\d+\\.\\d %"));
            assertThat(row.get(5)).matches("\\d+ of 9");
        });
    }

    @Test
    void chartDrawsTheTableWithAFan() {
        Section section = section(line(24));
        assertThat(section.charts()).singleElement().satisfies(chart -> {
            assertThat(chart.table()).isEqualTo("sales");
            assertThat(chart.columns()).containsExactly("measured", "forecast", "p10", "p90", "p25", "p75");
        });
        assertThat(section.how()).singleElement().satisfies(how -> {
            assertThat(how.formula()).isEqualTo("growth line of what was known on 2025-12-31");
            assertThat(how.totals().get(0)).isEqualTo("growth line: 35 forecasts from 18 origins");
        });
    }

    @Test
    void quantilesThatTheErrorsCannotCarryAreUndefinedWithTheirReason() {
        Section section = section(line(6));
        Table table = section.tables().get(0);
        Cell p10 = table.rows().get(table.rows().size() - 1).get(3);
        assertThat(p10.printed()).isEqualTo("undefined");
        assertThat(p10.undefined()).isNotNull().returns(UndefinedCode.TOO_FEW_CASES, Undefined::code);
        assertThat(table.notes()).anyMatch(note -> note.contains("needs 9 errors and there are 1"));
        assertThat(section.tables().get(1).rows().get(0).get(5).printed()).isEqualTo("too few errors");
    }

    @Test
    void aRefusalIsAParagraph() {
        Section section = section(line(2));
        assertThat(section.tables()).isEmpty();
        assertThat(section.text())
                .containsExactly("The growth line of Sales of sales needs 4 months to have one measured error 2 ahead, "
                        + "and there are 2. Maybe carry the run rate on one month.");
        assertThat(ForecastSection.of(Horizons.months(1), List.of()).text())
                .containsExactly("Nothing was trained. Maybe begin with the MRR.");
    }

    @Test
    void severalModelsHaveTablesOfTheirOwn() {
        Section section = ForecastSection.of(Horizons.months(2), List.of(line(24), line(12)));
        assertThat(section.tables())
                .extracting(Table::id)
                .containsExactly("sales", "sales.measured", "sales.2", "sales.2.measured");
        assertThat(section.charts()).extracting(Chart::id).containsExactly("sales", "sales.2");
    }

    @Test
    void quartersAddUpAndSayThatTheirErrorIsNotMeasured() {
        Training<? extends Forecaster> quarter = StraightLine.of("sales")
                .train(History.of(Months.flow("sales", Months.uneven(24, 5, 200_000, 10, 200))));
        Section section = ForecastSection.of(Horizons.next(1, io.revops.time.Cadence.QUARTER), List.of(quarter));
        assertThat(section.tables().get(0).rows().get(12).get(2).printed()).matches("\\d{3},\\d{3}");
        assertThat(printed(section.tables().get(1).rows().get(0))).startsWith("2026-Q1", "not measured");
    }

    @Test
    void sharesAndCountsAreNoMoney() {
        for (Unit unit : List.of(Unit.PERCENT, Unit.RATIO, Unit.ACCOUNTS, Unit.MONEY_PER_YEAR, Unit.MONEY_PER_MONTH)) {
            String currency = unit.name().startsWith("MONEY") ? "JPY" : "";
            Quantity quantity = new Quantity("x", "X", unit, currency, Nature.LEVEL);
            Section section = section(StraightLine.of("x")
                    .with(MonthsAhead.of(2))
                    .train(History.of(Observed.ofMonths(quantity, Months.FIRST, 0, 1.25, 1.5, 2, 2.5))));
            Table table = section.tables().get(0);
            String cell = table.rows().get(table.rows().size() - 2).get(2).printed();
            assertThat(cell)
                    .isEqualTo(
                            switch (unit) {
                                case PERCENT -> "250.0 %";
                                case RATIO -> "2.50";
                                case ACCOUNTS -> "2.5";
                                default -> "3";
                            });
            assertThat(table.columns().get(2).unit())
                    .isEqualTo(
                            switch (unit) {
                                case PERCENT, RATIO -> "ratio";
                                case ACCOUNTS -> "accounts";
                                case MONEY_PER_YEAR -> "JPY/year";
                                default -> "JPY/month";
                            });
        }
    }
}
