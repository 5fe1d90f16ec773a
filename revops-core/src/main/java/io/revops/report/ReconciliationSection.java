package io.revops.report;

import io.revops.book.AccountId;
import io.revops.metric.Unit;
import io.revops.money.RunRate;
import io.revops.reconcile.Decomposition;
import io.revops.reconcile.PrintedRow;
import io.revops.reconcile.Reconciliation;
import io.revops.reconcile.Rule;
import io.revops.report.chart.BarChart;
import io.revops.report.chart.Chart;
import io.revops.report.chart.Frame;
import io.revops.report.chart.StackedBars;
import io.revops.report.chart.Tone;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Why two policies differ, as a section that a host adds to its report: by rule, month, account and figure. */
public final class ReconciliationSection {
    private static final int TOP = 20;
    private static final List<Tone> TONES =
            List.of(Tone.BLUE, Tone.AMBER, Tone.TEAL, Tone.RUST, Tone.SKY, Tone.GREY, Tone.INK);

    private final Reconciliation of;
    private final String currency;
    private final int digits;

    private ReconciliationSection(Reconciliation of) {
        this.of = of;
        currency = of.headline().currency().getCurrencyCode();
        RunRate first = of.headline().first();
        RunRate second = of.headline().second();
        digits = Amounts.forSize(first.compareTo(second) < 0 ? second : first).digits();
    }

    /** The section of a reconciliation; its id is {@code reconciliation}. */
    public static Section of(Reconciliation reconciliation) {
        return new ReconciliationSection(reconciliation).section();
    }

    private Section section() {
        List<String> text = new ArrayList<>(List.of(of.sentence()));
        String title = "Reconciliation of " + of.firstName() + " and " + of.secondName();
        if (of.rules().isEmpty()) {
            text.add("The two policies are the same.");
            return new Section("reconciliation", title, text, List.of(), List.of());
        }
        text.addAll(of.notes());
        Decomposition headline = of.headline();
        List<Table> tables = new ArrayList<>(List.of(rules(headline), months(headline), accounts(headline)));
        if (of.figures().size() > 1) {
            tables.add(figures());
        }
        Section section = new Section("reconciliation", title, text, tables, List.of())
                .with(BarChart.of(
                        Frame.of("rules", "What each rule changes, " + headline.when(), "rules", "rule"),
                        "amount",
                        Tone.BLUE));
        int[] shown = shown(
                headline.months().stream().map(m -> headline.byRule(m).values()).toList());
        return shown.length == 0 ? section : section.with(months(shown));
    }

    private static Chart months(int[] shown) {
        StackedBars bars =
                StackedBars.of(Frame.of("months", "What each rule changes, month by month", "months", "label"));
        for (int i = 0; i < shown.length; i++) {
            bars = bars.with(key(shown[i]), TONES.get(i % TONES.size()));
        }
        return bars.withNet("difference");
    }

    private Table rules(Decomposition headline) {
        PrintedRow printed = headline.printed(digits);
        List<List<Cell>> rows = new ArrayList<>();
        int i = 0;
        for (RunRate part : headline.byRule().values()) {
            Rule rule = of.rules().get(i);
            rows.add(List.of(
                    Cell.text(rule.name()),
                    Cell.text(rule.before()),
                    Cell.text(rule.after()),
                    cell(printed.parts().get(i), part)));
            i++;
        }
        rows.add(List.of(
                Cell.text("difference"),
                Cell.text(""),
                Cell.text(""),
                cell(printed.difference(), headline.difference())));
        return new Table(
                "rules",
                headline.figure().title() + " by rule, " + headline.when() + ", in " + currency,
                List.of(
                        Column.words("rule", "rule"),
                        Column.words("first", of.firstName()),
                        Column.words("second", of.secondName()),
                        Column.perMonth("amount", "amount", currency)),
                rows,
                List.of(),
                1);
    }

    private Table months(Decomposition headline) {
        List<String> labels = headline.months().stream().map(Span::toString).toList();
        List<Row> rows = headline.months().stream()
                .map(m -> new Row(
                        headline.first(m),
                        List.copyOf(headline.byRule(m).values()),
                        headline.second(m),
                        headline.printed(m, digits)))
                .toList();
        return table("months", headline.figure().title() + " by month, in " + currency, labels, rows, List.of());
    }

    private Table accounts(Decomposition headline) {
        List<AccountId> top = headline.top(TOP);
        List<Row> rows = top.stream()
                .map(a -> new Row(
                        headline.first(a),
                        List.copyOf(headline.byRule(a).values()),
                        headline.second(a),
                        headline.printed(a, digits)))
                .toList();
        int more = headline.byAccount().size() - top.size();
        return table(
                "accounts",
                headline.figure().title() + " by account, " + headline.when() + ", in " + currency,
                top.stream().map(AccountId::value).toList(),
                rows,
                more == 0 ? List.of() : List.of(Unit.grouped(BigDecimal.valueOf(more)) + " more accounts differ."));
    }

    private Table figures() {
        List<Row> rows = of.figures().stream()
                .map(d -> new Row(d.first(), List.copyOf(d.byRule().values()), d.second(), d.printed(digits)))
                .toList();
        return table(
                "figures",
                "Every figure, " + of.span() + ", in " + currency,
                of.figures().stream().map(d -> d.figure().title()).toList(),
                rows,
                List.of());
    }

    /** Two amounts, the parts between them, and how they are printed. */
    private record Row(RunRate first, List<RunRate> parts, RunRate second, PrintedRow printed) {}

    /** Each row adds up as printed; a rule that changes nothing in any row has no column. */
    private Table table(String id, String title, List<String> labels, List<Row> rows, List<String> notes) {
        int[] shown = shown(rows.stream().map(Row::parts).toList());
        List<Column> columns =
                new ArrayList<>(List.of(Column.words("label", ""), Column.perMonth("first", of.firstName(), currency)));
        IntStream.of(shown)
                .forEach(i ->
                        columns.add(Column.perMonth(key(i), of.rules().get(i).name(), currency)));
        columns.add(Column.perMonth("second", of.secondName(), currency));
        List<List<Cell>> cells = new ArrayList<>();
        for (int r = 0; r < rows.size(); r++) {
            Row row = rows.get(r);
            List<Cell> line = new ArrayList<>(
                    List.of(Cell.text(labels.get(r)), cell(row.printed().first(), row.first())));
            IntStream.of(shown)
                    .forEach(i -> line.add(
                            cell(row.printed().parts().get(i), row.parts().get(i))));
            line.add(cell(row.printed().second(), row.second()));
            cells.add(line);
        }
        return new Table(id, title, columns, cells, notes);
    }

    private static int[] shown(List<? extends java.util.Collection<RunRate>> rows) {
        int rules = rows.isEmpty() ? 0 : rows.get(0).size();
        return IntStream.range(0, rules)
                .filter(i -> rows.stream()
                        .anyMatch(parts -> !List.copyOf(parts).get(i).isZero()))
                .toArray();
    }

    private static String key(int rule) {
        return "rule_" + (rule + 1);
    }

    private static Cell cell(BigDecimal printed, RunRate exact) {
        return Amounts.printed(printed, exact);
    }
}
