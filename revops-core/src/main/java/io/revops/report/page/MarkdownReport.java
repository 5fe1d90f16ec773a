package io.revops.report.page;

import io.revops.metric.Explanation;
import io.revops.report.Cell;
import io.revops.report.Column;
import io.revops.report.Imprint;
import io.revops.report.Report;
import io.revops.report.Section;
import io.revops.report.Table;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A report as Markdown, in the dialect with tables that wikis, code hosts and notebooks read: its words, its tables, and how each
 * section's figures were concluded. Pictures are left to {@link HtmlReport}; the tables that they draw are here. Whatever stands
 * in the data is text: it cannot become a link, code, HTML or another cell. The same report gives the same bytes.
 */
public final class MarkdownReport {
    private final StringBuilder out = new StringBuilder();

    private MarkdownReport() {}

    /** The report. */
    public static String text(Report report) {
        MarkdownReport markdown = new MarkdownReport();
        markdown.report(report);
        return markdown.out.toString();
    }

    /**
     * Writes the report to a file, in UTF-8.
     *
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void write(Report report, Path file) {
        PageFile.write(text(report), file);
    }

    private void report(Report report) {
        heading("#", report.title() + ", " + report.span());
        report.sections().forEach(this::section);
        Imprint imprint = report.imprint();
        if (!imprint.equals(Imprint.UNKNOWN)) {
            out.append("\n---\n");
            paragraph("Made with " + imprint.library() + " from " + imprint.data() + ". Policy: " + imprint.policy()
                    + ".");
        }
    }

    private void section(Section section) {
        heading("##", section.title());
        section.text().forEach(this::paragraph);
        section.tables().forEach(this::table);
        if (!section.how().isEmpty()) {
            heading("###", "How it was concluded");
            section.how().forEach(this::explanation);
        }
    }

    private void table(Table table) {
        if (!table.title().isEmpty()) {
            heading("###", table.title());
        }
        if (table.rows().isEmpty()) {
            paragraph("None.");
        } else {
            out.append('\n');
            row(table.columns().stream().map(c -> MarkdownText.of(c.title())).toList());
            row(table.columns().stream().map(MarkdownReport::alignment).toList());
            int totals = table.rows().size() - table.totals();
            for (int i = 0; i < table.rows().size(); i++) {
                boolean strong = i >= totals;
                row(table.rows().get(i).stream().map(cell -> cell(cell, strong)).toList());
            }
        }
        table.notes().forEach(this::paragraph);
    }

    private static String alignment(Column column) {
        return column.isNumeric() ? "--:" : ":--";
    }

    private static String cell(Cell cell, boolean strong) {
        String words = MarkdownText.of(cell.printed()).strip();
        return strong && !words.isEmpty() ? "**" + words + "**" : words;
    }

    private void row(List<String> cells) {
        out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private void explanation(Explanation how) {
        out.append('\n');
        item(0, how.headline());
        item(1, "= " + how.formula());
        how.totals().forEach(total -> item(1, total));
        how.lines().forEach(line -> item(line.startsWith(" ") ? 2 : 1, line));
    }

    private void item(int depth, String words) {
        out.append("  ".repeat(depth))
                .append("- ")
                .append(MarkdownText.line(words))
                .append('\n');
    }

    private void heading(String marks, String words) {
        out.append(out.isEmpty() ? "" : "\n")
                .append(marks)
                .append(' ')
                .append(MarkdownText.of(words))
                .append('\n');
    }

    private void paragraph(String words) {
        out.append('\n').append(MarkdownText.line(words)).append('\n');
    }
}
