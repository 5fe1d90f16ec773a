package io.revops.forecast.report;

import io.revops.forecast.BacktestTrial;
import io.revops.forecast.Contribution;
import io.revops.forecast.Forecast;
import io.revops.forecast.Refused;
import io.revops.forecast.Trained;
import io.revops.forecast.Training;
import io.revops.forecast.pipeline.DealOutlook;
import io.revops.forecast.pipeline.DealReliability;
import io.revops.forecast.pipeline.PipelineModel;
import io.revops.metric.Explanation;
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
import io.revops.report.chart.ScatterPlot;
import io.revops.report.chart.Tone;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The section {@code outlook}: what will be won in a period, as a fan against its quota behind earlier forecasts and what came of them;
 * the deals that decide; and whether the probabilities of deals held.
 */
public final class PipelineSection {
    private static final String ID = "outlook";
    private static final List<Double> LEVELS = List.of(0.1, 0.25, 0.5, 0.75, 0.9);
    private static final int SHOWN = 13;
    private static final int DEALS = 10;

    private PipelineSection() {}

    /**
     * The section of what was trained; a training that was refused is a paragraph.
     *
     * @param period that the model was trained for
     * @param quota what should be won in it; empty if there is none
     */
    public static Section of(Training<PipelineModel> training, Span period, OptionalDouble quota) {
        if (training instanceof Refused<?> refused) {
            String why =
                    "Of " + period + " there is no forecast. " + refused.why() + " Maybe " + refused.fallback() + ".";
            return new Section(ID, "Bookings to come", List.of(why), List.of(), List.of());
        }
        PipelineModel model = training.orElseThrow();
        List<String> reasons = training instanceof Trained<PipelineModel> trained ? trained.reasons() : List.of();
        Forecast forecast = model.forecast(period);
        List<Table> tables = new ArrayList<>(List.of(outlook(model, forecast, reasons, quota)));
        List<Chart> charts = new ArrayList<>();
        LineChart fan = LineChart.of(Frame.of(ID, "What was booked, and what may be", ID, "period")
                        .withNote("Half of the possible outcomes are inside the darker band, eight in ten inside the"
                                + " lighter."))
                .withBand("p10", "p90", "80 % interval", Tone.SKY)
                .withBand("p25", "p75", "50 % interval", Tone.BLUE)
                .with("booked", Tone.INK)
                .with("forecast", Tone.BLUE);
        charts.add(quota.isPresent() ? fan.with("quota", Tone.RUST) : fan);
        List<DealOutlook> deals = model.deals(period);
        if (!deals.isEmpty()) {
            tables.add(deals(forecast, deals));
        }
        if (!model.reliability().bins().isEmpty()) {
            tables.add(reliability(model.reliability()));
            charts.add(ScatterPlot.of(
                            Frame.of("reliability", "Probabilities of deals", "outlook.reliability", "from")
                                    .withNote("Where probabilities hold, points lie on the line."),
                            "expected",
                            "won",
                            Tone.BLUE)
                    .with(ScatterPlot.Reference.DIAGONAL));
        }
        return new Section(
                ID,
                "Bookings to come",
                List.of(said(model, forecast, quota)),
                tables,
                List.of(how(model, forecast, reasons)),
                charts);
    }

    private static String said(PipelineModel model, Forecast forecast, OptionalDouble quota) {
        StringBuilder said = new StringBuilder("As of " + forecast.asOf() + ", " + money(forecast.point())
                + " are forecast for " + forecast.horizon() + " by the " + model.method() + ": ");
        List<String> parts = new ArrayList<>();
        for (Contribution part : forecast.parts()) {
            parts.add(money(part.point()) + " " + part.name());
        }
        said.append(String.join(", ", parts)).append('.');
        if (quota.isPresent()) {
            said.append(" The quota of ")
                    .append(money(quota.getAsDouble()))
                    .append(" is reached in ")
                    .append(forecast.reaching(quota.getAsDouble()))
                    .append(" possible outcomes.");
        }
        return said.toString();
    }

    private static Table outlook(PipelineModel model, Forecast forecast, List<String> reasons, OptionalDouble quota) {
        String currency = forecast.quantity().currency();
        List<Column> columns = new ArrayList<>(List.of(
                Column.words("period", "period"),
                Column.words("asOf", "as of"),
                Column.numbers("booked", "booked", currency),
                Column.numbers("forecast", "forecast", currency),
                Column.numbers("quota", "quota", currency)));
        LEVELS.forEach(p -> columns.add(Column.numbers("p" + percent(p), "P" + percent(p), currency)));
        List<List<Cell>> rows = new ArrayList<>();
        List<BacktestTrial> trials = model.backtest().trials();
        for (BacktestTrial trial : trials.subList(Math.max(0, trials.size() - SHOWN), trials.size())) {
            List<Cell> row = new ArrayList<>(List.of(
                    Cell.text(trial.horizon().toString()),
                    Cell.text(trial.origin().toString()),
                    cell(trial.actual()),
                    cell(trial.forecast()),
                    Cell.text("")));
            for (double p : LEVELS) {
                Double quantile = trial.quantiles().get(p);
                row.add(quantile == null ? Cell.text("") : cell(quantile));
            }
            rows.add(row);
        }
        List<Cell> row = new ArrayList<>(List.of(
                Cell.text(forecast.horizon().toString()),
                Cell.text(forecast.asOf().toString()),
                Cell.text(""),
                cell(forecast.point()),
                quota.isPresent() ? cell(quota.getAsDouble()) : Cell.text("")));
        for (double p : LEVELS) {
            Reading<Double> quantile = forecast.quantile(p);
            row.add(
                    quantile instanceof Undefined<Double> undefined
                            ? new Cell("undefined", null, undefined)
                            : cell(quantile.orElseThrow()));
        }
        rows.add(row);
        List<String> notes = new ArrayList<>(reasons);
        forecast.reasons().stream().filter(r -> !notes.contains(r)).forEach(notes::add);
        return new Table(
                ID,
                "Bookings by the " + model.method() + ", in " + currency + ", from what was known on each day",
                columns,
                rows,
                notes);
    }

    private static Table deals(Forecast forecast, List<DealOutlook> deals) {
        String currency = forecast.quantity().currency();
        List<List<Cell>> rows = new ArrayList<>();
        for (DealOutlook deal : deals.subList(0, Math.min(DEALS, deals.size()))) {
            rows.add(List.of(
                    Cell.text(deal.deal().name().orElse(deal.deal().id())),
                    cell(deal.deal().value()),
                    Cells.share(deal.inPeriod()),
                    Cells.share(deal.ever()),
                    Cell.text(deal.expectedClose().map(Object::toString).orElse("never")),
                    Cells.share(deal.decides())));
        }
        return new Table(
                "outlook.deals",
                "Deals that decide: whose outcome moves " + forecast.horizon() + " most",
                List.of(
                        Column.words("deal", "deal"),
                        Column.numbers("value", "brings", currency),
                        Column.numbers("inPeriod", "won in the period", "ratio"),
                        Column.numbers("ever", "won ever", "ratio"),
                        Column.words("by", "half of that by"),
                        Column.numbers("decides", "of the spread", "ratio")),
                rows,
                List.of("Of " + deals.size()
                        + " open deals. A deal's share of the spread is p · (1 − p) · value² over the sum"
                        + " of these."));
    }

    private static Table reliability(DealReliability reliability) {
        List<List<Cell>> rows = new ArrayList<>();
        for (DealReliability.Bin bin : reliability.bins()) {
            rows.add(List.of(
                    Cell.text(percent(bin.from()) + " %"),
                    Cell.count(bin.cases()),
                    Cells.share(bin.expected()),
                    Cells.share(bin.won())));
        }
        return new Table(
                "outlook.reliability",
                "Whether the probabilities of deals held",
                List.of(
                        Column.words("from", "probability from"),
                        Column.numbers("deals", "deals", "deals"),
                        Column.numbers("expected", "should be won", "ratio"),
                        Column.numbers("won", "were won", "ratio")),
                rows,
                List.of("Brier score " + rounded(reliability.brier(), 4) + "; with the rate of all, "
                        + rounded(reliability.base(), 4)
                        + ". A deal counts once for each day of the backtest on which it was open."));
    }

    private static Explanation how(PipelineModel model, Forecast forecast, List<String> reasons) {
        return new Explanation(
                forecast.toString(),
                model.method() + " of what was known on " + forecast.asOf(),
                List.of(
                        model.backtest().toString(),
                        "data " + model.provenance().data()),
                model.provenance().policy(),
                reasons,
                List.of(
                        "fewer than five resolved forecasts of such a period: refused",
                        "fewer than 40 won or 40 lost deals: no probability of a deal",
                        "fewer than nine errors: no 80 % interval of a simple method"));
    }

    private static Cell cell(double value) {
        return Cell.number(money(value), BigDecimal.valueOf(value));
    }

    private static String money(double value) {
        return rounded(value, 0);
    }

    private static String rounded(double value, int digits) {
        return Unit.grouped(BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP));
    }

    private static String percent(double probability) {
        return BigDecimal.valueOf(probability).movePointRight(2).toBigInteger().toString();
    }
}
