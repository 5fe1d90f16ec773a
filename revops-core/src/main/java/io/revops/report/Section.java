package io.revops.report;

import io.revops.metric.Explanation;
import java.util.List;

/**
 * A part of a report.
 *
 * @param id names it for programs, unique in its report
 * @param title names it for readers
 * @param text paragraphs before the tables
 * @param tables its tables
 * @param how how its figures were concluded
 */
public record Section(String id, String title, List<String> text, List<Table> tables, List<Explanation> how) {
    public Section {
        text = List.copyOf(text);
        tables = tables.stream().map(Table::withReasons).toList();
        how = List.copyOf(how);
    }
}
