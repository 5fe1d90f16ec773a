package io.revops.report;

import io.revops.book.RevenueBook;
import io.revops.book.Severity;
import io.revops.catalog.Metrics;
import io.revops.ledger.RevenueView;
import io.revops.metric.Measurement;
import io.revops.metric.Metric;
import io.revops.report.chart.Frame;
import io.revops.report.chart.Headline;
import io.revops.report.chart.Headlines;
import io.revops.report.chart.Spark;
import io.revops.time.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The figures that a revenue leader asks for first, beside those of the span before. */
final class SummarySection {
    /** The figures that are read first, and the tables that tell how they went. */
    private static final Map<String, Spark> FIRST = Map.of(
            Metrics.ARR.definition().id(), new Spark("bridge", "mrr", "closing"),
            Metrics.NEW_MRR.definition().id(), new Spark("bridge", "mrr", "new"),
            Metrics.EXPANSION_MRR.definition().id(), new Spark("bridge", "mrr", "expansion"),
            Metrics.CHURNED_MRR.definition().id(), new Spark("bridge", "mrr", "churn"),
            Metrics.NET_REVENUE_RETENTION.definition().id(), new Spark("retention", "retention", "retention.net"),
            Metrics.GROSS_REVENUE_RETENTION.definition().id(), new Spark("retention", "retention", "retention.gross"),
            Metrics.LOGO_CHURN.definition().id(), new Spark("retention", "retention", "churn.logo"),
            Metrics.ACTIVE_CUSTOMERS.definition().id(), new Spark("bridge", "accounts", "closing"));

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
        List<Headline> headlines = new ArrayList<>();
        metrics.forEach(metric -> rows.add(row(metric, view, before, headlines)));
        rows.add(coverage(view));
        Table figures = new Table(
                "figures",
                "",
                List.of(
                        Column.words("figure", "figure"),
                        Column.numbers("now", view.span().toString(), "as named"),
                        Column.numbers("before", before.toString(), "as named")),
                rows,
                List.of());
        Frame frame = Frame.of("headlines", "Figures at a glance", "figures", "figure");
        return new Section("summary", "Summary", text(view), List.of(figures), List.of())
                .with(new Headlines(frame, "now", "before", headlines));
    }

    private static <V> List<Cell> row(Metric<V> metric, RevenueView view, Span before, List<Headline> headlines) {
        Measurement<V> now = metric.measure(view);
        Measurement<V> then = metric.measure(view.during(before));
        if (FIRST.containsKey(metric.definition().id())) {
            headlines.add(HeadlineChange.of(
                    now.since(then),
                    Optional.ofNullable(FIRST.get(metric.definition().id()))));
        }
        return List.of(Cell.text(metric.definition().title()), Cell.explained(now), Cell.explained(then));
    }

    private static List<Cell> coverage(RevenueView view) {
        Span next = PipelineSection.nextQuarter(view.span());
        Span running = PipelineSection.nextQuarter(view.span().previous());
        Measurement<?> now = Metrics.QUOTA_COVERAGE.measure(view.during(next));
        Measurement<?> before = Metrics.QUOTA_COVERAGE.measure(view.during(running));
        return List.of(Cell.text("Coverage, " + next + " and " + running), Cell.explained(now), Cell.explained(before));
    }

    private static List<String> text(RevenueView view) {
        String data = data(view.book());
        return LastDay.of(view.book(), view.policy().zone())
                .filter(day -> day.isBefore(view.span().from()))
                .map(day -> List.of(
                        data,
                        "Nothing in the data is of " + view.span() + " or later, the last is of " + day
                                + ": these figures say what is so if nothing changes from then on."))
                .orElse(List.of(data));
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
