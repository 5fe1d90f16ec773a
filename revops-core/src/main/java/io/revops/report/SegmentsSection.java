package io.revops.report;

import io.revops.book.Dimension;
import io.revops.catalog.Metrics;
import io.revops.ledger.RevenueView;
import io.revops.metric.Breakdown;
import io.revops.metric.Measurement;
import io.revops.metric.Ratio;
import io.revops.metric.Unit;
import io.revops.metric.recurring.Bridge;
import io.revops.metric.recurring.PrintedShares;
import io.revops.money.RunRate;
import io.revops.report.chart.BarChart;
import io.revops.report.chart.Chart;
import io.revops.report.chart.Frame;
import io.revops.report.chart.Tone;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** MRR, accounts and retention of each segment, for every dimension in which the accounts differ. */
final class SegmentsSection {
    private static final List<Dimension> DIMENSIONS = List.of(
            Dimension.INDUSTRY,
            Dimension.REGION,
            Dimension.SEGMENT,
            Dimension.TIER,
            Dimension.COUNTRY,
            Dimension.PRODUCT,
            Dimension.PRODUCT_LINE);
    private static final int MOST = 15;

    private SegmentsSection() {}

    static Section of(RevenueView view) {
        Measurement<RunRate> mrr = Metrics.MRR.measure(view);
        if (mrr.value().isEmpty()) {
            return new Section("segments", "Segments", List.of(mrr.printed()), List.of(), List.of());
        }
        List<Table> tables = new ArrayList<>();
        List<Chart> charts = new ArrayList<>();
        for (Dimension dimension : DIMENSIONS) {
            Breakdown<RunRate> cut = mrr.by(dimension);
            if (cut.segments().size() > 1 && cut.segments().size() <= MOST) {
                tables.add(table(view, dimension, cut));
                Frame frame = Frame.of(dimension.name(), "MRR by " + dimension, dimension.name(), "segment");
                charts.add(BarChart.of(frame, "mrr", Tone.BLUE));
            }
        }
        String text = tables.isEmpty()
                ? "The accounts do not differ in industry, region, segment, tier, country or product. Maybe load a CRM export and links."
                : "MRR and active accounts at the close, retention over the span. An account that buys two products is active in both.";
        return new Section("segments", "Segments", List.of(text), tables, List.of(), charts);
    }

    private static Table table(RevenueView view, Dimension dimension, Breakdown<RunRate> mrr) {
        Breakdown<Long> active = Metrics.ACTIVE_CUSTOMERS.measure(view).by(dimension);
        Breakdown<Ratio> net = Metrics.NET_REVENUE_RETENTION.measure(view).by(dimension);
        Breakdown<Ratio> gross = Metrics.GROSS_REVENUE_RETENTION.measure(view).by(dimension);
        List<List<Cell>> rows = new ArrayList<>();
        mrr.segments()
                .forEach((name, value) -> rows.add(List.of(
                        Cell.text(name),
                        Cell.explained(value),
                        cell(active, name),
                        cell(net, name),
                        cell(gross, name))));
        rows.add(List.of(
                Cell.text("total"),
                Cell.of(mrr.whole()),
                Cell.of(active.whole()),
                Cell.of(net.whole()),
                Cell.of(gross.whole())));
        String currency = mrr.whole().orElseThrow().currency().getCurrencyCode();
        return new Table(
                dimension.name(),
                "By " + dimension,
                List.of(
                        Column.words("segment", dimension.name()),
                        Column.perMonth("mrr", "MRR", currency),
                        Column.numbers("active", "active", "accounts"),
                        Column.numbers("net", "net retention", "ratio"),
                        Column.numbers("gross", "gross retention", "ratio")),
                tied(rows, mrr, currency),
                List.of(),
                1);
    }

    /** The printed MRR of the segments shares out what rounding leaves, so that it adds up to the printed total. */
    private static List<List<Cell>> tied(List<List<Cell>> rows, Breakdown<RunRate> mrr, String currency) {
        List<RunRate> exact =
                mrr.segments().values().stream().map(Measurement::orElseThrow).toList();
        int digits = Math.max(0, mrr.whole().orElseThrow().currency().getDefaultFractionDigits());
        List<BigDecimal> printed =
                PrintedShares.of(exact, Bridge.monthly(mrr.whole().orElseThrow(), digits), digits);
        List<List<Cell>> tied = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<Cell> row = new ArrayList<>(rows.get(i));
            if (i < printed.size()) {
                row.set(
                        1,
                        Cell.number(
                                        currency + " " + Unit.grouped(printed.get(i)),
                                        Cell.exact(Unit.MONEY_PER_MONTH, exact.get(i)))
                                .with(Objects.requireNonNull(row.get(1).how())));
            }
            tied.add(row);
        }
        return tied;
    }

    private static Cell cell(Breakdown<?> cut, String segment) {
        Measurement<?> found = cut.segments().get(segment);
        return found == null ? Cell.text("") : Cell.explained(found);
    }
}
