package io.revops.report;

import io.revops.catalog.Metrics;
import io.revops.ledger.RevenueView;
import io.revops.metric.Metric;
import io.revops.report.chart.Chart;
import io.revops.report.chart.Frame;
import io.revops.report.chart.LineChart;
import io.revops.report.chart.Tone;
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

    private static final Chart KEPT = LineChart.of(Frame.of("kept", "Revenue kept, span by span", "retention", "span"))
            .with(Metrics.NET_REVENUE_RETENTION.definition().id(), Tone.BLUE)
            .with(Metrics.GROSS_REVENUE_RETENTION.definition().id(), Tone.AMBER);

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
            METRICS.forEach(metric -> row.add(Cell.explained(metric.measure(view.during(span)))));
            rows.add(row);
        }
        Table table = new Table("retention", "", columns, rows, List.of(), spans.size() > 1 ? 1 : 0);
        return new Section(
                        "retention",
                        "Retention",
                        List.of(
                                "Of the accounts that were active at the opening of each span, at the exchange rates of that opening. Point to "
                                        + "point compares the two ends of an account; flow adds up its months."),
                        List.of(table),
                        List.of(
                                Metrics.NET_REVENUE_RETENTION.measure(view).explain(),
                                Metrics.LOGO_CHURN.measure(view).explain()))
                .with(KEPT);
    }
}
