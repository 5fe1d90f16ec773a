package io.revops.forecast.report;

import io.revops.forecast.learn.CalibrationLine;
import io.revops.forecast.learn.CrossValidation;
import io.revops.forecast.learn.DataSet;
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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * The section {@code calibration}: how good each method is on rows that it had not seen, from origin to origin, and what was said beside
 * what happened.
 *
 * <p>The first method is the one that was chosen; the tables of origins and bins are its.
 */
public final class CalibrationSection {
    private static final int BINS = 8;

    private CalibrationSection() {}

    /**
     * The section of cross validations of one table.
     *
     * @param models from the chosen one on, at least one
     * @param data the rows that they were measured on
     * @param origins the days from which they were measured, in order; none if the folds are not by date
     */
    public static Section of(List<CrossValidation> models, DataSet data, List<LocalDate> origins) {
        if (models.isEmpty()) {
            throw new IllegalArgumentException("There is no method to show. Maybe pass that of the chosen model.");
        }
        CrossValidation chosen = models.get(0);
        List<Table> tables = new ArrayList<>(List.of(methods(models)));
        List<Chart> charts = new ArrayList<>();
        if (!origins.isEmpty()) {
            tables.add(origins(chosen, data, origins));
        }
        if (chosen.measures().isPresent()) {
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

    private static Table methods(List<CrossValidation> models) {
        List<List<Cell>> rows = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        notes.add("Measured on rows that each had not seen. AUC 0.5 is chance. Log-loss and Brier are costs: less is better.");
        for (CrossValidation model : models) {
            List<Cell> row = new ArrayList<>(List.of(Cell.text(model.name())));
            row.addAll(model.measures()
                    .map(CalibrationSection::measures)
                    .orElseGet(() -> Collections.nCopies(9, Cell.text("refused"))));
            rows.add(row);
            model.refusals().stream()
                    .findFirst()
                    .ifPresent(r -> notes.add(
                            model.name() + " was refused in " + model.refusals().size() + " folds: " + r.why()));
        }
        return new Table("methods", "Methods on unseen rows", measured(Column.words("method", "method")), rows, notes);
    }

    private static List<Column> measured(Column first) {
        return List.of(
                first,
                Column.numbers("rows", "rows", "rows"),
                Column.numbers("events", "left", "rows"),
                Column.numbers("auc", "AUC", "index"),
                Column.numbers("average_precision", "average precision", "index"),
                Column.numbers("log_loss", "log-loss", "nats"),
                Column.numbers("brier", "Brier", "index"),
                Column.numbers("ece", "ECE", "index"),
                Column.numbers("slope", "calibration slope", "ratio"),
                Column.numbers("in_the_large", "said too little (log-odds)", "log-odds"));
    }

    private static List<Cell> measures(Measures measures) {
        Reading<CalibrationLine> line = measures.calibration();
        return List.of(
                Cell.count(measures.size()),
                Cell.count(measures.events()),
                number(measures.auc()),
                number(measures.averagePrecision()),
                number(measures.logLoss()),
                number(measures.brier()),
                number(measures.ece()),
                number(line, CalibrationLine::slope),
                number(line, CalibrationLine::inTheLarge));
    }

    /** Of each origin the rows from its day to the next, beside the base rate of those rows. */
    private static Table origins(CrossValidation chosen, DataSet data, List<LocalDate> origins) {
        Map<LocalDate, List<Integer>> places = new TreeMap<>();
        int[] rows = chosen.rows();
        for (int i = 0; i < rows.length; i++) {
            LocalDate day = data.date(rows[i]).orElseThrow(() -> new IllegalArgumentException(
                    "A row has no date, and origins need one. Maybe pass no origins."));
            int place = i;
            origins.stream()
                    .filter(o -> !o.isAfter(day))
                    .max(LocalDate::compareTo)
                    .ifPresent(o -> places.computeIfAbsent(o, x -> new ArrayList<>()).add(place));
        }
        double[] labels = chosen.labels();
        double[] said = chosen.probabilities();
        List<List<Cell>> cells = new ArrayList<>();
        places.forEach((origin, at) -> {
            Measures measures = Measures.of(
                    at.stream().mapToDouble(i -> labels[i]).toArray(),
                    at.stream().mapToDouble(i -> said[i]).toArray());
            List<Cell> row = new ArrayList<>(List.of(Cell.text(origin.toString())));
            row.addAll(measures(measures).subList(0, 6));
            row.add(Cells.share(measures.baseRate()));
            row.add(Cells.share(at.stream().mapToDouble(i -> said[i]).average().orElseThrow()));
            cells.add(row);
        });
        List<Column> columns = new ArrayList<>(measured(Column.words("origin", "from")).subList(0, 7));
        columns.add(Column.numbers("happened", "happened", "ratio"));
        columns.add(Column.numbers("said", "said", "ratio"));
        return new Table(
                "origins",
                chosen.name() + ", by rolling origin",
                columns,
                cells,
                List.of("Learnt from rows whose outcome was known on the day, measured on those from then on."));
    }

    private static Table reliability(CrossValidation chosen) {
        Reliability bins = Reliability.ofEqualCount(chosen.labels(), chosen.probabilities(), BINS);
        List<List<Cell>> rows = new ArrayList<>();
        for (Reliability.Bin bin : bins.bins()) {
            rows.add(List.of(
                    Cell.text(Cells.share(bin.from()).printed() + " to " + Cells.share(bin.to()).printed()),
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
                List.of("The rows in " + BINS + " groups of about the same size, from the lowest score up. Rows of one account"
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

    private static Explanation how(CrossValidation chosen) {
        Optional<Measures> measures = chosen.measures();
        return new Explanation(
                chosen.toString(),
                "AUC: share of pairs of one that left and one that stayed in which the first scored higher; log-loss: -mean of"
                        + " y ln p + (1 - y) ln(1 - p); ECE: sum over bins of rows / all x |said - happened|",
                measures.map(m -> List.of(m.size() + " rows", m.events() + " left")).orElse(List.of()),
                List.of("calibration slope 1 and intercept 0 are right; a slope below 1 says that scores are too extreme"),
                chosen.refusals().stream().limit(3).map(Object::toString).toList(),
                List.of(
                        "only one outcome among the rows: what compares is undefined",
                        "nothing could be learnt: refused, with the reason"));
    }
}
