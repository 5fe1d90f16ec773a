package io.revops.forecast.report;

import io.revops.forecast.churn.AccountAtRisk;
import io.revops.forecast.churn.Exposure;
import io.revops.forecast.churn.RevenueAtRisk;
import io.revops.forecast.survival.Interval;
import io.revops.metric.Explanation;
import io.revops.metric.Reading;
import io.revops.metric.Undefined;
import io.revops.report.Cell;
import io.revops.report.Column;
import io.revops.report.Section;
import io.revops.report.Table;
import io.revops.report.chart.BarChart;
import io.revops.report.chart.Frame;
import io.revops.report.chart.LineChart;
import io.revops.report.chart.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * The section {@code revenue_at_risk}: what is expected to be lost within the horizon, by cause and by segment, with intervals; how much
 * of today's revenue is expected to remain after each period; and where most is expected to be lost.
 */
public final class RevenueAtRiskSection {
    private static final double LEVEL = 0.9;
    private static final int SHOWN = 10;

    private RevenueAtRiskSection() {}

    /**
     * The section.
     *
     * @param currency of the amounts
     * @param names an account's id to what a reader calls it
     */
    public static Section of(RevenueAtRisk risk, String currency, Function<String, String> names) {
        List<Table> tables = new ArrayList<>(List.of(causes(risk, currency)));
        SortedMap<String, RevenueAtRisk> segments = risk.bySegment();
        if (segments.size() > 1) {
            tables.add(segments(risk, segments, currency));
        }
        tables.add(retention(risk));
        tables.add(accounts(risk, currency, names));
        return new Section("revenue_at_risk", "Revenue at risk", List.of(), tables, List.of(how(risk, currency)))
                .with(BarChart.of(
                        Frame.of("causes", "Expected loss, by cause", "causes", "cause"), "expected", Tone.RUST))
                .with(LineChart.of(Frame.of("retention", "Revenue of today still there", "retention", "period"))
                        .with("share", Tone.BLUE));
    }

    private static List<Column> columns(String key, String title, String currency) {
        return List.of(
                Column.words(key, title),
                Column.numbers("expected", "expected loss a month", currency),
                Column.numbers("low", "P5", currency),
                Column.numbers("high", "P95", currency),
                Column.numbers("share", "of what is paid", "ratio"));
    }

    private static List<Cell> row(String name, double expected, Reading<Interval> interval, double exposed) {
        return List.of(
                Cell.text(name),
                Cells.amount(expected),
                interval instanceof Undefined<?> undefined
                        ? new Cell("undefined", null, undefined)
                        : Cells.amount(interval.orElseThrow().low()),
                interval instanceof Undefined<?> undefined
                        ? new Cell("undefined", null, undefined)
                        : Cells.amount(interval.orElseThrow().high()),
                exposed == 0 ? Cell.text("nothing is paid") : Cells.share(expected / exposed));
    }

    private static Table causes(RevenueAtRisk risk, String currency) {
        List<List<Cell>> rows = new ArrayList<>();
        for (String cause : risk.causes()) {
            rows.add(row(cause, risk.expected(cause), risk.interval(cause, LEVEL), risk.exposed()));
        }
        rows.add(row("all", risk.expected(), risk.interval(LEVEL), risk.exposed()));
        List<String> notes = new ArrayList<>();
        notes.add(
                "Nine times in ten the loss lies between P5 and P95, if accounts leave independently of each other; intervals do not"
                        + " add up, expectations do.");
        if (risk.causes().contains(RevenueAtRisk.KNOWN)) {
            notes.add("Of what is " + RevenueAtRisk.KNOWN
                    + ", the accounts have asked to go and the end is agreed: it is lost whole, and no lot is drawn.");
        }
        if (!risk.unscored().isEmpty()) {
            notes.add(risk.unscored().size() + " accounts that pay "
                    + Cells.amount(risk.unscored().stream()
                                    .mapToDouble(Exposure::amount)
                                    .sum())
                            .printed() + " "
                    + currency + " a month are not in it: no features of them are known.");
        }
        return new Table(
                        "causes",
                        "Expected loss within " + risk.periods() + " " + risk.scale(),
                        columns("cause", "cause", currency),
                        rows,
                        notes)
                .withTotals(1);
    }

    private static Table segments(RevenueAtRisk risk, SortedMap<String, RevenueAtRisk> segments, String currency) {
        List<List<Cell>> rows = new ArrayList<>();
        segments.forEach((name, of) ->
                rows.add(row(name.isEmpty() ? "(not set)" : name, of.expected(), of.interval(LEVEL), of.exposed())));
        rows.add(row("all", risk.expected(), risk.interval(LEVEL), risk.exposed()));
        return new Table(
                        "segments",
                        "Expected loss, by segment",
                        columns("segment", "segment", currency),
                        rows,
                        List.of())
                .withTotals(1);
    }

    private static Table retention(RevenueAtRisk risk) {
        List<List<Cell>> rows = new ArrayList<>();
        List<Double> shares = risk.retention();
        for (int period = 0; period < shares.size(); period++) {
            rows.add(List.of(Cell.text(Integer.toString(period)), Cells.share(shares.get(period))));
        }
        return new Table(
                "retention",
                "Revenue of today still there",
                List.of(
                        Column.words("period", risk.scale().toString() + " ahead"),
                        Column.numbers("share", "still there", "ratio")),
                rows,
                List.of("Losses by leaving only: what accounts that stay add or cut is not in it."));
    }

    private static Table accounts(RevenueAtRisk risk, String currency, Function<String, String> names) {
        List<List<Cell>> rows = new ArrayList<>();
        for (AccountAtRisk account : risk.top(SHOWN)) {
            rows.add(List.of(
                    Cell.text(names.apply(account.exposure().account())),
                    Cell.text(account.exposure().segment()),
                    Cells.amount(account.exposure().amount()),
                    Cells.share(account.probability()),
                    Cells.amount(account.expected())));
        }
        return new Table(
                "accounts",
                "Where most is expected to be lost",
                List.of(
                        Column.words("account", "account"),
                        Column.words("segment", "segment"),
                        Column.numbers("worth", "worth a month", currency),
                        Column.numbers("probability", "leaves", "ratio"),
                        Column.numbers("expected", "expected loss a month", currency)),
                rows,
                List.of());
    }

    private static Explanation how(RevenueAtRisk risk, String currency) {
        return new Explanation(
                "Expected loss " + currency + " "
                        + Cells.amount(risk.expected()).printed() + " a month of "
                        + Cells.amount(risk.exposed()).printed() + " within " + risk.periods() + " " + risk.scale(),
                "expected loss for a cause = sum over accounts of what each pays x probability to have left for that cause by then",
                risk.causes().stream()
                        .map(c -> c + " " + Cells.amount(risk.expected(c)).printed())
                        .toList(),
                List.of(
                        "probabilities are of competing causes: those of all causes add up to one minus still there",
                        "the interval draws coefficients that the same data could have given, and for each account whether it leaves"),
                risk.top(3).stream()
                        .map(a -> String.format(
                                Locale.ROOT, "%s: %.2f", a.exposure().account(), a.expected()))
                        .toList(),
                List.of(
                        "no features of an account: not in it, and named",
                        "a cause with too few ends: refused by its name"));
    }
}
