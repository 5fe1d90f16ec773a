package io.revops.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.metric.Explanation;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextReportTest {
    private static final List<Column> COLUMNS =
            List.of(Column.words("who", "who"), Column.numbers("n", "n", "n"), Column.words("why", "why"));

    @Test
    void numbersAreSetToTheRightAndWordsToTheLeft() {
        assertThat(text(table(row("Alder", "1,200", "grew"), row("Bo", "7", "new"))))
                .isEqualTo("""
                        T, 2025-Q1
                        ==========

                        S
                        -

                        Title
                          who        n  why
                          Alder  1,200  grew
                          Bo         7  new
                          a note
                        """);
    }

    @Test
    void aTableWithoutRowsSaysSo() {
        assertThat(text(table())).endsWith("Title\n  (none)\n  a note\n");
    }

    @Test
    void aTableWithoutATitleFollowsItsSectionAtOnce() {
        Table bare = new Table("t", "", COLUMNS, List.of(row("a", "1", "b")), List.of());
        assertThat(text(bare)).endsWith("S\n-\n  who  n  why\n  a    1  b\n");
    }

    @Test
    void aLongLastCellGoesOnUnderItsColumn() {
        String text = text(table(row("Alder", "1", words(30))));
        assertThat(text.lines().filter(line -> line.contains("word")))
                .hasSizeGreaterThan(2)
                .allMatch(line -> line.length() <= 100)
                .allMatch(line -> line.indexOf("word") == 12);
        assertThat(text.replaceAll("\\s+", " ")).contains(words(30));
    }

    @Test
    void aLongLastCellBehindWideColumnsGoesOnFurtherLeft() {
        String text = text(table(row("A".repeat(70), "1", words(30))));
        assertThat(text.lines().filter(line -> line.contains("AAA"))).containsExactly("  " + "A".repeat(70) + "  1");
        assertThat(text.lines().filter(line -> line.contains("word")))
                .allMatch(line -> line.startsWith("        word"))
                .allMatch(line -> line.length() <= 100);
    }

    @Test
    void aLongWordIsNeverBroken() {
        String text = text(table(row("Alder", "1", "x".repeat(150) + " " + words(3))));
        assertThat(text.lines().filter(line -> line.contains("x".repeat(150)))).hasSize(1);
    }

    @Test
    void paragraphsAndNotesWrapAtAHundredColumns() {
        Table noted = new Table("t", "", COLUMNS, List.of(), List.of(words(40)));
        Section section = new Section("s", "S", List.of(words(50)), List.of(noted), List.of());
        String text = report(section).text();
        assertThat(text.lines()).allMatch(line -> line.length() <= 100);
        assertThat(text.lines().filter(line -> line.startsWith("word"))).hasSize(4);
        assertThat(text.lines().filter(line -> line.startsWith("  word"))).hasSizeGreaterThan(2);
    }

    @Test
    void howItWasConcludedFollowsTheTables() {
        Explanation how = new Explanation(
                "MRR, 2025: USD 1.00",
                "closing",
                List.of("closing USD 1.00"),
                List.of("basis: net"),
                List.of("churn: account a", "    2025-01-01 it ended"),
                List.of("nothing: 0"));
        assertThat(report(new Section("s", "S", List.of(), List.of(), List.of(how)))
                        .text())
                .endsWith("""
                        S
                        -

                        How it was concluded
                          MRR, 2025: USD 1.00
                            = closing
                            closing USD 1.00
                            churn: account a
                                2025-01-01 it ended
                        """);
    }

    @Test
    void controlCharactersInNamesDoNotReachTheTerminal() {
        RevenueView view = RevenueView.of(
                SmallBook.accounts("\u001b[2J\u0007\r\n\t\u009b31m").build(), RevenuePolicy.standard(), SmallBook.SPAN);
        String text = RevenueReport.of(view).text();
        assertThat(text.codePoints().filter(c -> Character.isISOControl(c) && c != '\n'))
                .isEmpty();
        assertThat(text).contains("Alder\uFFFD[2J\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD31m");
    }

    @Test
    void linesEndInALineFeedAndInNoBlank() {
        String text = RevenueReport.of(SmallBook.view()).text();
        assertThat(text).endsWith("\n").doesNotContain("\r");
        assertThat(text.lines()).noneMatch(line -> line.endsWith(" "));
    }

    private static String text(Table table) {
        return report(new Section("s", "S", List.of(), List.of(table), List.of()))
                .text();
    }

    private static Report report(Section section) {
        return new Report("T", Span.quarter(2025, 1), List.of(section));
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static Table table(List<Cell>... rows) {
        return new Table("t", "Title", COLUMNS, List.of(rows), List.of("a note"));
    }

    private static List<Cell> row(String who, String number, String why) {
        return List.of(Cell.text(who), Cell.number(number, BigDecimal.ONE), Cell.text(why));
    }

    private static String words(int count) {
        return IntStream.range(0, count).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
    }
}
