package io.revops.forecast.report;

import io.revops.forecast.pipeline.Waterfall;
import io.revops.forecast.pipeline.WaterfallBar;
import io.revops.metric.Explanation;
import io.revops.money.Money;
import io.revops.report.Cell;
import io.revops.report.Column;
import io.revops.report.Section;
import io.revops.report.Table;
import io.revops.report.chart.Frame;
import io.revops.report.chart.StackedBars;
import io.revops.report.chart.Tone;
import io.revops.time.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The section {@code waterfall}: how the open pipeline of a window moved between two days, with the deals behind each bar. */
public final class WaterfallSection {
    private static final int SHOWN = 8;

    private WaterfallSection() {}

    /**
     * The section of a waterfall.
     *
     * @param window in which the deals are expected to close
     */
    public static Section of(Waterfall waterfall, Span window) {
        String currency = waterfall.start().currency().getCurrencyCode();
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(balance("start", waterfall.start()));
        for (WaterfallBar bar : WaterfallBar.values()) {
            Money amount = waterfall.bar(bar);
            List<Waterfall.Move> deals = waterfall.deals(bar);
            if (amount.isZero() && isRare(bar)) {
                continue;
            }
            Cell moved = Cells.money(amount.times(bar.sign()));
            rows.add(List.of(
                    Cell.text(bar.toString()),
                    Cell.text(""),
                    bar.sign() > 0 ? moved : Cell.text(""),
                    bar.sign() < 0 ? moved : Cell.text(""),
                    deals.isEmpty() ? Cell.text("") : Cell.count(deals.size()),
                    Cell.text(largest(deals))));
        }
        rows.add(balance("end", waterfall.end()));
        Table table = new Table(
                "waterfall",
                "Open pipeline closing in " + window,
                List.of(
                        Column.words("bar", "what"),
                        Column.numbers("balance", "open", currency),
                        Column.numbers("gained", "gained", currency),
                        Column.numbers("left", "left", currency),
                        Column.numbers("deals", "deals", "deals"),
                        Column.words("largest", "the largest of them")),
                rows,
                List.of(
                        "Pulled in, pushed and lost count what a deal was worth at the start; what changed before a deal was"
                                + " won is among increased and decreased."));
        Explanation how = new Explanation(
                waterfall.toString(),
                "start + created + reopened + pulled in + increased - decreased - pushed - won - lost - removed = end",
                List.of(),
                List.of(),
                lines(waterfall),
                List.of(
                        "created and won meanwhile: in both bars",
                        "without a close date: in no window",
                        "lost: at the amount at the start, since a CRM may write 0 on losing"));
        return new Section("waterfall", "Waterfall", List.of(), List.of(table), List.of(how))
                .with(StackedBars.of(Frame.of("waterfall", "What moved the pipeline", "waterfall", "bar"))
                        .with("balance", Tone.GREY)
                        .with("gained", Tone.BLUE)
                        .with("left", Tone.RUST));
    }

    /** Bars that most companies never see are left out where they are empty. */
    private static boolean isRare(WaterfallBar bar) {
        return bar == WaterfallBar.REOPENED || bar == WaterfallBar.REMOVED;
    }

    private static List<Cell> balance(String what, Money amount) {
        return List.of(
                Cell.text(what), Cells.money(amount), Cell.text(""), Cell.text(""), Cell.text(""), Cell.text(""));
    }

    private static List<Waterfall.Move> sorted(List<Waterfall.Move> deals) {
        return deals.stream()
                .sorted(Comparator.comparing(Waterfall.Move::amount).reversed().thenComparing(Waterfall.Move::deal))
                .toList();
    }

    private static String largest(List<Waterfall.Move> deals) {
        List<String> ids =
                sorted(deals).stream().limit(SHOWN).map(Waterfall.Move::deal).toList();
        return String.join(", ", ids) + (deals.size() > SHOWN ? " and " + (deals.size() - SHOWN) + " more" : "");
    }

    private static List<String> lines(Waterfall waterfall) {
        List<String> lines = new ArrayList<>();
        for (WaterfallBar bar : WaterfallBar.values()) {
            sorted(waterfall.deals(bar)).stream()
                    .limit(1)
                    .forEach(d -> lines.add(bar + ": " + d.deal() + " " + d.amount()));
        }
        return lines;
    }
}
