package io.revops.report;

import io.revops.catalog.Metrics;
import io.revops.ledger.RevenueView;
import io.revops.metric.Metric;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.util.ArrayList;
import java.util.List;

/** How much of each opening was retained: by quarter, and over the whole span. */
final class RetentionSection {
    private static final List<Metric<?>> METRICS = List.of(
            Metrics.NET_REVENUE_RETENTION,
            Metrics.GROSS_REVENUE_RETENTION,
            Metrics.NET_REVENUE_RETENTION_FLOW,
            Metrics.GROSS_REVENUE_RETENTION_FLOW,
            Metrics.LOGO_CHURN);
    private static final List<String> TITLES = List.of("net", "gross", "net, flow", "gross, flow", "logo churn");

    private RetentionSection() {}

    static Section of(RevenueView view) {
        List<Column> columns = new ArrayList<>(List.of(Column.words("span", "span")));
        for (int i = 0; i < METRICS.size(); i++) {
            columns.add(Column.numbers(METRICS.get(i).definition().id(), TITLES.get(i), "ratio"));
        }
        List<Span> spans = new ArrayList<>(Cadence.QUARTER.cut(view.span()));
        if (spans.size() > 1) {
            spans.add(view.span());
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (Span span : spans) {
            List<Cell> row = new ArrayList<>(List.of(Cell.text(span.toString())));
            METRICS.forEach(metric -> row.add(Cell.of(metric.measure(view.during(span)))));
            rows.add(row);
        }
        return new Section(
                "retention",
                "Retention",
                List.of(
                        "Of the accounts that were active at the opening of each span, at the exchange rates of that opening. Point to "
                                + "point compares the two ends of an account; flow adds up its months."),
                List.of(new Table("retention", "", columns, rows, List.of())),
                List.of(
                        Metrics.NET_REVENUE_RETENTION.measure(view).explain(),
                        Metrics.LOGO_CHURN.measure(view).explain()));
    }
}
