package io.revops;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.json.ReportJson;
import io.revops.report.Cell;
import io.revops.report.Report;
import io.revops.report.RevenueReport;
import io.revops.report.Section;
import io.revops.report.Table;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report on the sample company; its figures are those of {@link SampleOracleTest}. */
class SampleReportTest {
    private static SampleOracle oracle;
    private static Report report;

    @BeforeAll
    static void load(@TempDir Path data) {
        oracle = SampleOracle.in(data);
        report = RevenueReport.of(oracle.view(Span.year(2025)));
    }

    @Test
    void theSummaryTellsWhatTheOracleTells() {
        assertThat(report.summary())
                .contains("USD 4,716,330.27")
                .contains("USD 393,027.52")
                .contains("105.2 %")
                .contains("91.4 %")
                .contains("10.2 %")
                .contains("26.8 % (22.8 to 31.2 %, n = 418)")
                .contains("USD 1,521,631.87")
                .contains("1.82")
                .doesNotContain("undefined");
    }

    @Test
    void aLineHasAtMostAHundredCharacters() {
        assertThat(report.text().lines().filter(line -> line.length() > 100)).isEmpty();
    }

    @Test
    void everyMonthAndEveryMovementAddsUpAsPrinted() {
        Table mrr = report.section("bridge").orElseThrow().tables().get(0);
        List<Cell> total = mrr.rows().get(12);
        BigDecimal[] sums = new BigDecimal[total.size()];
        java.util.Arrays.fill(sums, BigDecimal.ZERO);
        for (List<Cell> row : mrr.rows()) {
            BigDecimal sum = BigDecimal.ZERO;
            for (int column = 1; column < row.size() - 1; column++) {
                sum = sum.add(number(row.get(column)));
                sums[column] = row == total ? sums[column] : sums[column].add(number(row.get(column)));
            }
            assertThat(sum).as(row.get(0).printed()).isEqualByComparingTo(number(row.get(row.size() - 1)));
        }
        for (int column = 2; column < total.size() - 1; column++) {
            assertThat(sums[column]).isEqualByComparingTo(number(total.get(column)));
        }
    }

    @Test
    void everySegmentAddsUpAsPrinted() {
        Section segments = report.section("segments").orElseThrow();
        assertThat(segments.tables()).hasSizeGreaterThan(3);
        for (Table table : segments.tables()) {
            List<BigDecimal> mrr =
                    table.rows().stream().map(row -> number(row.get(1))).toList();
            BigDecimal sum = mrr.subList(0, mrr.size() - 1).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).as(table.id()).isEqualByComparingTo(mrr.get(mrr.size() - 1));
        }
    }

    private static BigDecimal number(Cell cell) {
        return new BigDecimal(cell.printed().replace("USD ", "").replace(",", ""));
    }

    @Test
    void readAgainItIsTheSameByteForByte(@TempDir Path elsewhere) {
        Report again = RevenueReport.of(SampleOracle.in(elsewhere).view(Span.year(2025)));
        assertThat(again.text()).isEqualTo(report.text());
        assertThat(ReportJson.text(again)).isEqualTo(ReportJson.text(report));
    }
}
