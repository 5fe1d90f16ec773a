package io.revops.forecast.report;

import io.revops.forecast.survival.ConfidenceBand;
import io.revops.forecast.survival.Interval;
import io.revops.forecast.survival.KaplanMeier;
import io.revops.forecast.survival.Lifetimes;
import io.revops.forecast.survival.LogRank;
import io.revops.forecast.survival.QuantileInterval;
import io.revops.forecast.survival.SurvivalCurve;
import io.revops.metric.Explanation;
import io.revops.metric.Ratio;
import io.revops.metric.Unit;
import io.revops.report.Cell;
import io.revops.report.Column;
import io.revops.report.Section;
import io.revops.report.Table;
import io.revops.report.chart.Frame;
import io.revops.report.chart.LineChart;
import io.revops.report.chart.Tone;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The section {@code survival}: how many accounts of each segment are still there after each time, with 95 % intervals, how long the
 * middle one stays, and whether segments differ. The segments are the strata of the lifetimes.
 */
public final class SurvivalSection {
    private static final double LEVEL = 0.95;
    private static final ConfidenceBand BAND = ConfidenceBand.LOG_LOG;
    private static final int MOST_ROWS = 20;
    private static final List<Tone> TONES = List.of(Tone.BLUE, Tone.RUST, Tone.TEAL, Tone.AMBER);

    private SurvivalSection() {}

    /** The section of lifetimes; an account that had begun before it was seen enters late. */
    public static Section of(Lifetimes lifetimes) {
        if (lifetimes.size() == 0) {
            return new Section(
                    "survival",
                    "How long accounts stay",
                    List.of("There is no lifetime to learn from. Maybe a longer history, or another segment."),
                    List.of(),
                    List.of());
        }
        SortedMap<String, SurvivalCurve> curves = KaplanMeier.byStratum(lifetimes);
        SortedMap<String, Lifetimes> groups = lifetimes.byStratum();
        List<String> drawn = groups.entrySet().stream()
                .sorted(Comparator.comparing(
                        (Map.Entry<String, Lifetimes> e) -> -e.getValue().size()))
                .limit(TONES.size())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        Table table = curves(lifetimes, curves, drawn);
        LineChart chart = LineChart.of(Frame.of("curves", "Still there, by segment", "curves", "time")
                .withNote("The bands are 95 % intervals of each point, not of the whole curve."));
        for (int i = 0; i < drawn.size(); i++) {
            chart = chart.withBand("low" + i, "high" + i, title(drawn.get(i)) + ", 95 %", TONES.get(i));
        }
        for (int i = 0; i < drawn.size(); i++) {
            chart = chart.with("share" + i, TONES.get(i));
        }
        return new Section(
                "survival",
                "How long accounts stay",
                List.of(),
                List.of(table, segments(lifetimes, groups, curves)),
                List.of(how(lifetimes, groups)),
                List.of(chart));
    }

    private static String title(String stratum) {
        return stratum.isEmpty() ? "all" : stratum;
    }

    private static Table curves(Lifetimes lifetimes, SortedMap<String, SurvivalCurve> curves, List<String> drawn) {
        List<Column> columns =
                new ArrayList<>(List.of(Column.words("time", lifetimes.scale().toString())));
        double last = 0;
        for (int i = 0; i < drawn.size(); i++) {
            String name = title(drawn.get(i));
            columns.add(Column.numbers("share" + i, name, "ratio"));
            columns.add(Column.numbers("low" + i, name + ", low", "ratio"));
            columns.add(Column.numbers("high" + i, name + ", high", "ratio"));
            last = Math.max(
                    last, Objects.requireNonNull(curves.get(drawn.get(i))).observedTo());
        }
        int step = (int) Math.max(1, Math.ceil(last / MOST_ROWS));
        List<List<Cell>> rows = new ArrayList<>();
        for (int time = 0; time <= last; time += step) {
            List<Cell> row = new ArrayList<>(List.of(Cell.text(Integer.toString(time))));
            for (String name : drawn) {
                SurvivalCurve curve = Objects.requireNonNull(curves.get(name));
                boolean isSeen = time <= curve.observedTo();
                Optional<Interval> interval = isSeen ? curve.interval(time, LEVEL, BAND) : Optional.empty();
                row.add(isSeen ? Cells.share(curve.at(time)) : Cell.text(""));
                row.add(interval.map(i -> Cells.share(i.low())).orElseGet(() -> Cell.text("")));
                row.add(interval.map(i -> Cells.share(i.high())).orElseGet(() -> Cell.text("")));
            }
            rows.add(row);
        }
        int others = curves.size() - drawn.size();
        List<String> notes = new ArrayList<>();
        notes.add("A curve ends where nobody was seen any longer. Nothing is known beyond it.");
        if (others > 0) {
            notes.add(
                    "The " + drawn.size() + " largest segments are drawn; " + others + " more are in the table below.");
        }
        return new Table("curves", "Share still there", columns, rows, notes);
    }

    private static Table segments(
            Lifetimes lifetimes, SortedMap<String, Lifetimes> groups, SortedMap<String, SurvivalCurve> curves) {
        List<List<Cell>> rows = new ArrayList<>();
        groups.forEach(
                (name, group) -> rows.add(segment(title(name), group, Objects.requireNonNull(curves.get(name)))));
        int totals = 0;
        if (groups.size() > 1) {
            Lifetimes all = lifetimes.unstratified();
            rows.add(segment("all", all, KaplanMeier.of(all).orElseThrow()));
            totals = 1;
        }
        String unit = lifetimes.scale().toString();
        return new Table(
                        "segments",
                        "Segments",
                        List.of(
                                Column.words("segment", "segment"),
                                Column.numbers("accounts", "accounts", "accounts"),
                                Column.numbers("ended", "left", "accounts"),
                                Column.numbers("seen_to", "seen up to", unit),
                                Column.numbers("median", "half are gone after", unit),
                                Column.words("median_interval", "95 % interval"),
                                Column.numbers("at_end", "still there at the end", "ratio"),
                                Column.words("at_end_interval", "95 % interval of it")),
                        rows,
                        List.of("Where half are not gone by the end of what was seen, when they will be is not known."))
                .withTotals(totals);
    }

    private static List<Cell> segment(String name, Lifetimes group, SurvivalCurve curve) {
        OptionalDouble median = curve.median();
        QuantileInterval between = curve.quantileInterval(0.5, LEVEL, BAND);
        double to = curve.observedTo();
        return List.of(
                Cell.text(name),
                Cell.count(group.size()),
                Cell.count(group.ended()),
                time(to),
                median.isPresent() ? time(median.getAsDouble()) : Cell.text("not reached"),
                Cell.text(shown(between.low()) + " to " + shown(between.high())),
                Cells.share(curve.at(to)),
                Cell.text(curve.interval(to, LEVEL, BAND)
                        .map(i -> Unit.PERCENT.print(new Ratio(i.low())) + " to "
                                + Unit.PERCENT.print(new Ratio(i.high())))
                        .orElse("")));
    }

    private static String shown(OptionalDouble time) {
        return time.isPresent() ? time(time.getAsDouble()).printed() : "not reached";
    }

    private static Cell time(double time) {
        BigDecimal exact = BigDecimal.valueOf(time);
        return Cell.number(exact.setScale(1, RoundingMode.HALF_EVEN).toPlainString(), exact);
    }

    private static Explanation how(Lifetimes lifetimes, SortedMap<String, Lifetimes> groups) {
        List<String> tests = new ArrayList<>();
        if (groups.size() > 1 && lifetimes.rows().stream().allMatch(r -> r.weight() == 1)) {
            LogRank test = LogRank.between(new TreeMap<>(groups));
            tests.add("log-rank: chi-squared " + decimal(test.statistic(), 2) + " on " + test.degrees()
                    + " degrees of freedom, p = " + decimal(test.pValue(), 4));
            test.groups()
                    .forEach(g -> tests.add(title(g.name()) + ": " + decimal(g.ended(), 0) + " left, "
                            + decimal(g.expected(), 1) + " would have at the rate of all"));
        }
        List<String> leftOut =
                lifetimes.problems().stream().limit(3).map(Object::toString).toList();
        return new Explanation(
                lifetimes.toString(),
                "S(t) = product over times up to t of 1 - left / at risk (Kaplan and Meier 1958); intervals by Greenwood's"
                        + " variance, symmetric on the scale of log(-log S)",
                tests,
                List.of("an account that began before it was seen counts from when it was seen"),
                leftOut,
                List.of(
                        "still there: last seen on " + lifetimes.asOf() + ", and would have gone on like the others",
                        "several causes: this is leaving for any; one minus it overstates each"));
    }

    private static String decimal(double number, int digits) {
        return new BigDecimal(number).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
    }
}
