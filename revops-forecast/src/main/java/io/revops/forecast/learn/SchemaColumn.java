package io.revops.forecast.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How one column of text becomes numbers.
 *
 * @param name of the column
 * @param kind what it holds
 * @param levels the words that have a column of their own, in order; of a label, the words for 0 and for 1
 * @param note what was seen, for a reader
 */
public record SchemaColumn(String name, ColumnKind kind, List<String> levels, String note) {
    /** Words that are in too few rows to have a column of their own. */
    static final String OTHER = "(other)";

    /** No word at all. */
    static final String MISSING = "(missing)";

    public SchemaColumn {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(note, "note");
        levels = List.copyOf(levels);
    }

    /** The columns of numbers that it becomes. */
    public List<Feature> features() {
        List<Feature> features = new ArrayList<>();
        switch (kind) {
            case NUMBER, DATE -> features.add(Feature.of(name));
            case FLAG -> features.add(new Feature(name + "=" + levels.get(1), name));
            case CATEGORY -> levels.forEach(level -> features.add(new Feature(name + "=" + level, name)));
            default -> {}
        }
        return features;
    }

    /** Whether a cell holds a word that the schema has not seen. */
    boolean isUnknown(String cell) {
        return (kind == ColumnKind.FLAG || kind == ColumnKind.CATEGORY)
                && !CellWords.isMissing(cell)
                && !levels.contains(cell)
                && !levels.contains(OTHER);
    }

    /** Writes the numbers of a cell, from a place on; gives the place behind them. */
    int write(String cell, double[] values, int from) {
        switch (kind) {
            case NUMBER -> values[from] = CellWords.isMissing(cell) ? Double.NaN : CellWords.number(cell);
            case DATE -> values[from] = CellWords.day(cell);
            case FLAG -> values[from] = cell.equals(levels.get(1)) ? 1 : cell.equals(levels.get(0)) ? 0 : Double.NaN;
            case CATEGORY -> {
                String word = CellWords.isMissing(cell) ? MISSING : levels.contains(cell) ? cell : OTHER;
                for (int l = 0; l < levels.size(); l++) {
                    values[from + l] = levels.get(l).equals(word) ? 1 : 0;
                }
            }
            default -> {}
        }
        return from + features().size();
    }

    /** {@code Contract: category, 3 words [Month-to-month, One year, Two year]}. */
    @Override
    public String toString() {
        return name + ": " + kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + ", " + note;
    }
}
