package io.revops.reconcile;

import java.util.List;
import java.util.stream.IntStream;

/** Cells in columns for a terminal: the first to the left, the others, which are numbers, to the right. */
final class TextColumns {
    private TextColumns() {}

    static String of(List<List<String>> lines) {
        int columns = lines.get(0).size();
        int[] widths = new int[columns];
        lines.forEach(line -> IntStream.range(0, columns)
                .forEach(i -> widths[i] = Math.max(widths[i], line.get(i).length())));
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder row = new StringBuilder("  ").append(printable(line.get(0)));
            row.append(" ".repeat(widths[0] - line.get(0).length()));
            for (int i = 1; i < columns; i++) {
                row.append("  ")
                        .append(" ".repeat(widths[i] - line.get(i).length()))
                        .append(line.get(i));
            }
            text.append(row.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    /** Ids come from files: what would move a terminal's cursor is not printed. */
    private static String printable(String words) {
        StringBuilder clean = new StringBuilder(words.length());
        words.codePoints().forEach(c -> clean.appendCodePoint(Character.isISOControl(c) ? '\uFFFD' : c));
        return clean.toString();
    }
}
