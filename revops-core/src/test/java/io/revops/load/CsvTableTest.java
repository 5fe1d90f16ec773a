package io.revops.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.book.Issue;
import io.revops.book.IssueCode;
import io.revops.book.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTableTest {
    @TempDir
    Path folder;

    private final List<String> rows = new ArrayList<>();

    private Loaded<List<String>> read(String text, String... required) {
        return read(text.getBytes(StandardCharsets.UTF_8), required);
    }

    private Loaded<List<String>> read(byte[] bytes, String... required) {
        try {
            Path file = Files.write(folder.resolve("t.csv"), bytes);
            LoadLog log = new LoadLog(BadRows.COLLECT);
            rows.clear();
            CsvTable.of(file, "test").read(log, List.of(required), row -> {
                rows.add(row.source().line() + " "
                        + row.columns().stream()
                                .map(c -> row.text(c).orElse("-"))
                                .toList());
                return LoadLog.Verdict.ACCEPTED;
            });
            return log.loaded(issues -> List.copyOf(rows));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Issue only(Loaded<?> loaded) {
        assertThat(loaded.issues()).hasSize(1);
        assertThat(loaded.issues().get(0).reason()).contains("Maybe");
        return loaded.issues().get(0);
    }

    @Test
    void aRowKnowsItsCellsAndItsLine() {
        assertThat(read("a,b\n1,2\n\n 3 ,\"x,\"\"y\"\"\nz\"\n,\n4\n").value())
                .containsExactly("2 [1, 2]", "4 [3, x,\"y\"\nz]", "7 [4, -]");
    }

    @Test
    void theSeparatorIsTheOneTheHeaderUsesMost() {
        assertThat(read("a;b;c\n1;2,5;3\n").value()).containsExactly("2 [1, 2,5, 3]");
        assertThat(read("a\tb\n1\t2;3\n").value()).containsExactly("2 [1, 2;3]");
        assertThat(read("a,\"b;c;d\ne\tf\"\n1,2\n").value()).containsExactly("3 [1, 2]");
        assertThat(read("a\n1\n").value()).containsExactly("2 [1]");
    }

    @Test
    void lineEndsOfAnySystemAndAByteOrderMarkAreAccepted() {
        assertThat(read("\uFEFFa,b\r\n1,2\r\n3,4").value()).containsExactly("2 [1, 2]", "3 [3, 4]");
        assertThat(read("a,b\r1,2\r").value()).containsExactly("2 [1, 2]");
    }

    @Test
    void emptyRowsAndTheHeaderAgainAreNoRows() {
        Loaded<List<String>> loaded = read("a,b\n1,2\n a ,b\n3,4\n,\n\n,\n");

        assertThat(loaded.value()).containsExactly("2 [1, 2]", "4 [3, 4]");
        assertThat(loaded.read()).isEqualTo(2);
    }

    @Test
    void aRowWithMoreCellsThanTheHeaderIsBroken() {
        Loaded<List<String>> loaded = read("a,b\n1,2,3\n4,5\n");

        assertThat(loaded.value()).containsExactly("3 [4, 5]");
        assertThat(only(loaded).code()).isEqualTo(IssueCode.BROKEN_ROW);
        assertThat(only(loaded).source()).hasToString("t.csv:2");
        assertThat(loaded.rejected()).isOne();
    }

    @Test
    void anUnclosedQuoteEndsTheFileWithAnIssue() {
        Loaded<List<String>> loaded = read("a,b\n1,2\n\"3,4\n5,6\n");

        assertThat(loaded.value()).containsExactly("2 [1, 2]");
        assertThat(only(loaded).code()).isEqualTo(IssueCode.BROKEN_ROW);
        assertThat(loaded.read()).isEqualTo(2);
    }

    @Test
    void aCellHasALimit() {
        Loaded<List<String>> loaded = read("a,b\n1," + "x".repeat(1_000_001) + "\n");

        assertThat(loaded.value()).isEmpty();
        assertThat(only(loaded).reason()).contains("1000000 characters");
    }

    @Test
    void aMissingColumnIsOneIssueForTheFile() {
        Issue issue = only(read("a,b\n1,2\n3,4\n", "a", "c", "d"));

        assertThat(issue.code()).isEqualTo(IssueCode.MISSING_COLUMN);
        assertThat(issue.column()).isEqualTo("c, d");
        assertThat(issue.reason()).contains("it has [a, b]");
        assertThat(rows).isEmpty();
    }

    @Test
    void aLongHeaderIsCutInTheMessage() {
        assertThat(only(read("x".repeat(300) + "\n1\n", "a")).reason())
                .contains("xxx....")
                .hasSizeLessThan(300);
    }

    @Test
    void aColumnThatIsNamedTwiceIsAnIssue() {
        assertThat(only(read("a, a\n1,2\n")).reason()).contains("names the column twice");
    }

    @Test
    void aColumnWithoutANameHasItsNumber() {
        Path file = folder.resolve("n.csv");
        LoadLog log = new LoadLog(BadRows.STRICT);
        List<String> columns = new ArrayList<>();
        try {
            Files.writeString(file, "a,,c\n1,2,3\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        CsvTable.of(file, "test").read(log, List.of(), row -> {
            columns.addAll(row.columns());
            return LoadLog.Verdict.ACCEPTED;
        });

        assertThat(columns).containsExactly("a", "column 2", "c");
    }

    @Test
    void whatIsNoTextIsUnreadable() {
        assertThat(only(read("PK\0\3")).code()).isEqualTo(IssueCode.UNREADABLE);
        assertThat(only(read(new byte[] {'a', '\n', (byte) 0xE4, '\n'})).reason())
                .contains("not UTF-8");
        assertThat(only(read("", "id")).reason()).contains("is empty", "[id]");
    }

    @Test
    void aFileThatIsNotThereSaysWhichAndWhere() {
        CsvTable table = CsvTable.of(folder.resolve("none.csv"), "test");

        assertThatThrownBy(() -> table.read(new LoadLog(BadRows.COLLECT), List.of(), row -> LoadLog.Verdict.ACCEPTED))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("none.csv")
                .hasMessageContaining("Maybe check the path");
        assertThatThrownBy(() -> CsvTable.of(folder, "test")
                        .read(new LoadLog(BadRows.COLLECT), List.of(), row -> LoadLog.Verdict.ACCEPTED))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aHeaderMayBeRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "a\n1\n");
        LoadLog log = new LoadLog(BadRows.COLLECT);

        CsvTable.of(file, "test")
                .read(
                        log,
                        List.of(),
                        columns -> {
                            throw new BadRow(IssueCode.MISSING_COLUMN, "b", "", "No b. Maybe another file.");
                        },
                        row -> LoadLog.Verdict.ACCEPTED);

        Loaded<String> loaded = log.loaded(issues -> "");
        assertThat(loaded.read()).isZero();
        assertThat(only(loaded)).satisfies(i -> {
            assertThat(i.source()).hasToString("t.csv:1");
            assertThat(i.severity()).isEqualTo(Severity.ERROR);
        });
    }
}
