package io.revops.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.book.Account;
import io.revops.book.RevenueBook;
import io.revops.health.HealthScorecard;
import io.revops.ledger.PolicyPreset;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.load.NativeForm;
import io.revops.report.Report;
import io.revops.report.RevenueReport;
import io.revops.report.page.HtmlReport;
import io.revops.report.page.MarkdownReport;
import io.revops.time.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever writes to, or reads from, a path that is none is told which path, and what to do. */
class WrittenFilesTest {
    private static final Report REPORT =
            RevenueReport.of(RevenueView.of(RevenueBook.empty(), RevenuePolicy.standard(), Span.year(2025)));
    private static final PolicyPreset PRESET = PolicyPreset.of("chartmogul");

    private static final List<Consumer<Path>> WRITERS = List.of(
            path -> HtmlReport.write(REPORT, path),
            path -> MarkdownReport.write(REPORT, path),
            path -> ReportJson.write(REPORT, path),
            path -> PresetJson.write(PRESET, path),
            path -> HealthScorecardJson.write(HealthScorecard.standard(), path));

    @TempDir
    Path folder;

    @Test
    void aFolderThatIsNotThereIsNamedAndNothingIsWritten() {
        Path file = folder.resolve("none").resolve("report");
        for (Consumer<Path> writer : WRITERS) {
            assertThatThrownBy(() -> writer.accept(file))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("Maybe create it first.");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFolderIsNoFileToWrite() {
        for (Consumer<Path> writer : WRITERS) {
            assertThatThrownBy(() -> writer.accept(folder))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("It is a folder. Maybe name a file in it.");
        }
    }

    @Test
    void aFileIsNoFolderToWriteABookInto() throws IOException {
        Path file = Files.writeString(folder.resolve("book.csv"), "mine");

        assertThatThrownBy(() ->
                        NativeForm.writeCsv(RevenueBook.of(Account.builder("a").build()), file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("It is a file. Maybe name a folder to write into.");
        assertThat(file).content().isEqualTo("mine");
    }

    @Test
    void aPresetIsReadWithAByteOrderMarkAndRefusedInAnotherEncodingByName() throws IOException {
        String text = PresetJson.text(PRESET);
        Path marked = Files.writeString(folder.resolve("marked.json"), "\uFEFF" + text);
        Path wide = Files.write(folder.resolve("wide.json"), text.getBytes(StandardCharsets.UTF_16));

        assertThat(PresetJson.read(marked).policy()).isEqualTo(PRESET.policy());
        assertThatThrownBy(() -> PresetJson.read(wide))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("wide.json")
                .hasMessageContaining("Maybe save it as UTF-8.");
        assertThatThrownBy(() -> HealthScorecardJson.read(folder.resolve("none.json")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("There is no such file. Maybe check the path");
        assertThatThrownBy(() -> PresetJson.read(folder)).hasMessageContaining("It is a folder.");
    }
}
