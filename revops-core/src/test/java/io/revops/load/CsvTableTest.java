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
import java.util.function.UnaryOperator;
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
        return read(bytes, UnaryOperator.identity(), required);
    }

    private Loaded<List<String>> read(byte[] bytes, UnaryOperator<CsvTable> how, String... required) {
        try {
            Path file = Files.write(folder.resolve("t.csv"), bytes);
            LoadLog log = new LoadLog(BadRows.COLLECT);
            rows.clear();
            how.apply(CsvTable.of(file, "test")).read(log, List.of(required), row -> {
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
    void anUnclosedQuoteIsSoughtWhereItsRowBegins() {
        assertThat(only(read("a,b\n1,2\n\"3,4\n5,6\n7,8\n")).source().line()).isEqualTo(3);
        assertThat(only(read("a,b\n1,2\n3,\"4\n5,6\n7,8\n")).source().line()).isEqualTo(3);
        assertThat(only(read("a,b\n1,\"2\n2\"\n\"3,4\n5,6\n")).source().line()).isEqualTo(4);
        assertThat(only(read("a,\"b\n1,2\n")).source().line()).isEqualTo(1);
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
    void aSpreadsheetOrAnArchiveIsToldAsSuch() {
        for (int[] start : new int[][] {{'P', 'K', 3, 4, 0xE4}, {0xD0, 0xCF, 0x11, 0xE0, 0xA1}, {0x1F, 0x8B, 8, 0}}) {
            byte[] bytes = new byte[start.length];
            for (int i = 0; i < start.length; i++) {
                bytes[i] = (byte) start[i];
            }
            Issue issue = only(read(bytes));

            assertThat(issue.code()).isEqualTo(IssueCode.UNREADABLE);
            assertThat(issue.reason()).contains("spreadsheet", "Maybe save it as CSV");
        }
    }

    @Test
    void utf16WithoutAMarkIsToldAsSuchAndReadIfItIsDeclared() {
        byte[] little = "name,n\nAcme,1\n".getBytes(StandardCharsets.UTF_16LE);
        byte[] big = "name,n\nAcme,1\n".getBytes(StandardCharsets.UTF_16BE);

        assertThat(only(read(little)).reason()).contains("UTF-16 without a byte order mark", "declare");
        assertThat(only(read(big)).reason()).contains("UTF-16 without a byte order mark");
        assertThat(read(little, t -> t.in(StandardCharsets.UTF_16LE)).value()).containsExactly("2 [Acme, 1]");
        assertThat(only(read("PK\0abcdef")).reason()).contains("not text");
    }

    @Test
    void aByteOrderMarkSaysThatATextIsUtf16() {
        String text = "\uFEFFname;city\r\nM\u00fcller;\u0141\u00f3d\u017a\r\n";
        List<String> expected = List.of("2 [M\u00fcller, \u0141\u00f3d\u017a]");

        assertThat(read(text.getBytes(StandardCharsets.UTF_16LE)).value()).isEqualTo(expected);
        assertThat(read(text.getBytes(StandardCharsets.UTF_16BE)).value()).isEqualTo(expected);
        assertThat(read(text.getBytes(StandardCharsets.UTF_8), t -> t.in(StandardCharsets.ISO_8859_1))
                        .value())
                .isEqualTo(expected);
        assertThat(only(read(new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0, '\n', 0, 'b'}))
                        .code())
                .isEqualTo(IssueCode.UNREADABLE);
    }

    @Test
    void anotherEncodingIsRefusedUnlessItIsDeclared() {
        byte[] latin = "name\nM\u00fcller\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(only(read(latin)).reason()).contains("not UTF-8", "Latin-1", "declare it");
        assertThat(rows).isEmpty();
        assertThat(read(latin, t -> t.in(StandardCharsets.ISO_8859_1)).value()).containsExactly("2 [M\u00fcller]");
    }

    @Test
    void aHeaderThatIsThereAgainCountsAsADuplicate() {
        Loaded<List<String>> loaded = read("a,b\n1,2\n a ,b\n3,4\na,b,\na,c\n");

        assertThat(loaded.value()).containsExactly("2 [1, 2]", "4 [3, 4]", "6 [a, c]");
        assertThat(loaded.duplicates()).isEqualTo(2);
        assertThat(loaded.read()).isEqualTo(5);
        assertThat(only(loaded)).satisfies(i -> {
            assertThat(i.severity()).isEqualTo(Severity.NOTE);
            assertThat(i.source()).hasToString("t.csv:3");
            assertThat(i.reason()).contains("3 times");
        });
    }

    @Test
    void whatASpreadsheetLeavesEmptyIsPassedOver() {
        assertThat(read("\n;;\na;b;;\n1;2;;\n;;;\n3;4;;; \n;;;;;\n\n").value()).containsExactly("4 [1, 2]", "6 [3, 4]");
        assertThat(only(read("a;b;;\n1;2;3\n")).code()).isEqualTo(IssueCode.BROKEN_ROW);
    }

    @Test
    void theSeparatorMayBeToldByTheFirstLineOrTheHost() {
        assertThat(read("sep=|\r\na|b\r\n1,5|2;5\r\n").value()).containsExactly("3 [1,5, 2;5]");
        assertThat(read("a,b;c\n1,5;2\n".getBytes(StandardCharsets.UTF_8), t -> t.separatedBy(';'))
                        .value())
                .containsExactly("2 [1,5, 2]");
        assertThatThrownBy(() -> CsvTable.of(folder, "test").separatedBy('"'))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe");
    }

    @Test
    void aQuotedCellKeepsItsLinesAndTheNextRowItsNumber() {
        assertThat(read("a,b\r\n\"x\r\ny\n\r\nz\",2\r\n3,4\r\n").value())
                .containsExactly("2 [x\r\ny\n\r\nz, 2]", "6 [3, 4]");
    }

    @Test
    void aHeaderAndARowHaveALimit() {
        assertThat(only(read("x,".repeat(16_385) + "\n1\n")).code()).isEqualTo(IssueCode.UNREADABLE);
        assertThat(only(read("a,b\n1,2" + ",".repeat(100_000) + "3\n")).reason())
                .contains("100002 cells and the header 2");
        Loaded<List<String>> loaded = read("a,b,c,d,e,f,g,h,i\n" + ("x".repeat(999_999) + ",").repeat(9) + "\n1\n");
        assertThat(only(loaded).reason()).contains("8000000 characters");
        assertThat(loaded.value()).hasSize(1);
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
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("It is a folder. Maybe name a file in it.");
        assertThatThrownBy(() -> PeriodsCsv.in("USD").stream(folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("It is a folder. Maybe name a file in it.");
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
