package io.revops.quickstart.mrr;

import io.revops.ledger.PolicyOption;
import io.revops.ledger.PolicyPreset;
import io.revops.ledger.ReportingCurrency;
import io.revops.ledger.RevenuePolicy;
import io.revops.metric.recurring.PrintedShares;
import io.revops.money.RunRate;
import io.revops.reconcile.Figure;
import io.revops.reconcile.PrintedRow;
import io.revops.reconcile.Reconciliation;
import io.revops.reconcile.Rule;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** From which options the difference between two presets comes, month by month and column by column. */
final class ByRule {
    /** As many columns as {@link Figures#amounts} has of a whole, in that order. */
    private static final List<Figure> COLUMNS = List.of(
            Figure.OPENING,
            Figure.NEW,
            Figure.REACTIVATION,
            Figure.EXPANSION,
            Figure.CONTRACTION,
            Figure.CHURN,
            Figure.FX,
            Figure.CLOSING);

    /** A ledger for each combination of up to 8 options that differ: above so many rows in all it takes minutes. */
    private static final long MOST_ROWS = 20_000_000;

    private static final int MOST_COMBINED = 8;

    private final Reconciliation reconciliation;

    private ByRule(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    /** The parts by rule; none, and a note why, if they would take too long or cannot be told. */
    static Optional<ByRule> of(PeriodSheet sheet, PolicyPreset one, PolicyPreset two, Span span, Notes notes) {
        RevenuePolicy first = policy(sheet, one);
        RevenuePolicy second = policy(sheet, two);
        long combined = differing(first, second);
        long ledgers = combined > MOST_COMBINED ? 2 * combined + 2 : 1L << combined;
        if (ledgers * sheet.rows().size() > MOST_ROWS) {
            notes.say("By which options they differ is left out: " + combined + " differ, and " + ledgers
                    + " ledgers of " + sheet.rows().size() + " rows would take long. Maybe a sheet of fewer accounts.");
            return Optional.empty();
        }
        try {
            return Optional.of(new ByRule(Reconciliation.between(first, second, sheet.rows(), sheet.rates(), span)
                    .named(one.id(), two.id())));
        } catch (IllegalStateException e) {
            notes.say("By which options they differ cannot be told. " + e.getMessage());
            return Optional.empty();
        }
    }

    private static RevenuePolicy policy(PeriodSheet sheet, PolicyPreset preset) {
        return preset.policy().with(ReportingCurrency.of(sheet.currency().getCurrencyCode()));
    }

    private static long differing(RevenuePolicy first, RevenuePolicy second) {
        List<PolicyOption> before = first.options();
        List<PolicyOption> after = second.options();
        return IntStream.range(0, before.size())
                .filter(i -> !before.get(i).equals(after.get(i)))
                .count();
    }

    /**
     * A block for each rule that changes anything, which add up to the difference as printed in every month and column (but for a
     * unit of the last digit that only rounding makes, where no rule changes the amount). Counts have no parts.
     */
    List<Printed.Block> blocks(PeriodSheet sheet, Printed.Block difference) {
        List<Span> months = reconciliation.headline().months();
        List<Rule> rules = reconciliation.rules();
        List<List<Figures>> byRule = new ArrayList<>();
        rules.forEach(rule -> byRule.add(new ArrayList<>()));
        for (int m = 0; m < months.size(); m++) {
            Figures target = difference.months().get(m);
            List<List<BigDecimal>> columns = new ArrayList<>();
            for (int c = 0; c < COLUMNS.size(); c++) {
                columns.add(
                        shares(months.get(m), COLUMNS.get(c), target.amounts().get(c)));
            }
            for (int r = 0; r < rules.size(); r++) {
                int rule = r;
                byRule.get(r)
                        .add(new Figures(
                                target.month(),
                                null,
                                columns.stream()
                                        .map(c -> Figures.normal(c.get(rule), sheet.currency()))
                                        .toList(),
                                List.of()));
            }
        }
        List<Printed.Block> blocks = new ArrayList<>();
        for (int r = 0; r < rules.size(); r++) {
            if (byRule.get(r).stream().flatMap(line -> line.amounts().stream()).anyMatch(a -> a.signum() != 0)) {
                blocks.add(new Printed.Block(
                        "difference by " + rules.get(r).name(), "Difference by " + rules.get(r), byRule.get(r)));
            }
        }
        return blocks;
    }

    private List<BigDecimal> shares(Span month, Figure figure, BigDecimal target) {
        List<RunRate> exact =
                List.copyOf(reconciliation.of(figure).byRule(month).values());
        return PrintedShares.of(exact, target.setScale(Figures.DIGITS), Figures.DIGITS);
    }

    /**
     * For the eye: what each rule that changes anything does to each column over the whole span, of balances to that at its end (or
     * beginning); and below, the difference that they add up to.
     */
    List<List<String>> rows(int digits) {
        List<Rule> rules = reconciliation.rules();
        List<List<String>> cells = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("option"));
        COLUMNS.forEach(figure -> head.add(figure.id()));
        cells.add(head);
        List<PrintedRow> columns = COLUMNS.stream()
                .map(figure -> reconciliation.of(figure).printed(digits))
                .toList();
        for (int r = 0; r < rules.size(); r++) {
            int rule = r;
            List<BigDecimal> parts =
                    columns.stream().map(c -> c.parts().get(rule)).toList();
            if (parts.stream().anyMatch(part -> part.signum() != 0)) {
                cells.add(row(rules.get(r).toString(), parts, digits));
            }
        }
        cells.add(row("difference", columns.stream().map(PrintedRow::difference).toList(), digits));
        return cells;
    }

    private static List<String> row(String name, List<BigDecimal> amounts, int digits) {
        List<String> row = new ArrayList<>(List.of(name));
        amounts.forEach(amount -> row.add(Printed.grouped(amount, digits)));
        return row;
    }

    /** How the difference was shared, in sentences. */
    List<String> notes() {
        return reconciliation.notes();
    }
}
