package io.revops.report.chart;

import java.util.Objects;

/**
 * What every kind of chart says of itself.
 *
 * @param id names it for programs, unique among the charts of its section
 * @param title names it for readers: what there is to see
 * @param table the id of the table of the same section that it draws
 * @param label the key of the column that names each row
 * @param numbers which of a cell's two numbers are drawn
 * @param note how to read it; empty if that is plain
 */
public record Frame(String id, String title, String table, String label, Numbers numbers, String note) {
    public Frame {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(numbers, "numbers");
        Objects.requireNonNull(note, "note");
    }

    /** The frame of a chart that draws the numbers as they are printed. */
    public static Frame of(String id, String title, String table, String label) {
        return new Frame(id, title, table, label, Numbers.AS_PRINTED, "");
    }

    /** The same with the other numbers. */
    public Frame with(Numbers other) {
        return new Frame(id, title, table, label, other, note);
    }

    /** The same with a sentence on how to read it. */
    public Frame withNote(String sentence) {
        return new Frame(id, title, table, label, numbers, sentence);
    }
}
