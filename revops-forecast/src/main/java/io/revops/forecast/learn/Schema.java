package io.revops.forecast.learn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How a flat table becomes a {@link DataSet}: made once from the rows that are learnt from, kept with the model, and used as it is on
 * rows that come later.
 *
 * <p>A column of numbers stays one (currency and percent signs and thousands are understood), ISO dates become days, two words
 * become one column of 0 and 1, more words a column each; words in too few rows are taken together, and a column that has
 * another value in every row is left out. Empty cells, {@code NA}, {@code null}, {@code ?} are missing.
 *
 * @param version the edition of the features
 * @param columns every column of the table, in its order
 */
public record Schema(String version, List<SchemaColumn> columns) {
    public Schema {
        Objects.requireNonNull(version, "version");
        columns = List.copyOf(columns);
    }

    /**
     * What a table seems to hold.
     *
     * @param label the column to be learnt, of two values: 1, yes, true, churned and the like are the event; of two other words, the
     *     rarer one, which {@link #columns} says
     * @param id the column that says who a row is about; without one, rows are numbered from 1
     * @throws IllegalArgumentException if the label has not two values
     */
    public static Schema detect(TextTable table, String label, Optional<String> id) {
        table.column(label);
        id.ifPresent(table::column);
        List<SchemaColumn> columns = new ArrayList<>();
        for (String name : table.columns()) {
            List<String> cells = table.column(name);
            columns.add(
                    name.equals(label)
                            ? Detection.label(name, cells)
                            : id.filter(name::equals).isPresent()
                                    ? new SchemaColumn(name, ColumnKind.ID, List.of(), "who the row is about")
                                    : Detection.of(name, cells));
        }
        return new Schema("1", columns);
    }

    /** The columns of numbers, in order. */
    public List<Feature> features() {
        return columns.stream().flatMap(c -> c.features().stream()).toList();
    }

    /** The table as numbers, with its labels where the schema has one; rows without a label are left out and counted. */
    public DataSet encode(TextTable table) {
        DataSetBuilder rows = DataSet.of(features()).version(version);
        List<Finding> findings = new ArrayList<>();
        List<List<String>> cells = new ArrayList<>();
        for (SchemaColumn column : columns) {
            boolean isRead = (column.kind() != ColumnKind.LEFT_OUT && column.kind() != ColumnKind.LABEL)
                    || table.columns().contains(column.name());
            cells.add(isRead ? table.column(column.name()) : List.of());
            findings.addAll(Detection.findings(column, cells.get(cells.size() - 1)));
        }
        double[] values = new double[features().size()];
        for (int i = 0; i < table.size(); i++) {
            String rowId = Integer.toString(i + 1);
            double outcome = Double.NaN;
            int to = 0;
            for (int c = 0; c < columns.size(); c++) {
                SchemaColumn column = columns.get(c);
                String cell = cells.get(c).isEmpty() ? "" : cells.get(c).get(i);
                switch (column.kind()) {
                    case ID -> rowId = cell.isEmpty() ? rowId : cell;
                    case LABEL -> outcome = column.levels().indexOf(cell);
                    default -> to = column.write(cell, values, to);
                }
            }
            rows.row(rowId, outcome < 0 ? Double.NaN : outcome, values);
        }
        return rows.found(findings).build();
    }

    /** The numbers of one row, for a model to score. */
    public double[] encode(Map<String, String> row) {
        Map<String, String> cells = new HashMap<>(row);
        double[] values = new double[features().size()];
        int to = 0;
        for (SchemaColumn column : columns) {
            if (column.features().isEmpty()) {
                continue;
            }
            String cell = cells.get(column.name());
            if (cell == null) {
                throw new IllegalArgumentException("The row has no column (" + column.name()
                        + "). Maybe an empty text where nothing is known; it has "
                        + row.keySet().stream().sorted().toList()
                        + ".");
            }
            to = column.write(cell.strip(), values, to);
        }
        return values;
    }

    /** One line for each column. */
    @Override
    public String toString() {
        return String.join("\n", columns.stream().map(SchemaColumn::toString).toList());
    }
}
