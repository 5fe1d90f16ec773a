package io.revops.report;

import io.revops.metric.Explanation;
import java.util.ArrayList;
import java.util.List;

/** A report as plain text: tables in columns, numbers to the right, lines of at most a hundred characters where words allow. */
final class TextReport {
    private static final int WIDTH = 100;

    private final StringBuilder text = new StringBuilder();

    private TextReport() {}

    static String of(Report report) {
        TextReport printed = new TextReport();
        printed.line(report.title() + ", " + report.span());
        printed.line("="
                .repeat(Math.min(
                        WIDTH,
                        report.title().length() + 2 + report.span().toString().length())));
        for (Section section : report.sections()) {
            printed.section(section);
        }
        return printed.text.toString();
    }

    private void section(Section section) {
        line("");
        line(section.title());
        line("-".repeat(section.title().length()));
        section.text().forEach(paragraph -> wrap(paragraph, "", ""));
        for (Table table : section.tables()) {
            table(table);
        }
        if (!section.how().isEmpty()) {
            line("");
            line("How it was concluded");
            section.how().forEach(this::explanation);
        }
    }

    private void explanation(Explanation how) {
        wrap(how.headline(), "  ", "    ");
        wrap("= " + how.formula(), "    ", "      ");
        how.totals().forEach(total -> wrap(total, "    ", "      "));
        how.lines().forEach(moved -> wrap(moved, "    ", "        "));
    }

    private void table(Table table) {
        if (!table.title().isEmpty()) {
            line("");
            line(table.title());
        }
        if (table.rows().isEmpty()) {
            line("  (none)");
        } else {
            rows(table);
        }
        table.notes().forEach(note -> wrap(note, "  ", "  "));
    }

    private void rows(Table table) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(table.columns().stream().map(Column::title).toList());
        table.rows().forEach(row -> lines.add(row.stream().map(Cell::printed).toList()));
        int columns = table.columns().size();
        int[] widths = new int[columns];
        for (List<String> cells : lines) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], cells.get(i).length());
            }
        }
        for (List<String> cells : lines) {
            StringBuilder row = new StringBuilder(" ");
            for (int i = 0; i < columns - 1; i++) {
                row.append(' ').append(padded(table, cells, widths, i)).append(' ');
            }
            String last = padded(table, cells, widths, columns - 1).stripTrailing();
            if (row.length() + 1 + last.length() <= WIDTH
                    || table.columns().get(columns - 1).isNumeric()) {
                line((row + " " + last).stripTrailing());
            } else {
                wordy(row, last);
            }
        }
    }

    private static String padded(Table table, List<String> cells, int[] widths, int i) {
        String pad = " ".repeat(widths[i] - cells.get(i).length());
        return table.columns().get(i).isNumeric() ? pad + cells.get(i) : cells.get(i) + pad;
    }

    /** A last cell of many words goes on below: under its column, or where that is too far right, further left. */
    private void wordy(StringBuilder row, String words) {
        if (row.length() + 1 > WIDTH * 2 / 3) {
            line(row.toString().stripTrailing());
            wrap(words, " ".repeat(8), " ".repeat(8));
        } else {
            wrap(words, row + " ", " ".repeat(row.length() + 1));
        }
    }

    private void wrap(String words, String first, String rest) {
        StringBuilder row = new StringBuilder(first);
        int leading = words.length() - words.stripLeading().length();
        row.append(" ".repeat(leading));
        boolean empty = true;
        for (String word : words.strip().split(" ", -1)) {
            if (!empty && row.length() + 1 + word.length() > WIDTH) {
                line(row.toString());
                row = new StringBuilder(rest).append(" ".repeat(leading));
                empty = true;
            }
            row.append(empty ? "" : " ").append(word);
            empty = false;
        }
        line(row.toString());
    }

    private void line(String row) {
        text.append(printable(row)).append('\n');
    }

    /** Names come from files: what would move a terminal's cursor is not printed. */
    private static String printable(String row) {
        StringBuilder clean = new StringBuilder(row.length());
        row.codePoints().forEach(c -> clean.appendCodePoint(Character.isISOControl(c) ? '\uFFFD' : c));
        return clean.toString();
    }
}
