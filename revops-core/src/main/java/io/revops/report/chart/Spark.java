package io.revops.report.chart;

import java.util.Objects;

/**
 * A column of any table of the report as a small line beside a figure. In a report without that section or table there is no
 * line.
 *
 * @param section the id of the table's section
 * @param table the id of the table
 * @param column the key of the column
 */
public record Spark(String section, String table, String column) {
    public Spark {
        Objects.requireNonNull(section, "section");
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(column, "column");
    }
}
