package io.revops.forecast.report;

import io.revops.forecast.Accuracy;
import io.revops.forecast.BacktestTrial;
import io.revops.forecast.Forecast;
import io.revops.forecast.Forecaster;
import io.revops.forecast.Horizons;
import io.revops.forecast.Quantity;
import io.revops.forecast.Refused;
import io.revops.forecast.Trained;
import io.revops.forecast.Training;
import io.revops.metric.Explanation;
import io.revops.metric.Ratio;
import io.revops.metric.Reading;
import io.revops.metric.Undefined;
import io.revops.metric.Unit;
import io.revops.report.Cell;
import io.revops.report.Column;
import io.revops.report.Section;
import io.revops.report.Table;
import io.revops.report.chart.Chart;
import io.revops.report.chart.Frame;
import io.revops.report.chart.LineChart;
import io.revops.report.chart.Tone;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * The section {@code forecast}: for each model a table of the last periods and those ahead with their quantiles, drawn as a line
 * with a fan, and a table of what was measured.
 *
 * <p>A quantile that the measured errors cannot carry is undefined, with the number needed under the table. A training that was
 * refused is a paragraph.
 */
public final class ForecastSection {
    private static final List<Double> LEVELS = List.of(0.1, 0.25, 0.5, 0.75, 0.9);
    private static final double LARGE = 10_000;
    private static final int SHOWN = 12;

    private ForecastSection() {}

    /**
     * The section of what was trained.
     *
     * @param horizons the periods ahead of each model's as-of day
     * @param trainings in the order they are shown
     */
    public static Section of(Horizons horizons, List<? extends Training<? extends Forecaster>> trainings) {
        List<String> text = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        List<Explanation> how = new ArrayList<>();
        List<Chart> charts = new ArrayList<>();
        for (Training<? extends Forecaster> training : trainings) {
            if (training instanceof Refused<?> refused) {
                text.add(refused.why() + " Maybe " + refused.fallback() + ".");
            } else if (training instanceof Trained<? extends Forecaster> trained) {
                add(trained, horizons, tables, how, charts);
            }
        }
        if (trainings.isEmpty()) {
            text.add("Nothing was trained. Maybe begin with the MRR.");
        }
        return new Section("forecast", "Forecast", text, tables, how, charts);
    }

    private static void add(
            Trained<? extends Forecaster> trained,
            Horizons horizons,
            List<Table> tables,
            List<Explanation> how,
            List<Chart> charts) {
        Forecaster model = trained.fitted();
        List<Forecast> forecasts = horizons.of(trained.provenance().asOf()).stream()
                .map(model::forecast)
                .toList();
        String id = model.quantity().id() + (tables.isEmpty() ? "" : "." + (tables.size() / 2 + 1));
        tables.add(ahead(id, model, trained.reasons(), forecasts));
        tables.add(measured(id + ".measured", model, forecasts));
        charts.add(LineChart.of(Frame.of(id, model.quantity().title() + ": what was, and what may be", id, "period")
                        .withNote("Half of the past errors fall inside the darker band, eight in ten inside the"
                                + " lighter."))
                .withBand("p10", "p90", "80 % interval", Tone.SKY)
                .withBand("p25", "p75", "50 % interval", Tone.BLUE)
                .with("measured", Tone.INK)
                .with("forecast", Tone.BLUE));
        how.add(explanation(model, trained.reasons(), forecasts));
    }

    private static Table ahead(String id, Forecaster model, List<String> reasons, List<Forecast> forecasts) {
        Quantity quantity = model.quantity();
        String unit = unit(quantity);
        List<Column> columns = new ArrayList<>(List.of(
                Column.words("period", "period"),
                Column.numbers("measured", "measured", unit),
                Column.numbers("forecast", "forecast", unit)));
        for (double p : LEVELS) {
            String percent =
                    BigDecimal.valueOf(p).movePointRight(2).toBigInteger().toString();
            columns.add(Column.numbers("p" + percent, "P" + percent, unit));
        }
        List<BacktestTrial> past = model.backtest().trials(1);
        boolean large = forecasts.stream().anyMatch(f -> Math.abs(f.point()) >= LARGE)
                || past.stream().anyMatch(t -> Math.abs(t.actual()) >= LARGE);
        List<List<Cell>> rows = new ArrayList<>();
        for (BacktestTrial trial : past.subList(Math.max(0, past.size() - SHOWN), past.size())) {
            List<Cell> row = new ArrayList<>(List.of(
                    Cell.text(trial.horizon().toString()), cell(quantity, trial.actual(), large), Cell.text("")));
            LEVELS.forEach(p -> row.add(Cell.text("")));
            rows.add(row);
        }
        for (Forecast forecast : forecasts) {
            List<Cell> row = new ArrayList<>(List.of(
                    Cell.text(forecast.horizon().toString()), Cell.text(""), cell(quantity, forecast.point(), large)));
            LEVELS.forEach(p -> row.add(quantile(forecast, p, large)));
            rows.add(row);
        }
        List<String> notes = new ArrayList<>(reasons);
        forecasts.forEach(
                f -> f.reasons().stream().filter(r -> !notes.contains(r)).forEach(notes::add));
        return new Table(
                id,
                quantity.title() + " by " + model.method()
                        + (quantity.currency().isEmpty() ? "" : ", in " + quantity.currency()),
                columns,
                rows,
                notes);
    }

    private static Cell quantile(Forecast forecast, double probability, boolean large) {
        return forecast.quantile(probability) instanceof Undefined<Double> undefined
                ? new Cell("undefined", null, undefined)
                : cell(forecast.quantity(), forecast.quantile(probability).orElseThrow(), large);
    }

    private static Table measured(String id, Forecaster model, List<Forecast> forecasts) {
        List<Column> columns = List.of(
                Column.words("period", "as far ahead as"),
                Column.numbers("forecasts", "forecasts", "forecasts"),
                Column.numbers("wape", "WAPE", "ratio"),
                Column.numbers("mape", "MAPE", "ratio"),
                Column.numbers("bias", "bias", "ratio"),
                Column.numbers("covered80", "inside P10 to P90", "ratio"),
                Column.numbers("covered50", "inside P25 to P75", "ratio"));
        List<List<Cell>> rows = new ArrayList<>();
        for (Forecast forecast : forecasts) {
            Optional<Accuracy> measured = forecast.measured();
            Cell none = Cell.text("not measured");
            rows.add(measured.map(a -> List.of(
                            Cell.text(forecast.horizon().toString()),
                            Cell.count(a.cases()),
                            ratio(a.wape()),
                            ratio(a.mape()),
                            ratio(a.bias()),
                            covered(a, 0.8),
                            covered(a, 0.5)))
                    .orElseGet(() ->
                            List.of(Cell.text(forecast.horizon().toString()), none, none, none, none, none, none)));
        }
        return new Table(
                id,
                model.quantity().title() + ": the same method from earlier days",
                columns,
                rows,
                List.of("Every forecast was made from what came before it, and so was its interval. A bias below zero"
                        + " was too low."));
    }

    private static Cell ratio(Reading<Ratio> reading) {
        return reading instanceof Undefined<?> undefined
                ? new Cell("undefined", null, undefined)
                : Cell.number(
                        Unit.PERCENT.print(reading.orElseThrow()),
                        BigDecimal.valueOf(reading.orElseThrow().value()));
    }

    private static Cell covered(Accuracy accuracy, double share) {
        return accuracy.coverage(share)
                .map(c -> Cell.number(c.toString(), BigDecimal.valueOf(c.value())))
                .orElseGet(() -> Cell.text("too few errors"));
    }

    private static Cell cell(Quantity quantity, double value, boolean large) {
        if (quantity.unit() == Unit.PERCENT || quantity.unit() == Unit.RATIO) {
            return Cell.number(quantity.print(value), BigDecimal.valueOf(value));
        }
        int digits = large ? 0 : quantity.currency().isEmpty() ? 1 : digits(quantity.currency());
        BigDecimal exact = BigDecimal.valueOf(value);
        return Cell.number(Unit.grouped(exact.setScale(digits, RoundingMode.HALF_UP)), exact);
    }

    private static int digits(String currency) {
        return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }

    private static String unit(Quantity quantity) {
        return switch (quantity.unit()) {
            case MONEY_PER_MONTH -> quantity.currency() + "/month";
            case MONEY_PER_YEAR -> quantity.currency() + "/year";
            case MONEY -> quantity.currency();
            case PERCENT, RATIO -> "ratio";
            default -> quantity.unit().name().toLowerCase(java.util.Locale.ROOT);
        };
    }

    private static Explanation explanation(Forecaster model, List<String> reasons, List<Forecast> forecasts) {
        List<String> lines = new ArrayList<>(reasons);
        forecasts.forEach(f -> lines.add(f.toString()));
        return new Explanation(
                forecasts.get(0).toString(),
                model.method() + " of what was known on " + model.provenance().asOf(),
                List.of(
                        model.backtest().toString(),
                        "data " + model.provenance().data()),
                model.provenance().policy(),
                lines,
                List.of(
                        "an interval needs nine errors at 80 %, nineteen at 90 %: with fewer it is undefined",
                        "a history without one measured error as far ahead: refused"));
    }
}
