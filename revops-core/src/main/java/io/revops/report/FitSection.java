package io.revops.report;

import io.revops.metric.recurring.Bridge;
import io.revops.money.RunRate;
import io.revops.reconcile.Fit;
import io.revops.report.chart.Frame;
import io.revops.report.chart.LineChart;
import io.revops.report.chart.Tone;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Which policy explains another tool's figures best, as a section that a host adds to its report. */
public final class FitSection {
    private static final int TOP = 20;

    private final Fit fit;
    private final String currency;
    private final int digits;

    private FitSection(Fit fit) {
        this.fit = fit;
        currency = fit.figures().currency().getCurrencyCode();
        digits = Amounts.forSize(fit.figures().months().stream()
                        .map(month -> fit.figures().amount(month).orElseThrow())
                        .reduce((a, b) -> a.compareTo(b) < 0 ? b : a)
                        .orElseThrow())
                .digits();
    }

    /** The section of a search; its id is {@code fit}. */
    public static Section of(Fit fit) {
        return new FitSection(fit).section();
    }

    private Section section() {
        List<String> text = new ArrayList<>(List.of(fit.headline()));
        text.addAll(fit.notes());
        List<Table> tables = new ArrayList<>();
        if (!fit.changes().isEmpty()) {
            List<List<Cell>> changes = fit.changes().stream()
                    .map(c -> List.of(Cell.text(c.toString()), amount(c.explained())))
                    .toList();
            tables.add(named("changes", "Changed in " + fit.preset().title(), "option", "explained", changes));
        }
        tables.add(months());
        if (!fit.byAccount().isEmpty()) {
            List<List<Cell>> accounts = fit.top(TOP).stream()
                    .map(e -> List.of(
                            Cell.text(e.getKey().account().orElseThrow() + ", "
                                    + e.getKey().month()),
                            amount(e.getValue())))
                    .toList();
            tables.add(named("accounts", "The greatest residues by account and month", "account", "residue", accounts));
        }
        List<List<Cell>> presets = new ArrayList<>();
        fit.presets().forEach((preset, left) -> presets.add(List.of(Cell.text(preset.title()), amount(left))));
        tables.add(named("presets", "What each preset leaves unexplained", "preset", "unexplained", presets));
        return new Section("fit", "Your own figures", text, tables, List.of())
                .with(LineChart.of(Frame.of("fit", "Your figures and what explains them", "months", "month"))
                        .with("yours", Tone.BLUE)
                        .with("explained", Tone.AMBER));
    }

    private Table named(String id, String title, String label, String value, List<List<Cell>> rows) {
        return new Table(
                id,
                title + ", in " + currency,
                List.of(Column.words(label, label), Column.perMonth(value, value, currency)),
                rows,
                List.of());
    }

    private Table months() {
        List<List<Cell>> rows = new ArrayList<>();
        fit.byMonth().forEach((month, residue) -> {
            RunRate yours = fit.figures().amount(month).orElseThrow();
            BigDecimal shown = Bridge.monthly(yours, digits);
            BigDecimal left = Bridge.monthly(residue, digits);
            rows.add(List.of(
                    Cell.text(month.toString()),
                    Amounts.printed(shown, yours),
                    Amounts.printed(shown.subtract(left), yours.minus(residue)),
                    Amounts.printed(left, residue)));
        });
        return new Table(
                "months",
                fit.figures().figure().title() + " by month, in " + currency,
                List.of(
                        Column.words("month", "month"),
                        Column.perMonth("yours", "yours", currency),
                        Column.perMonth("explained", "explained", currency),
                        Column.perMonth("residue", "residue", currency)),
                rows,
                List.of());
    }

    private Cell amount(RunRate rate) {
        return Amounts.printed(Bridge.monthly(rate, digits), rate);
    }
}
