package io.revops.quickstart.mrr;

import io.revops.ledger.MovementTable;
import io.revops.ledger.MrrLedger;
import io.revops.ledger.Valuation;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The movements of each month, or of each month and segment: by month, then by segment. */
record MonthTable(List<Line> lines) {
    /**
     * A month of everything or of one segment.
     *
     * @param segment null for everything
     */
    record Line(@Nullable String segment, MovementTable.Row row) {}

    MonthTable {
        lines = List.copyOf(lines);
    }

    /**
     * What the library says of the whole.
     *
     * @throws IllegalArgumentException if an exchange rate is missing
     */
    static MonthTable of(MrrLedger ledger, Span span) {
        MovementTable table;
        try {
            table = ledger.table(span, Cadence.MONTH);
        } catch (IllegalStateException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        return new MonthTable(
                table.rows().stream().map(row -> new Line(null, row)).toList());
    }

    /**
     * The same walk by the values of a column, of which each has a line in every month.
     *
     * @throws IllegalArgumentException if an exchange rate is missing
     */
    static MonthTable of(MrrLedger ledger, Span span, Currency currency, SheetColumn column) {
        List<Span> months = span.months();
        Map<String, SegmentSums> sums = new TreeMap<>();
        column.values().forEach(value -> sums.put(value, new SegmentSums(months)));
        Valuation valuation = Valuation.closing(ledger);
        ledger.walk(
                months,
                ledger.policy().basis(),
                Cadence.MONTH,
                valuation,
                column,
                row -> java.util.Objects.requireNonNull(sums.get(row.segment())).add(row));
        valuation.problem().ifPresent(problem -> {
            throw new IllegalArgumentException(problem.text());
        });
        List<Line> lines = new ArrayList<>();
        for (int month = 0; month < months.size(); month++) {
            int m = month;
            sums.forEach((segment, of) -> lines.add(new Line(segment, of.row(m, currency))));
        }
        return new MonthTable(lines);
    }
}
