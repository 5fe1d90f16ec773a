package io.revops.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.IssueCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manual for users says what the reader does: every file, every column, and examples that can be read. */
class NativeFormatDocTest {
    private static final Pattern FILE = Pattern.compile("`(\\w+)\\.csv`");
    private static final Pattern BLOCK = Pattern.compile("```csv\n(.*?)```", Pattern.DOTALL);
    private static final Pattern JSON = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    private static String manual() throws IOException {
        return Files.readString(Path.of("..", "docs", "native-format.md"));
    }

    /** The text from the mention of a file to that of the next. */
    private static String section(String manual, String kind) {
        int from = manual.indexOf("`" + kind + ".csv`");
        assertThat(from).as(kind).isNotNegative();
        Matcher next = FILE.matcher(manual);
        return manual.substring(from, next.find(from + 1) ? next.start() : manual.length());
    }

    @Test
    void everyFileAndEveryColumnIsInTheManual() throws IOException {
        String manual = manual();
        for (Kind kind : NativeKinds.ALL) {
            String section = section(manual, kind.name());
            for (Form.Column column : kind.columns()) {
                String name = kind.name().equals("products") ? column.name().replaceFirst("^list_", "") : column.name();
                if (!name.equals(column.name())) {
                    assertThat(section).contains("list_");
                    continue;
                }
                assertThat(section).as(kind.name()).containsPattern("\\b" + name + "\\b");
            }
        }
    }

    @Test
    void everyExampleCanBeRead() throws IOException {
        String manual = manual();
        Matcher blocks = BLOCK.matcher(manual);
        List<String> read = new ArrayList<>();
        while (blocks.find()) {
            Matcher files = FILE.matcher(manual.substring(0, blocks.start()));
            String name = "";
            while (files.find()) {
                name = files.group(1);
            }
            Path file = Files.writeString(folder.resolve(name + ".csv"), blocks.group(1));
            if (name.equals("links") && manual.substring(0, blocks.start()).contains("## Subscription periods")) {
                assertThat(PeriodsCsv.reader().read(file).issues()).isEmpty();
                assertThat(PeriodsCsv.reader().read(file).accepted()).isPositive();
                read.add("periods");
            } else if (name.equals("links")) {
                assertThat(LinksFile.read(file).issues()).isEmpty();
            } else {
                Loaded<?> loaded = NativeForm.read(folder);
                assertThat(loaded.issues())
                        .as(name)
                        .allSatisfy(i -> assertThat(i.code()).isEqualTo(IssueCode.DANGLING_REFERENCE));
                assertThat(loaded.read()).isPositive();
            }
            Files.delete(file);
            read.add(name);
        }
        assertThat(read).contains("accounts", "subscription_items", "quotas", "exchange_rates", "links", "periods");
    }

    @Test
    void theJsonExampleIsABook() throws IOException {
        Matcher block = JSON.matcher(manual());
        assertThat(block.find()).isTrue();
        Path file = Files.writeString(folder.resolve("book.json"), block.group(1));

        Loaded<io.revops.book.RevenueBook> loaded = NativeForm.read(file);

        assertThat(loaded.orElseThrow().issues()).isEmpty();
        assertThat(loaded.accepted()).isEqualTo(3);
    }
}
