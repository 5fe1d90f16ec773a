package io.revops.forecast.report;

import io.revops.forecast.territory.Fairness;
import io.revops.forecast.territory.Territories;
import io.revops.forecast.territory.TerritoryAccount;
import io.revops.forecast.territory.TerritoryFault;
import io.revops.forecast.territory.TerritoryLoad;
import io.revops.forecast.territory.TerritoryMove;
import io.revops.forecast.territory.TerritoryRep;
import io.revops.forecast.territory.Travel;
import io.revops.report.Cell;
import io.revops.report.Column;
import io.revops.report.Section;
import io.revops.report.Table;
import io.revops.report.chart.BarChart;
import io.revops.report.chart.Chart;
import io.revops.report.chart.Frame;
import io.revops.report.chart.ScatterPlot;
import io.revops.report.chart.Tone;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The section {@code territories}: how even they are before and after, in bars; every move with its reason; and where places are known, a
 * map of each rep's accounts.
 */
public final class TerritorySection {
    /** So many reps have a map each; more would be a page of nothing else. */
    private static final int MAPS = 12;

    private static final List<Tone> TONES = List.of(Tone.BLUE, Tone.AMBER, Tone.TEAL, Tone.RUST, Tone.SKY, Tone.GREY);

    private TerritorySection() {}

    /** Of drawn territories. */
    public static Section of(Territories territories) {
        List<Table> tables = new ArrayList<>();
        List<Chart> charts = new ArrayList<>();
        tables.add(fairness(territories));
        for (String measure : territories.planner().weights().keySet()) {
            String id = "territories.balance." + measure;
            tables.add(balance(territories, measure, id));
            charts.add(BarChart.of(
                    Frame.of(id + ".before", "Share of the fair " + measure + " today", id, "rep"),
                    "before",
                    Tone.GREY));
            charts.add(BarChart.of(
                    Frame.of(id + ".after", "Share of the fair " + measure + " as drawn", id, "rep"),
                    "after",
                    Tone.BLUE));
        }
        tables.add(moves(territories));
        if (territories.planner().travel() == Travel.BY_PLACE
                && territories.reps().size() <= MAPS) {
            for (int i = 0; i < territories.reps().size(); i++) {
                String rep = territories.reps().get(i).id();
                String id = "territories.map." + rep;
                tables.add(places(territories, rep, id));
                charts.add(ScatterPlot.of(
                        Frame.of(id, "Where the accounts of " + rep + " are", id, "account")
                                .withNote("North is up; the two axes have scales of their own."),
                        "longitude",
                        "latitude",
                        TONES.get(i % TONES.size())));
            }
        }
        List<String> text = new ArrayList<>(List.of(String.format(
                Locale.ROOT,
                "%d accounts for %d reps; %.1f %% of those that have a rep today who is still there move. These territories cost %.4f,"
                        + " and no others can cost less than %.4f.",
                territories.accounts().size(),
                territories.reps().size(),
                territories.movedShare() * 100,
                territories.cost(),
                territories.bound())));
        if (territories.planner().travel() != Travel.NONE) {
            text.add("Travel: " + territories.travel() + ", today " + territories.travelBefore() + ".");
        }
        territories.notes().stream().map(TerritoryFault::text).forEach(text::add);
        return new Section("territories", "Territories", text, tables, List.of(), charts);
    }

    private static Table fairness(Territories territories) {
        List<List<Cell>> rows = new ArrayList<>();
        for (String measure : territories.planner().weights().keySet()) {
            for (boolean today : new boolean[] {true, false}) {
                Fairness fairness = today ? territories.fairnessBefore(measure) : territories.fairness(measure);
                OptionalDouble ratio = fairness.maxToMin();
                rows.add(List.of(
                        Cell.text(measure + (today ? ", today" : ", as drawn")),
                        percent(fairness.variation()),
                        ratio.isPresent() ? number(ratio.getAsDouble(), "%.2f") : Cell.text("-"),
                        number(fairness.gini(), "%.3f")));
            }
        }
        return new Table(
                "territories.fairness",
                "How even territories are",
                List.of(
                        Column.words("measure", "measure"),
                        Column.numbers("cv", "coefficient of variation", "%"),
                        Column.numbers("ratio", "largest : smallest", "x"),
                        Column.numbers("gini", "Gini", "ratio")),
                rows,
                List.of(
                        "Of load : fair load by rep; the fair load goes by capacity, among those who serve the same segments."
                                + " No ratio where somebody has nothing."));
    }

    private static Table balance(Territories territories, String measure, String id) {
        List<List<Cell>> rows = new ArrayList<>();
        for (TerritoryRep rep : territories.reps()) {
            TerritoryLoad load = territories.load(rep.id(), measure);
            rows.add(List.of(
                    Cell.text(rep.id()),
                    Cell.number(load.before().toPlainString(), load.before()),
                    Cell.number(load.load().toPlainString(), load.load()),
                    number(load.fair(), "%.2f"),
                    share(load.shareBefore()),
                    share(load.share())));
        }
        return new Table(
                id,
                "Balance of " + measure,
                List.of(
                        Column.words("rep", "rep"),
                        Column.numbers("load.before", "today", measure),
                        Column.numbers("load", "as drawn", measure),
                        Column.numbers("fair", "fair", measure),
                        Column.numbers("before", "of the fair load, today", "%"),
                        Column.numbers("after", "of the fair load, as drawn", "%")),
                rows,
                List.of());
    }

    private static Table moves(Territories territories) {
        List<List<Cell>> rows = new ArrayList<>();
        for (TerritoryMove move : territories.moves()) {
            rows.add(List.of(
                    Cell.text(move.account()),
                    Cell.text(move.before().orElse("nobody")),
                    Cell.text(move.to()),
                    Cell.text(move.cause().name().toLowerCase(Locale.ROOT).replace('_', ' ')),
                    Cell.text(move.text())));
        }
        return new Table(
                "territories.moves",
                "Accounts that change hands",
                List.of(
                        Column.words("account", "account"),
                        Column.words("from", "from"),
                        Column.words("to", "to"),
                        Column.words("cause", "because of"),
                        Column.words("why", "why")),
                rows,
                rows.isEmpty() ? List.of("None.") : List.of());
    }

    private static Table places(Territories territories, String rep, String id) {
        List<List<Cell>> rows = new ArrayList<>();
        for (TerritoryAccount account : territories.accounts()) {
            if (territories.repOf(account.id()).equals(rep)) {
                account.place()
                        .ifPresent(place -> rows.add(List.of(
                                Cell.text(account.id()),
                                number(place.longitude(), "%.3f"),
                                number(place.latitude(), "%.3f"))));
            }
        }
        return new Table(
                id,
                "Accounts of " + rep,
                List.of(
                        Column.words("account", "account"),
                        Column.numbers("longitude", "longitude", "degrees"),
                        Column.numbers("latitude", "latitude", "degrees")),
                rows,
                List.of());
    }

    private static Cell share(OptionalDouble share) {
        return share.isPresent() ? percent(share.getAsDouble()) : Cell.text("nothing to share");
    }

    private static Cell percent(double share) {
        BigDecimal exact = BigDecimal.valueOf(share).movePointRight(2);
        return Cell.number(exact.setScale(1, RoundingMode.HALF_UP).toPlainString(), exact);
    }

    private static Cell number(double value, String format) {
        return Cell.number(String.format(Locale.ROOT, format, value), BigDecimal.valueOf(value));
    }
}
