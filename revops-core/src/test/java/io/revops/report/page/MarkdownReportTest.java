package io.revops.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.revops.report.Report;
import io.revops.report.RevenueReport;
import io.revops.report.Section;
import io.revops.report.SmallBook;
import io.revops.report.Table;
import io.revops.time.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkdownReportTest {
    private final Report report = RevenueReport.of(SmallBook.view());
    private final String markdown = MarkdownReport.text(report);

    @Test
    void everySectionIsThere() {
        assertThat(markdown.lines().filter(l -> l.startsWith("## ")))
                .containsExactlyElementsOf(
                        report.sections().stream().map(s -> "## " + s.title()).toList());
        assertThat(markdown).startsWith("# Revenue report, 2025-Q1\n\n## Summary\n");
    }

    @Test
    void numbersAreSetToTheRightAndTotalsAreStrong() {
        assertThat(markdown).contains("""
                        ### Active accounts by month

                        | month | opening | new | reactivated | churned | closing |
                        | :-- | --: | --: | --: | --: | --: |
                        | 2025-01 | 2 | 0 | 1 | 0 | 3 |
                        | 2025-02 | 3 | 1 | 0 | 0 | 4 |
                        | 2025-03 | 4 | 0 | 0 | -1 | 3 |
                        | **total** | **2** | **1** | **1** | **-1** | **3** |
                        """);
    }

    @Test
    void whatBelongsToALineIsSetInUnderIt() {
        assertThat(markdown)
                .contains("- Net revenue retention, 2025-Q1: 56.2 %\n  - \\= ")
                .contains("\n  - churn: account Birch (B)")
                .contains("\n    - 2025-03-10T00:00:00Z ");
    }

    @Test
    void theEndTellsWhatItWasMadeFrom() {
        assertThat(markdown).contains("\n---\n\nMade with revops ").endsWith(".\n");
        assertThat(MarkdownReport.text(new Report("T", Span.year(2025), List.of())))
                .isEqualTo("# T, 2025\n");
    }

    @Test
    void anEmptyTableSaysSo() {
        Table empty = new Table(
                "t", "Nobody", report.sections().get(0).tables().get(0).columns(), List.of(), List.of());
        Section section = new Section("s", "S", List.of(), List.of(empty), List.of());
        assertThat(MarkdownReport.text(new Report("T", Span.year(2025), List.of(section))))
                .isEqualTo("# T, 2025\n\n## S\n\n### Nobody\n\nNone.\n");
    }

    @Test
    void itIsWrittenInUtf8(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("report.md");
        MarkdownReport.write(report, file);
        assertThat(Files.readString(file)).isEqualTo(markdown);
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> MarkdownReport.write(report, folder.resolve("missing/report.md")))
                .withMessageContaining("missing");
    }
}
