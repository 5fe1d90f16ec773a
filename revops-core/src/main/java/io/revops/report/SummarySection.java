package io.revops.report;

import io.revops.book.RevenueBook;
import io.revops.book.Severity;
import io.revops.catalog.Metrics;
import io.revops.ledger.RevenueView;
import io.revops.metric.Measurement;
import io.revops.metric.Metric;
import io.revops.time.Span;
import java.util.ArrayList;
import java.util.List;

/** The figures that a revenue leader asks for first, beside those of the span before. */
final class SummarySection {
    private SummarySection() {}

    static Section of(RevenueView view) {
        Span before = view.span().previous();
        List<List<Cell>> rows = new ArrayList<>();
        List<Metric<?>> metrics = List.of(
                Metrics.ARR,
                Metrics.MRR,
                Metrics.NEW_MRR,
                Metrics.EXPANSION_MRR,
                Metrics.CONTRACTION_MRR,
                Metrics.CHURNED_MRR,
                Metrics.REACTIVATION_MRR,
                Metrics.NET_REVENUE_RETENTION,
                Metrics.GROSS_REVENUE_RETENTION,
                Metrics.LOGO_CHURN,
                Metrics.QUICK_RATIO,
                Metrics.ACTIVE_CUSTOMERS,
                Metrics.LOST_CUSTOMERS,
                Metrics.ARPA,
                Metrics.WIN_RATE,
                Metrics.OPEN_PIPELINE);
        metrics.forEach(metric -> rows.add(row(metric, view, before)));
        rows.add(coverage(view));
        return new Section(
                "summary",
                "Summary",
                List.of(data(view.book())),
                List.of(new Table(
                        "figures",
                        "",
                        List.of(
                                Column.words("figure", "figure"),
                                Column.numbers("now", view.span().toString(), "as named"),
                                Column.numbers("before", before.toString(), "as named")),
                        rows,
                        List.of())),
                List.of());
    }

    private static List<Cell> row(Metric<?> metric, RevenueView view, Span before) {
        return List.of(
                Cell.text(metric.definition().title()),
                Cell.of(metric.measure(view)),
                Cell.of(metric.measure(view.during(before))));
    }

    private static List<Cell> coverage(RevenueView view) {
        Span next = PipelineSection.nextQuarter(view.span());
        Span running = PipelineSection.nextQuarter(view.span().previous());
        Measurement<?> now = Metrics.QUOTA_COVERAGE.measure(view.during(next));
        Measurement<?> before = Metrics.QUOTA_COVERAGE.measure(view.during(running));
        return List.of(Cell.text("Coverage, " + next + " and " + running), Cell.of(now), Cell.of(before));
    }

    private static String data(RevenueBook book) {
        long errors = book.issues().stream()
                .filter(i -> i.severity() == Severity.ERROR)
                .count();
        long warnings = book.issues().stream()
                .filter(i -> i.severity() == Severity.WARNING)
                .count();
        return "From " + book.accounts().size() + " accounts, "
                + book.subscriptions().size() + " subscriptions and "
                + book.opportunities().size() + " deals; rows left out: " + errors + ", doubtful facts: " + warnings
                + " (see Data issues).";
    }
}
