package io.revops.forecast.report;

import io.revops.forecast.plan.CapacityGap;
import io.revops.forecast.plan.Hires;
import io.revops.forecast.plan.HiringPlan;
import io.revops.forecast.plan.PipelineNeed;
import io.revops.forecast.plan.PipelinePlan;
import io.revops.forecast.plan.PipelineSource;
import io.revops.forecast.plan.Sensitivity;
import io.revops.metric.Unit;
import io.revops.money.Money;
import io.revops.report.Cell;
import io.revops.report.Column;
import io.revops.report.Table;
import io.revops.report.chart.BarChart;
import io.revops.report.chart.Chart;
import io.revops.report.chart.Frame;
import io.revops.report.chart.LineChart;
import io.revops.report.chart.StackedBars;
import io.revops.report.chart.Tone;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tables of a plan that are about who can sell it, and out of what. */
final class CapacityTables {
    private static final String CAPACITY = "plan.capacity";
    private static final String TORNADO = "plan.sensitivity";
    private static final String PIPELINE = "plan.pipeline";
    private static final List<Tone> TONES = List.of(Tone.BLUE, Tone.AMBER, Tone.TEAL, Tone.RUST, Tone.SKY, Tone.GREY);

    private CapacityTables() {}

    static Table months(HiringPlan hiring) {
        String currency = hiring.team().productivity().currency().getCurrencyCode();
        List<CapacityGap.Month> before = hiring.before().months();
        List<CapacityGap.Month> after = hiring.after().months();
        List<List<Cell>> rows = new ArrayList<>();
        for (int m = 0; m < before.size(); m++) {
            int month = m + 1;
            double hires = hiring.whole().stream()
                    .filter(h -> h.month() == month)
                    .mapToDouble(Hires::reps)
                    .sum();
            rows.add(List.of(
                    Cell.text(before.get(m).month().toString()),
                    QuotaTables.money(before.get(m).target()),
                    QuotaTables.whole(before.get(m).capacity()),
                    QuotaTables.whole(after.get(m).capacity()),
                    Cell.count((long) hires)));
        }
        rows.add(List.of(
                Cell.text("year"),
                QuotaTables.money(hiring.before().target()),
                QuotaTables.whole(hiring.before().capacity()),
                QuotaTables.whole(hiring.after().capacity()),
                Cell.count(hiring.people())));
        List<String> notes =
                new ArrayList<>(List.of("Expected capacity: ramped reps × quota × attainment, of those who stay."));
        for (Span month : hiring.unreached()) {
            notes.add("No hire can close " + month + " any more: hiring and ramp take longer.");
        }
        return new Table(
                        CAPACITY,
                        "Capacity against target, in " + currency,
                        List.of(
                                Column.words("month", "month"),
                                Column.numbers("target", "target", currency),
                                Column.numbers("team", "the team as it is", currency),
                                Column.numbers("staffed", "with the hires", currency),
                                Column.numbers("hires", "hires", "people")),
                        rows,
                        notes)
                .withTotals(1);
    }

    static List<Chart> charts() {
        return List.of(
                LineChart.of(Frame.of("plan.capacity", "Capacity against target", CAPACITY, "month"))
                        .with("target", Tone.INK)
                        .with("team", Tone.GREY)
                        .with("staffed", Tone.BLUE),
                StackedBars.of(Frame.of("plan.hires", "Who starts when", CAPACITY, "month"))
                        .with("hires", Tone.TEAL));
    }

    static Table tornado(Sensitivity sensitivity, String currency) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Sensitivity.Swing swing : sensitivity.swings()) {
            rows.add(List.of(
                    Cell.text(swing.lever()),
                    QuotaTables.whole(swing.worse()),
                    QuotaTables.whole(swing.better()),
                    QuotaTables.whole(swing.width())));
        }
        return new Table(
                TORNADO,
                "What moves the capacity most, in " + currency,
                List.of(
                        Column.words("lever", "lever"),
                        Column.numbers("worse", "if worse", currency),
                        Column.numbers("better", "if better", currency),
                        Column.numbers("width", "apart", currency)),
                rows,
                List.of("As planned "
                        + Unit.grouped(new BigDecimal(sensitivity.base()).setScale(0, java.math.RoundingMode.HALF_UP))
                        + "; one lever at a time."));
    }

    static Chart tornadoChart() {
        return BarChart.of(
                Frame.of("plan.sensitivity", "What moves the capacity most", TORNADO, "lever"), "width", Tone.AMBER);
    }

    static Table pipeline(PipelinePlan pipeline) {
        String currency = pipeline.total().currency().getCurrencyCode();
        Map<Span, Map<String, Money>> months = new TreeMap<>(Comparator.comparing(Span::from));
        for (PipelineNeed need : pipeline.needs()) {
            months.computeIfAbsent(need.month(), m -> new TreeMap<>()).put(need.source(), need.pipeline());
        }
        List<Column> columns = new ArrayList<>(List.of(Column.words("month", "built in")));
        for (PipelineSource source : pipeline.sources()) {
            columns.add(Column.numbers("of " + source.name(), source.name(), currency));
        }
        Money zero = Money.zero(pipeline.total().currency());
        List<List<Cell>> rows = new ArrayList<>();
        months.forEach((month, needs) -> {
            List<Cell> row = new ArrayList<>(List.of(Cell.text(month.toString())));
            pipeline.sources().forEach(s -> row.add(QuotaTables.money(needs.getOrDefault(s.name(), zero))));
            rows.add(row);
        });
        return new Table(
                PIPELINE,
                "Pipeline that must be built, in " + currency,
                columns,
                rows,
                pipeline.toString().lines().map(l -> l + ".").toList());
    }

    static Chart pipelineChart(PipelinePlan pipeline) {
        StackedBars bars = StackedBars.of(
                Frame.of("plan.pipeline", "Pipeline that must be built, by month and source", PIPELINE, "month"));
        for (int i = 0; i < pipeline.sources().size(); i++) {
            bars = bars.with("of " + pipeline.sources().get(i).name(), TONES.get(i % TONES.size()));
        }
        return bars;
    }
}
