package io.revops.report;

import io.revops.book.Dimension;
import io.revops.catalog.Metrics;
import io.revops.ledger.RevenueView;
import io.revops.metric.Breakdown;
import io.revops.metric.Measurement;
import io.revops.metric.Part;
import io.revops.metric.Proportion;
import io.revops.metric.Ratio;
import io.revops.metric.Unit;
import io.revops.money.Money;
import io.revops.report.chart.BarChart;
import io.revops.report.chart.Chart;
import io.revops.report.chart.Frame;
import io.revops.report.chart.Tone;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.util.ArrayList;
import java.util.List;

/** What is open by stage, how much of it covers the next quarter's quota, and what share of deals was won. */
final class PipelineSection {
    private static final Chart STAGES =
            BarChart.of(Frame.of("stages", "Open pipeline by stage", "stages", "stage"), "amount", Tone.BLUE);

    private PipelineSection() {}

    static Section of(RevenueView view) {
        if (view.book().opportunities().isEmpty()) {
            return new Section(
                    "pipeline",
                    "Pipeline",
                    List.of("There are no deals. Maybe load a CRM export."),
                    List.of(),
                    List.of());
        }
        Measurement<Money> open = Metrics.OPEN_PIPELINE.measure(view);
        Measurement<Ratio> coverage = Metrics.QUOTA_COVERAGE.measure(view.during(nextQuarter(view.span())));
        return new Section(
                        "pipeline",
                        "Pipeline",
                        List.of(),
                        List.of(stages(open), winRates(view), coverage(coverage)),
                        List.of(open.explain(), coverage.explain()))
                .with(STAGES);
    }

    /** The quarter that begins at the span's close, or the one that is running then. */
    static Span nextQuarter(Span span) {
        return Span.containing(span.to(), Cadence.QUARTER);
    }

    private static Table stages(Measurement<Money> open) {
        List<List<Cell>> rows = new ArrayList<>();
        if (open.value().isPresent()) {
            Breakdown<Money> stages = open.by(Dimension.STAGE);
            stages.segments()
                    .forEach((name, stage) -> rows.add(
                            List.of(Cell.text(name), Cell.count(stage.evidence().size()), Cell.explained(stage))));
        }
        Cell deals = open.value().isPresent() ? Cell.count(open.evidence().size()) : Cell.text("");
        rows.add(List.of(Cell.text("total"), deals, Cell.explained(open)));
        return new Table(
                "stages",
                "Open deals by stage, at the close",
                List.of(
                        Column.words("stage", "stage"),
                        Column.numbers("deals", "deals", "deals"),
                        Column.numbers("amount", "amount", currency(open))),
                rows,
                List.of(),
                1);
    }

    private static Table winRates(RevenueView view) {
        Measurement<Proportion> all = Metrics.WIN_RATE.measure(view);
        List<List<Cell>> rows = new ArrayList<>();
        if (all.value().isPresent()) {
            all.by(Dimension.DEAL_TYPE).segments().forEach((name, type) -> rows.add(winRate(name, type)));
        }
        rows.add(winRate("all", all));
        return new Table(
                "win_rate",
                "Deals closed in the span",
                List.of(
                        Column.words("type", "type"),
                        Column.numbers("won", "won", "deals"),
                        Column.numbers("lost", "lost", "deals"),
                        Column.numbers("win_rate", "win rate (95 % interval)", "ratio")),
                rows,
                List.of("The types together mix deals that are won for different reasons; read them apart."),
                1);
    }

    private static List<Cell> winRate(String name, Measurement<Proportion> rate) {
        return List.of(
                Cell.text(name),
                Cell.count(rate.evidence().total(Part.WON)),
                Cell.count(rate.evidence().total(Part.LOST)),
                Cell.explained(rate));
    }

    private static Table coverage(Measurement<Ratio> coverage) {
        List<List<Cell>> rows = new ArrayList<>();
        if (coverage.value().isPresent()) {
            coverage.by(Dimension.DEAL_TYPE).segments().forEach((type, part) -> rows.add(coverage(type, part)));
        }
        rows.add(coverage("all", coverage));
        return new Table(
                "coverage",
                "Coverage of quota, " + coverage.span(),
                List.of(
                        Column.words("type", "type"),
                        Column.numbers("pipeline", "open and closing in it", currency(coverage)),
                        Column.numbers("quota", "quota", currency(coverage)),
                        Column.numbers("coverage", "coverage", "ratio")),
                rows,
                List.of(
                        "Each type beside the whole quota. Where renewals do not count towards the quota, leave them out."),
                1);
    }

    private static List<Cell> coverage(String type, Measurement<Ratio> coverage) {
        boolean known = coverage.evidence().undefined().isEmpty();
        return List.of(
                Cell.text(type),
                known ? money(coverage.evidence().total(Part.PIPELINE)) : Cell.text(""),
                known ? money(coverage.evidence().total(Part.QUOTA)) : Cell.text(""),
                Cell.explained(coverage));
    }

    private static Cell money(Money amount) {
        return Cell.number(Unit.MONEY.print(amount), Cell.exact(Unit.MONEY, amount));
    }

    private static String currency(Measurement<?> measurement) {
        return measurement
                .evidence()
                .currency()
                .map(java.util.Currency::getCurrencyCode)
                .orElse("money");
    }
}
