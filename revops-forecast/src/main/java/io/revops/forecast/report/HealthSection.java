package io.revops.forecast.report;

import io.revops.health.HealthBand;
import io.revops.health.HealthHistory;
import io.revops.health.HealthMix;
import io.revops.health.RankAccuracy;
import io.revops.health.ScorecardBacktest;
import io.revops.metric.Explanation;
import io.revops.metric.Proportion;
import io.revops.metric.Reading;
import io.revops.metric.Undefined;
import io.revops.money.RunRate;
import io.revops.report.Cell;
import io.revops.report.Column;
import io.revops.report.Section;
import io.revops.report.Table;
import io.revops.report.chart.Frame;
import io.revops.report.chart.StackedBars;
import io.revops.report.chart.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The section {@code health}: how many customers were red, yellow, green and unknown month by month, what they are worth, and whether
 * the bands told who left.
 */
public final class HealthSection {
    private HealthSection() {}

    /** The section of a history, without a test of the scorecard. */
    public static Section of(HealthHistory history) {
        return of(history, Optional.empty());
    }

    /** The section of a history, with how the scorecard did against who left. */
    public static Section of(HealthHistory history, ScorecardBacktest backtest) {
        return of(history, Optional.of(backtest));
    }

    private static Section of(HealthHistory history, Optional<ScorecardBacktest> backtest) {
        List<Table> tables = new ArrayList<>(List.of(mix(history.mix())));
        backtest.ifPresent(b -> tables.add(bands(b)));
        return new Section("health", "Health of customers", List.of(), tables, List.of(how(history, backtest)))
                .with(StackedBars.of(Frame.of("mix", "Customers by health, month by month", "mix", "day"))
                        .with("green", Tone.TEAL)
                        .with("yellow", Tone.AMBER)
                        .with("red", Tone.RUST)
                        .with("unknown", Tone.GREY));
    }

    private static Table mix(List<HealthMix> months) {
        List<Column> columns = new ArrayList<>(List.of(Column.words("day", "end of")));
        for (HealthBand band : HealthBand.values()) {
            columns.add(Column.numbers(word(band), word(band), "customers"));
        }
        String currency = months.stream()
                .flatMap(m -> m.bands().stream())
                .flatMap(b -> b.arr().value().stream())
                .map(r -> r.currency().getCurrencyCode())
                .findFirst()
                .orElse("money");
        columns.add(Column.numbers("red_arr", "red, a year", currency));
        List<List<Cell>> rows = new ArrayList<>();
        for (HealthMix month : months) {
            List<Cell> row = new ArrayList<>(List.of(Cell.text(month.day().toString())));
            for (HealthBand band : HealthBand.values()) {
                row.add(Cell.count(month.of(band).customers()));
            }
            HealthMix.Share red = month.of(HealthBand.RED);
            row.add(red.customers() == 0 ? Cell.text("") : yearly(red.arr()));
            rows.add(row);
        }
        return new Table("mix", "Customers by health", columns, rows, List.of());
    }

    private static Cell yearly(Reading<RunRate> arr) {
        return arr instanceof Undefined<?> undefined
                ? new Cell("undefined", null, undefined)
                : Cells.money(arr.orElseThrow().perYear());
    }

    private static Table bands(ScorecardBacktest backtest) {
        List<List<Cell>> rows = new ArrayList<>();
        for (ScorecardBacktest.BandOutcome band : backtest.bands()) {
            Optional<Proportion> left = band.left();
            rows.add(List.of(
                    Cell.text(word(band.band())),
                    Cell.count(left.map(Proportion::cases).orElse(0L)),
                    Cell.count(left.map(Proportion::hits).orElse(0L)),
                    left.map(p -> Cells.share(p.value())).orElseGet(() -> Cell.text("no case")),
                    left.map(p -> Cells.share(p.low())).orElseGet(() -> Cell.text("")),
                    left.map(p -> Cells.share(p.high())).orElseGet(() -> Cell.text(""))));
        }
        List<String> notes = new ArrayList<>();
        notes.add("Lower scores leave: AUC " + ranking(backtest.ranking()) + ". " + backtest.leadTime() + ".");
        notes.addAll(backtest.warnings());
        return new Table(
                "bands",
                "Who left within " + backtest.horizon().days() + " days, by band",
                List.of(
                        Column.words("band", "band"),
                        Column.numbers("cases", "cases", "cases"),
                        Column.numbers("left", "left", "cases"),
                        Column.numbers("share", "share", "ratio"),
                        Column.numbers("low", "low", "ratio"),
                        Column.numbers("high", "high", "ratio")),
                rows,
                notes);
    }

    private static String ranking(Reading<RankAccuracy> ranking) {
        return ranking instanceof Undefined<?> undefined
                ? "undefined (" + undefined.text() + ")"
                : ranking.orElseThrow().toString();
    }

    private static Explanation how(HealthHistory history, Optional<ScorecardBacktest> backtest) {
        return new Explanation(
                history.mix().get(history.mix().size() - 1).toString(),
                "score = 100 x sum of weight x worth of each factor that is known / sum of their weights",
                history.scorecard().factors().stream().map(Object::toString).toList(),
                List.of("each month is scored by what was known at its end"),
                backtest.map(b -> b.bands().stream().map(Object::toString).toList())
                        .orElse(List.of()),
                List.of(
                        "a factor that is missing: its weight goes to the others, and it is named",
                        "too little known: unknown, which is not yellow"));
    }

    private static String word(HealthBand band) {
        return band.name().toLowerCase(Locale.ROOT);
    }
}
