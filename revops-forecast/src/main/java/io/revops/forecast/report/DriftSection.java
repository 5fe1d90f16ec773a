package io.revops.forecast.report;

import io.revops.forecast.learn.ColumnDrift;
import io.revops.forecast.learn.DriftReport;
import io.revops.metric.Explanation;
import io.revops.report.Cell;
import io.revops.report.Column;
import io.revops.report.Section;
import io.revops.report.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The section {@code drift}: whether accounts of today are like those the model was trained on, and what to do about it. */
public final class DriftSection {
    private static final int SHOWN = 10;

    private DriftSection() {}

    /** The section of a report. */
    public static Section of(DriftReport drift) {
        List<ColumnDrift> columns = drift.columns().stream()
                .sorted(Comparator.comparingDouble(ColumnDrift::pValue).thenComparing(ColumnDrift::name))
                .limit(SHOWN)
                .toList();
        List<List<Cell>> rows = new ArrayList<>();
        columns.forEach(column -> rows.add(row(column.name(), column, drift)));
        drift.score().ifPresent(score -> rows.add(row("the scores themselves", score, drift)));
        Table table = new Table(
                        "columns",
                        "Columns that moved most",
                        List.of(
                                Column.words("column", "column"),
                                Column.numbers("psi", "PSI", "index"),
                                Column.numbers("limit", "by chance up to", "index"),
                                Column.numbers("ks", "KS", "index"),
                                Column.numbers("p", "p", "ratio"),
                                Column.numbers("missing_then", "missing then", "ratio"),
                                Column.numbers("missing_now", "missing now", "ratio")),
                        rows,
                        List.of("The limit is what "
                                + Cells.share(drift.level()).printed()
                                + " of shifts by chance alone exceed with so many rows; 0.1 and 0.25 are custom."))
                .withTotals(drift.score().isPresent() ? 1 : 0);
        return new Section(
                "drift",
                "Is the model still right",
                List.of(drift.advice().name().toLowerCase(Locale.ROOT) + ": " + String.join(" ", drift.reasons())),
                List.of(table),
                List.of(how(drift)));
    }

    private static List<Cell> row(String name, ColumnDrift column, DriftReport drift) {
        return List.of(
                Cell.text(name),
                number(column.psi()),
                number(column.psiLimit(drift.level())),
                number(column.ks()),
                number(column.pValue()),
                Cells.share(column.missingThen()),
                Cells.share(column.missingNow()));
    }

    private static Cell number(double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        return Cell.number(exact.setScale(3, RoundingMode.HALF_EVEN).toPlainString(), exact);
    }

    private static Explanation how(DriftReport drift) {
        return new Explanation(
                drift.toString(),
                "PSI = sum over bins of (now - then) x ln(now / then), bins frozen with the model; a column counts as moved if Holm's"
                        + " procedure over all columns says so and its PSI is 0.1 or more",
                List.of(drift.columns().size() + " columns", drift.moved().size() + " moved"),
                List.of(),
                drift.moved().stream().limit(3).map(ColumnDrift::toString).toList(),
                List.of(
                        "outcomes known by now: asked directly whether the model ranks worse or its probabilities are off"));
    }
}
