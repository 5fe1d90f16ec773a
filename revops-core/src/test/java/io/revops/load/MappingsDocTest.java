package io.revops.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.RevenueBook;
import io.revops.catalog.Metrics;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.time.Span;
import java.io.IOException;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manual of mappings says what the reader does: the worked example, every key, every mapping that is shipped. */
class MappingsDocTest {
    @TempDir
    Path folder;

    private static String manual() throws IOException {
        return Files.readString(Path.of("..", "docs", "mappings.md"));
    }

    private static String block(String language) throws IOException {
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(manual());
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    private static String mrr(RevenueBook book, LocalDate day) {
        return Metrics.MRR
                .measure(RevenueView.of(book, RevenuePolicy.standard(), Span.of(day, day.plusDays(1))))
                .orElseThrow()
                .perMonth(RoundingMode.HALF_EVEN)
                .toString();
    }

    @Test
    void theWorkedExampleGivesWhatTheManualSays() throws IOException {
        Path sheet = Files.writeString(folder.resolve("vertrag.csv"), block("csv"));
        Mapping mapping = Mapping.read(Files.writeString(folder.resolve("vertrag.json"), block("json")));

        Loaded<RevenueBook> loaded = MappedSheet.read(sheet, mapping);

        assertThat(loaded + "\n").isEqualTo(block("text"));
        // 1,100 and 450; then 1,980 and 450.
        assertThat(mrr(loaded.orElseThrow(), LocalDate.of(2025, 3, 31))).isEqualTo("EUR 1550.00");
        assertThat(mrr(loaded.orElseThrow(), LocalDate.of(2025, 4, 30))).isEqualTo("EUR 2430.00");
    }

    @Test
    void everyKeyAndEveryMappingIsInTheManual() throws IOException {
        String manual = manual();
        for (String key : MappingJson.KEYS) {
            assertThat(manual).containsPattern("\n\\| ([\\w, ]+, )?" + key + "\\b[^|]* \\|");
        }
        for (String name : Mapping.shipped()) {
            assertThat(manual).contains("\n| " + name + " |");
        }
    }
}
