package io.revops.forecast.report;

import io.revops.forecast.learn.CalibrationLine;
import io.revops.forecast.learn.Measures;
import io.revops.forecast.learn.Reliability;
import io.revops.metric.Explanation;
import io.revops.metric.Reading;
import io.revops.metric.Undefined;
import io.revops.report.Cell;
import io.revops.report.Column;
import io.revops.report.Section;
import io.revops.report.Table;
import io.revops.report.chart.Chart;
import io.revops.report.chart.Frame;
import io.revops.report.chart.ScatterPlot;
import io.revops.report.chart.Tone;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The section {@code calibration}: how good each method is on rows that it had not seen, from origin to origin, and what was said beside
 * what happened.
 *
 * <p>The first method is the one that was chosen; the tables of origins and bins are its.
 */
public final class CalibrationSection {
    private static final int BINS = 8;
    private static final int MEASURES = 9;

    private CalibrationSection() {}

    /**
     * The section of methods.
     *
     * @param methods what each said of the same rows, from the chosen one on, at least one
     * @param origins the days from which they were measured, in order; none if the folds are not by date
     */
    public static Section of(List<OutOfSample> methods, List<LocalDate> origins) {
        if (methods.isEmpty()) {
            throw new IllegalArgumentException("There is no method to show. Maybe pass that of the chosen model.");
        }
        OutOfSample chosen = methods.get(0);
        List<Table> tables = new ArrayList<>(List.of(methods(methods)));
        List<Chart> charts = new ArrayList<>();
        if (!origins.isEmpty() && chosen.size() > 0) {
            tables.add(origins(methods, origins));
        }
        if (chosen.size() > 0 && chosen.isProbability()) {
            tables.add(reliability(chosen));
            charts.add(ScatterPlot.of(
                            Frame.of("reliability", "What was said and what happened", "reliability", "bin")
                                    .withNote("Points of calibrated scores lie on the line. The whisker is a 95 %"
                                            + " interval of the share."),
                            "said",
                            "happened",
                            Tone.BLUE)
                    .withInterval("low", "high", "95 % interval")
                    .with(ScatterPlot.Reference.DIAGONAL));
        }
        return new Section("calibration", "How right the scores are", List.of(), tables, List.of(how(chosen)), charts);
    }

    private static Table methods(List<OutOfSample> methods) {
        List<List<Cell>> rows = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        notes.add(
                "Measured on rows that each had not seen. AUC 0.5 is chance. Log-loss and Brier are costs: less is better.");
        for (OutOfSample method : methods) {
            List<Cell> row = new ArrayList<>(List.of(Cell.text(method.name())));
            row.addAll(method.measures()
                    .map(m -> measures(m, method))
                    .orElseGet(() -> Collections.nCopies(MEASURES, Cell.text("refused"))));
            rows.add(row);
            notes.addAll(method.notes());
            if (!method.isProbability()) {
                notes.add("What " + method.name() + " says is no probability: only its ranking is measured.");
            }
        }
        return new Table("methods", "Methods on unseen rows", measured(), rows, notes);
    }

    private static List<Column> measured() {
        return List.of(
                Column.words("method", "method"),
                Column.numbers("rows", "rows", "rows"),
                Column.numbers("events", "left", "rows"),
                Column.numbers("auc", "AUC", "index"),
                Column.numbers("average_precision", "AP", "index"),
                Column.numbers("log_loss", "log-loss", "nats"),
                Column.numbers("brier", "Brier", "index"),
                Column.numbers("ece", "ECE", "index"),
                Column.numbers("slope", "slope", "ratio"),
                Column.numbers("in_the_large", "too low by", "log-odds"));
    }

    private static List<Cell> measures(Measures measures, OutOfSample method) {
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.count(measures.size()),
                Cell.count(measures.events()),
                number(measures.auc()),
                number(measures.averagePrecision())));
        if (method.isProbability()) {
            Reading<CalibrationLine> line = measures.calibration();
            cells.add(number(measures.logLoss()));
            cells.add(number(measures.brier()));
            cells.add(number(measures.ece()));
            cells.add(number(line, CalibrationLine::slope));
            cells.add(number(line, CalibrationLine::inTheLarge));
        } else {
            cells.addAll(Collections.nCopies(MEASURES - cells.size(), Cell.text("")));
        }
        return cells;
    }

    /** Of each origin the rows from its day to the next. */
    private static Table origins(List<OutOfSample> methods, List<LocalDate> origins) {
        OutOfSample chosen = methods.get(0);
        List<Column> columns = new ArrayList<>(List.of(
                Column.words("origin", "from"),
                Column.numbers("rows", "rows", "rows"),
                Column.numbers("events", "left", "rows"),
                Column.numbers("happened", "happened", "ratio"),
                Column.numbers("said", "said", "ratio")));
        for (int m = 0; m < methods.size(); m++) {
            columns.add(Column.numbers("auc" + m, "AUC " + methods.get(m).name(), "index"));
        }
        for (int m = 0; m < methods.size(); m++) {
            if (methods.get(m).isProbability()) {
                columns.add(Column.numbers(
                        "log_loss" + m, "log-loss " + methods.get(m).name(), "nats"));
            }
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (LocalDate origin : origins) {
            int[] places = places(chosen, origin, origins);
            if (places.length > 0) {
                rows.add(origin(origin, methods, origins));
            }
        }
        return new Table(
                "origins",
                "By rolling origin",
                columns,
                rows,
                List.of("Learnt from rows whose outcome was known on the day, measured on those from then on. Said and"
                        + " happened are those of " + chosen.name() + "."));
    }

    private static List<Cell> origin(LocalDate origin, List<OutOfSample> methods, List<LocalDate> origins) {
        OutOfSample chosen = methods.get(0);
        int[] places = places(chosen, origin, origins);
        Measures measures = chosen.measures(places).orElseThrow();
        double[] said = chosen.said();
        List<Cell> row = new ArrayList<>(List.of(
                Cell.text(origin.toString()),
                Cell.count(measures.size()),
                Cell.count(measures.events()),
                Cells.share(measures.baseRate()),
                Cells.share(Arrays.stream(places)
                        .mapToDouble(i -> said[i])
                        .average()
                        .orElseThrow())));
        List<Optional<Measures>> each = methods.stream()
                .map(m -> m.measures(places(m, origin, origins)))
                .toList();
        each.forEach(m -> row.add(m.map(x -> number(x.auc())).orElseGet(() -> Cell.text(""))));
        for (int m = 0; m < methods.size(); m++) {
            if (methods.get(m).isProbability()) {
                row.add(each.get(m).map(x -> number(x.logLoss())).orElseGet(() -> Cell.text("")));
            }
        }
        return row;
    }

    /** The rows of the days from an origin to the next. */
    private static int[] places(OutOfSample method, LocalDate origin, List<LocalDate> origins) {
        Optional<LocalDate> next =
                origins.stream().filter(o -> o.isAfter(origin)).min(LocalDate::compareTo);
        return IntStream.range(0, method.size())
                .filter(i -> !method.days().get(i).isBefore(origin))
                .filter(i -> next.isEmpty() || method.days().get(i).isBefore(next.get()))
                .toArray();
    }

    private static Table reliability(OutOfSample chosen) {
        Reliability bins = Reliability.ofEqualCount(chosen.labels(), chosen.said(), BINS);
        List<List<Cell>> rows = new ArrayList<>();
        for (Reliability.Bin bin : bins.bins()) {
            rows.add(List.of(
                    Cell.text(Cells.share(bin.from()).printed() + " to "
                            + Cells.share(bin.to()).printed()),
                    Cell.count(bin.happened().cases()),
                    Cells.share(bin.said()),
                    Cells.share(bin.happened().value()),
                    Cells.share(bin.happened().low()),
                    Cells.share(bin.happened().high())));
        }
        return new Table(
                "reliability",
                "What was said and what happened, " + chosen.name(),
                List.of(
                        Column.words("bin", "scores"),
                        Column.numbers("rows", "rows", "rows"),
                        Column.numbers("said", "said", "ratio"),
                        Column.numbers("happened", "happened", "ratio"),
                        Column.numbers("low", "low", "ratio"),
                        Column.numbers("high", "high", "ratio")),
                rows,
                List.of("The rows in " + BINS
                        + " groups of about the same size, from the lowest score up. Rows of one account"
                        + " on several days are not independent: the intervals are too short by that."));
    }

    private static Cell number(Reading<Double> reading) {
        return number(reading, value -> value);
    }

    private static <T> Cell number(Reading<T> reading, ToDoubleFunction<T> of) {
        return reading instanceof Undefined<?> undefined
                ? new Cell("undefined", null, undefined)
                : number(of.applyAsDouble(reading.orElseThrow()));
    }

    private static Cell number(double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        return Cell.number(exact.setScale(4, RoundingMode.HALF_EVEN).toPlainString(), exact);
    }

    private static Explanation how(OutOfSample chosen) {
        Optional<Measures> measures = chosen.measures();
        return new Explanation(
                chosen.name()
                        + measures.map(m -> ": AUC " + number(m.auc()).printed())
                                .orElse(": nothing was measured"),
                "AUC: share of pairs of one that left and one that stayed in which the first scored higher; log-loss: -mean of"
                        + " y ln p + (1 - y) ln(1 - p); ECE: sum over bins of rows / all x |said - happened|",
                measures.map(m -> List.of(m.size() + " rows", m.events() + " left"))
                        .orElse(List.of()),
                List.of(
                        "slope 1 is right; below 1 scores are too extreme, above 1 too timid",
                        "too low by: the log-odds to add so that as many leave as are said to; 0 is right"),
                chosen.notes(),
                List.of(
                        "only one outcome among the rows: what compares is undefined",
                        "nothing could be learnt: refused, with the reason"));
    }
}
