package io.revops.forecast.report;

import io.revops.book.ForecastCategory;
import io.revops.forecast.pipeline.Adjustment;
import io.revops.forecast.pipeline.RollUp;
import io.revops.forecast.pipeline.RollUpLine;
import io.revops.metric.Explanation;
import io.revops.metric.Unit;
import io.revops.report.Cell;
import io.revops.report.Column;
import io.revops.report.Section;
import io.revops.report.Table;
import io.revops.report.chart.BarChart;
import io.revops.report.chart.Frame;
import io.revops.report.chart.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The section {@code commit}: what is called for a period by category, alone and with all that are surer; the roll-up from the
 * company to its sellers, beside quotas; and every adjustment.
 */
public final class CommitSection {
    private static final List<ForecastCategory> ORDER = List.of(
            ForecastCategory.CLOSED,
            ForecastCategory.COMMIT,
            ForecastCategory.MOST_LIKELY,
            ForecastCategory.BEST_CASE,
            ForecastCategory.PIPELINE,
            ForecastCategory.OMITTED);

    private CommitSection() {}

    /** The section of a roll-up. */
    public static Section of(RollUp rollUp) {
        List<Table> tables = new ArrayList<>(List.of(categories(rollUp), lines(rollUp)));
        if (!rollUp.audit().isEmpty()) {
            tables.add(audit(rollUp));
        }
        return new Section("commit", "Commit", List.of(), tables, List.of(how(rollUp)))
                .with(BarChart.of(
                        Frame.of("categories", "What is called, by category", "categories", "category"),
                        "single",
                        Tone.BLUE));
    }

    private static Table categories(RollUp rollUp) {
        String currency = rollUp.currency().getCurrencyCode();
        RollUpLine company = rollUp.company();
        List<List<Cell>> rows = new ArrayList<>();
        for (ForecastCategory category : ORDER) {
            long deals = rollUp.deals().stream()
                    .filter(d -> d.category() == category)
                    .count();
            boolean counted = category != ForecastCategory.OMITTED;
            rows.add(List.of(
                    Cell.text(word(category)),
                    Cell.count(deals),
                    Cells.money(company.calculated().single(category)),
                    counted ? Cells.money(company.calculated().cumulative(category)) : Cell.text("never counted"),
                    counted ? Cells.money(company.shown(category)) : Cell.text("")));
        }
        return new Table(
                "categories",
                "What is called, by category",
                List.of(
                        Column.words("category", "category"),
                        Column.numbers("deals", "deals", "deals"),
                        Column.numbers("single", "alone", currency),
                        Column.numbers("cumulative", "with surer ones", currency),
                        Column.numbers("shown", "as adjusted", currency)),
                rows,
                List.of("Pipeline with surer ones is everything that is open; the others add what is closed."));
    }

    private static Table lines(RollUp rollUp) {
        String currency = rollUp.currency().getCurrencyCode();
        List<List<Cell>> rows = new ArrayList<>();
        for (RollUpLine line : rollUp.lines()) {
            rows.add(List.of(
                    Cell.text(rollUp.hierarchy().title(line.node())),
                    Cell.text(rollUp.hierarchy()
                            .above(line.node())
                            .map(rollUp.hierarchy()::title)
                            .orElse("")),
                    Cells.money(line.shown(ForecastCategory.CLOSED)),
                    Cells.money(line.calculated().base()),
                    Cells.money(line.base()),
                    Cells.money(line.stretch()),
                    Cells.money(line.overlay().stretch()),
                    Cells.money(line.quota()),
                    line.quota().isPresent() ? Cells.share(line.attained()) : Cell.text(""),
                    Cells.money(line.missing(ForecastCategory.COMMIT))));
        }
        List<String> notes = new ArrayList<>();
        notes.add(
                "Calculated is what the deals add up to; base and stretch are as adjusted. Overlay is credit beside the"
                        + " deals, and is in no other number. A node's quota is its own, else that of those below.");
        if (!rollUp.unplaced().isEmpty()) {
            notes.add(rollUp.unplaced().size() + " deals of nobody in the hierarchy count at the top: "
                    + first(rollUp.unplaced()) + ".");
        }
        notes.addAll(rollUp.leftOut());
        notes.addAll(rollUp.hierarchy().problems());
        return new Table(
                "roll_up",
                "From the sellers to the company",
                List.of(
                        Column.words("node", "who"),
                        Column.words("above", "below"),
                        Column.numbers("closed", "closed", currency),
                        Column.numbers("calculated", "base, calculated", currency),
                        Column.numbers("base", "base", currency),
                        Column.numbers("stretch", "stretch", currency),
                        Column.numbers("overlay", "overlay", currency),
                        Column.numbers("quota", "quota", currency),
                        Column.numbers("attained", "closed of quota", "ratio"),
                        Column.numbers("missing", "quota less base", currency)),
                rows,
                notes);
    }

    private static Table audit(RollUp rollUp) {
        String currency = rollUp.currency().getCurrencyCode();
        List<List<Cell>> rows = new ArrayList<>();
        for (Adjustment each : rollUp.audit()) {
            rows.add(List.of(
                    Cell.text(each.said().day().toString()),
                    Cell.text(each.said().who() + " (" + each.said().hand() + ")"),
                    Cell.text(rollUp.hierarchy().title(each.node())),
                    Cell.text(word(each.category())),
                    Cells.money(each.from()),
                    Cells.money(each.to()),
                    Cell.text(each.said().why())));
        }
        return new Table(
                "adjustments",
                "Adjustments",
                List.of(
                        Column.words("day", "day"),
                        Column.words("who", "who"),
                        Column.words("node", "whose number"),
                        Column.words("category", "category"),
                        Column.numbers("from", "from", currency),
                        Column.numbers("to", "to", currency),
                        Column.words("why", "why")),
                rows,
                List.of("A manager's number holds over the owner's, and the last over those before."));
    }

    private static Explanation how(RollUp rollUp) {
        RollUpLine company = rollUp.company();
        List<String> totals = ORDER.stream()
                .map(c -> word(c) + " " + Unit.MONEY.print(company.calculated().single(c)))
                .toList();
        return new Explanation(
                "Base " + Unit.MONEY.print(company.base()) + ", stretch " + Unit.MONEY.print(company.stretch()),
                "base = closed + commit; stretch = base + most likely + best case; each as adjusted, from the sellers up",
                totals,
                List.of(),
                rollUp.audit().stream().map(Adjustment::toString).toList(),
                List.of(
                        "omitted: never counted",
                        "a deal of nobody in the hierarchy: counts at the top",
                        "an amount in another currency: refused without a rate"));
    }

    private static String first(List<String> ids) {
        int shown = Math.min(5, ids.size());
        return String.join(", ", ids.subList(0, shown)) + (shown < ids.size() ? " ..." : "");
    }

    private static String word(ForecastCategory category) {
        return category.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
