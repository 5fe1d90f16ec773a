package io.revops.forecast.report;

import io.revops.forecast.Accuracy;
import io.revops.forecast.Backtest;
import io.revops.forecast.BacktestTrial;
import io.revops.metric.Explanation;
import io.revops.metric.Proportion;
import io.revops.metric.Reading;
import io.revops.metric.Unit;
import io.revops.report.Cell;
import io.revops.report.Column;
import io.revops.report.Section;
import io.revops.report.Table;
import io.revops.report.chart.Chart;
import io.revops.report.chart.Frame;
import io.revops.report.chart.LineChart;
import io.revops.report.chart.ScatterPlot;
import io.revops.report.chart.Tone;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The section {@code accuracy}: how wrong each method was from the same days; how that changes as the end of the period comes near;
 * and how often what happened was at or below each quantile, which is the quantile's probability if it is calibrated.
 *
 * <p>The first method is the one that was chosen; the tables of weeks and of quantiles are its.
 */
public final class AccuracySection {
    private static final int WEEK = 7;

    private AccuracySection() {}

    /**
     * The section of backtests.
     *
     * @param backtests from the chosen method on, at least one; each is measured on the trials that it has
     */
    public static Section of(List<Backtest> backtests) {
        if (backtests.isEmpty()) {
            throw new IllegalArgumentException("There is no backtest. Maybe pass that of the chosen method.");
        }
        Backtest chosen = backtests.get(0);
        if (chosen.trials().isEmpty()) {
            return new Section(
                    "accuracy",
                    "Accuracy",
                    List.of("No period that " + chosen.method() + " forecast has passed. Maybe a longer history."),
                    List.of(),
                    List.of());
        }
        List<Chart> charts = new ArrayList<>();
        charts.add(LineChart.of(Frame.of("weeks", "Errors as the end comes near", "weeks", "weeks"))
                .with("wape", Tone.BLUE));
        List<Table> tables = new ArrayList<>(List.of(methods(backtests), weeks(chosen)));
        Table calibration = calibration(chosen);
        tables.add(calibration);
        if (!calibration.rows().isEmpty()) {
            charts.add(ScatterPlot.of(
                            Frame.of("calibration", "Calibration of the quantiles", "calibration", "quantile")
                                    .withNote("Points of calibrated quantiles lie on the line. The whisker is a 95 %"
                                            + " interval."),
                            "probability",
                            "share",
                            Tone.BLUE)
                    .withInterval("low", "high", "95 % interval")
                    .with(ScatterPlot.Reference.DIAGONAL));
        }
        return new Section("accuracy", "Accuracy", List.of(), tables, List.of(how(chosen)), charts);
    }

    private static Table methods(List<Backtest> backtests) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Backtest backtest : backtests) {
            rows.add(measures(backtest.method(), backtest.trials()));
        }
        return new Table(
                "methods",
                "How wrong each method was",
                measured(Column.words("method", "method")),
                rows,
                List.of("Every forecast was made from what was known on its day. A bias below zero was too low."));
    }

    private static Table weeks(Backtest chosen) {
        Map<Long, List<BacktestTrial>> weeks = new TreeMap<>((a, b) -> Long.compare(b, a));
        for (BacktestTrial trial : chosen.trials()) {
            long days = ChronoUnit.DAYS.between(trial.origin(), trial.horizon().to()) - 1;
            weeks.computeIfAbsent(days / WEEK, w -> new ArrayList<>()).add(trial);
        }
        List<List<Cell>> rows = new ArrayList<>();
        weeks.forEach((week, trials) -> rows.add(measures(Long.toString(week), trials)));
        return new Table(
                "weeks",
                chosen.method() + ", by whole weeks before the end of the period",
                measured(Column.words("weeks", "weeks before the end")),
                rows,
                List.of());
    }

    private static List<Column> measured(Column first) {
        List<Column> columns = new ArrayList<>(List.of(
                first,
                Column.numbers("forecasts", "forecasts", "forecasts"),
                Column.numbers("wape", "WAPE", "ratio"),
                Column.numbers("mape", "MAPE", "ratio"),
                Column.numbers("bias", "bias", "ratio")));
        for (double p : List.of(0.1, 0.5, 0.9)) {
            String name = percent(p);
            columns.add(Column.numbers("pinball" + name, "pinball P" + name, "loss"));
        }
        columns.add(Column.numbers("covered80", "inside P10 to P90", "ratio"));
        columns.add(Column.numbers("covered50", "inside P25 to P75", "ratio"));
        return columns;
    }

    private static List<Cell> measures(String name, List<BacktestTrial> trials) {
        Cell none = Cell.text("not measured");
        if (trials.isEmpty()) {
            return List.of(Cell.text(name), Cell.count(0), none, none, none, none, none, none, none, none);
        }
        Accuracy accuracy = Accuracy.of(trials);
        Function<Double, Cell> pinball =
                p -> Optional.ofNullable(accuracy.pinballs().get(p))
                        .map(AccuracySection::loss)
                        .orElseGet(() -> Cell.text("too few errors"));
        Function<Double, Cell> covered = share -> accuracy.coverage(share)
                .map(c -> Cell.number(c.toString(), BigDecimal.valueOf(c.value())))
                .orElseGet(() -> Cell.text("too few errors"));
        return List.of(
                Cell.text(name),
                Cell.count(accuracy.cases()),
                Cells.share(accuracy.wape()),
                Cells.share(accuracy.mape()),
                Cells.share(accuracy.bias()),
                pinball.apply(0.1),
                pinball.apply(0.5),
                pinball.apply(0.9),
                covered.apply(0.8),
                covered.apply(0.5));
    }

    private static Cell loss(double loss) {
        BigDecimal exact = BigDecimal.valueOf(loss);
        return Cell.number(Unit.grouped(exact.setScale(2, RoundingMode.HALF_UP)), exact);
    }

    private static Table calibration(Backtest chosen) {
        List<List<Cell>> rows = new ArrayList<>();
        for (double p : Backtest.LEVELS) {
            List<BacktestTrial> having = chosen.trials().stream()
                    .filter(t -> t.quantiles().containsKey(p))
                    .toList();
            if (having.isEmpty()) {
                continue;
            }
            long below = having.stream()
                    .filter(t -> t.actual() <= t.quantiles().getOrDefault(p, Double.NaN))
                    .count();
            Proportion share = new Proportion(below, having.size());
            rows.add(List.of(
                    Cell.text("P" + percent(p)),
                    Cells.share(p),
                    Cell.number(share.toString(), BigDecimal.valueOf(share.value())),
                    Cells.share(share.low()),
                    Cells.share(share.high())));
        }
        return new Table(
                "calibration",
                chosen.method() + ": how often what happened was at or below a quantile",
                List.of(
                        Column.words("quantile", "quantile"),
                        Column.numbers("probability", "should be", "ratio"),
                        Column.numbers("share", "was", "ratio"),
                        Column.numbers("low", "from", "ratio"),
                        Column.numbers("high", "to", "ratio")),
                rows,
                rows.isEmpty()
                        ? List.of("No forecast had enough errors behind it for a quantile.")
                        : List.of(
                                "The 95 % interval takes forecasts as independent; those of one period are not quite."));
    }

    private static Explanation how(Backtest chosen) {
        Reading<Accuracy> all = chosen.accuracy();
        return new Explanation(
                chosen.toString(),
                "WAPE = sum of |forecast - actual| / sum of |actual|; bias = sum of (forecast - actual) / sum of |actual|",
                all.value()
                        .map(a -> List.of("mean error "
                                + Unit.grouped(BigDecimal.valueOf(a.meanError()).setScale(2, RoundingMode.HALF_UP))))
                        .orElse(List.of()),
                List.of(),
                chosen.refused().entrySet().stream()
                        .limit(3)
                        .map(e -> e.getKey() + ": " + e.getValue())
                        .toList(),
                List.of("an actual of zero: MAPE is undefined", "a day without a model: no forecast, and no error"));
    }

    private static String percent(double probability) {
        return BigDecimal.valueOf(probability).movePointRight(2).toBigInteger().toString();
    }
}
