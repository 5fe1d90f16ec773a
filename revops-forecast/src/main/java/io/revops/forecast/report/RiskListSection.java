package io.revops.forecast.report;

import io.revops.forecast.churn.AccountAtRisk;
import io.revops.forecast.churn.ChurnCurve;
import io.revops.forecast.churn.RevenueAtRisk;
import io.revops.forecast.churn.RiskBand;
import io.revops.forecast.churn.RiskBands;
import io.revops.forecast.churn.RiskReason;
import io.revops.forecast.churn.RiskScore;
import io.revops.forecast.churn.RiskScores;
import io.revops.metric.Explanation;
import io.revops.metric.Undefined;
import io.revops.report.Cell;
import io.revops.report.Column;
import io.revops.report.Section;
import io.revops.report.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The section {@code risk}: the accounts that are most likely to leave, what each is worth, when it is expected to go, and what its score
 * is associated with, in words; and the same reasons added up over all accounts.
 */
public final class RiskListSection {
    private static final int SHOWN = 15;
    private static final int REASONS = 3;
    private static final int FEATURES = 10;

    private final RiskScores scores;
    private final Function<String, String> names;
    private final Optional<RevenueAtRisk> revenue;
    private final String currency;
    private final Map<String, ChurnCurve> curves;
    private final Optional<LocalDate> asOf;
    private final Map<String, String> health;
    private final int shown;

    private RiskListSection(
            RiskScores scores,
            Function<String, String> names,
            Optional<RevenueAtRisk> revenue,
            String currency,
            Map<String, ChurnCurve> curves,
            Optional<LocalDate> asOf,
            Map<String, String> health,
            int shown) {
        this.scores = scores;
        this.names = names;
        this.revenue = revenue;
        this.currency = currency;
        this.curves = Map.copyOf(curves);
        this.asOf = asOf;
        this.health = Map.copyOf(health);
        this.shown = shown;
    }

    /** Of scores, with ids for names and nothing else known. */
    public static RiskListSection of(RiskScores scores) {
        return new RiskListSection(
                Objects.requireNonNull(scores, "scores"),
                id -> id,
                Optional.empty(),
                "",
                Map.of(),
                Optional.empty(),
                Map.of(),
                SHOWN);
    }

    /** The same with names for accounts. */
    public RiskListSection named(Function<String, String> option) {
        return new RiskListSection(scores, option, revenue, currency, curves, asOf, health, shown);
    }

    /** The same with what is at stake, in a currency. */
    public RiskListSection with(RevenueAtRisk option, String code) {
        return new RiskListSection(scores, names, Optional.of(option), code, curves, asOf, health, shown);
    }

    /** The same with how likely each account is to be gone later on, seen from a day, and when it is as likely to be gone as not. */
    public RiskListSection with(Map<String, ChurnCurve> byAccount, LocalDate day) {
        return new RiskListSection(scores, names, revenue, currency, byAccount, Optional.of(day), health, shown);
    }

    /** The same with how a scorecard sees each account. */
    public RiskListSection beside(Map<String, String> option) {
        return new RiskListSection(scores, names, revenue, currency, curves, asOf, option, shown);
    }

    /** The same with so many accounts. */
    public RiskListSection first(int most) {
        return new RiskListSection(scores, names, revenue, currency, curves, asOf, health, most);
    }

    /** The section. */
    public Section section() {
        List<Table> tables = new ArrayList<>();
        List<String> text = new ArrayList<>();
        Optional<String> refused = scores.scores().stream()
                .filter(s -> !s.isScored() && s.agreedEnd().isEmpty())
                .map(s -> ((Undefined<?>) s.probability()).text())
                .findFirst();
        if (scores.model().isEmpty()) {
            text.add("No account is scored: " + refused.orElse("nobody is active.")
                    + " An account that is not scored is neither safe nor in danger.");
        } else {
            tables.add(list());
            tables.add(features());
        }
        if (!scores.leaving().isEmpty()) {
            tables.add(leaving());
        }
        return new Section("risk", "Who may leave", text, tables, List.of(how()));
    }

    private Table list() {
        RiskBands bands = RiskBands.around(scores.baseRate());
        Map<String, AccountAtRisk> atRisk = new HashMap<>();
        revenue.ifPresent(r -> r.accounts().forEach(a -> atRisk.put(a.exposure().account(), a)));
        List<List<Cell>> rows = new ArrayList<>();
        for (RiskScore score : scores.highest(shown)) {
            List<Cell> row = new ArrayList<>();
            row.add(Cell.text(names.apply(score.account())));
            row.add(Cells.share(score.probability().orElseThrow()));
            row.add(Cell.text(word(bands.of(score.probability()))));
            if (revenue.isPresent()) {
                Optional<AccountAtRisk> at = Optional.ofNullable(atRisk.get(score.account()));
                row.add(at.map(a -> Cells.amount(a.exposure().amount())).orElseGet(() -> Cell.text("")));
            }
            if (asOf.isPresent()) {
                row.addAll(later(score, asOf.get()));
            }
            if (!health.isEmpty()) {
                row.add(Cell.text(health.getOrDefault(score.account(), "unknown")));
            }
            row.add(Cell.text(
                    score.raising(REASONS).stream().map(RiskReason::words).collect(Collectors.joining("; "))));
            rows.add(row);
        }
        return new Table(
                "accounts",
                "The highest risks within " + scores.horizonDays() + " days",
                columns(),
                rows,
                notes(bands));
    }

    /** Who has asked to go: when, and what goes with it. */
    private Table leaving() {
        List<Column> columns =
                new ArrayList<>(List.of(Column.words("account", "account"), Column.words("end", "ends on")));
        Map<String, AccountAtRisk> atRisk = new HashMap<>();
        revenue.ifPresent(r -> {
            columns.add(Column.numbers("worth", "worth a month", currency));
            r.accounts().forEach(a -> atRisk.put(a.exposure().account(), a));
        });
        List<RiskScore> leaving = scores.leaving();
        List<List<Cell>> rows = new ArrayList<>();
        for (RiskScore score : leaving.subList(0, Math.min(shown, leaving.size()))) {
            List<Cell> row = new ArrayList<>(List.of(
                    Cell.text(names.apply(score.account())),
                    Cell.text(score.agreedEnd().orElseThrow().toString())));
            if (revenue.isPresent()) {
                row.add(Optional.ofNullable(atRisk.get(score.account()))
                        .map(a -> Cells.amount(a.exposure().amount()))
                        .orElseGet(() -> Cell.text("")));
            }
            rows.add(row);
        }
        List<String> notes = new ArrayList<>();
        if (leaving.size() > rows.size()) {
            notes.add(leaving.size() - rows.size() + " more end later.");
        }
        return new Table("leaving", "Have asked to go", columns, rows, notes);
    }

    private List<Cell> later(RiskScore score, LocalDate day) {
        ChurnCurve curve = curves.get(score.account());
        if (curve == null) {
            return List.of(Cell.text(""), Cell.text(""));
        }
        Outlook outlook = new Outlook(score.probability().orElseThrow(), scores.horizonDays(), curve);
        return List.of(
                Cells.share(outlook.gone(curve.periods())),
                Cell.text(outlook.half(day).map(LocalDate::toString).orElse("not in sight")));
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(
                Column.words("account", "account"),
                Column.numbers("probability", "leaves", "ratio"),
                Column.words("band", "risk")));
        if (revenue.isPresent()) {
            columns.add(Column.numbers("worth", "worth a month", currency));
        }
        if (asOf.isPresent()) {
            String far = curves.values().stream()
                    .findFirst()
                    .map(c -> "in " + c.periods() + " " + c.scale())
                    .orElse("later");
            columns.add(Column.numbers("later", far, "ratio"));
            columns.add(Column.words("end", "half gone by"));
        }
        if (!health.isEmpty()) {
            columns.add(Column.words("health", "health"));
        }
        columns.add(Column.words("reasons", "associated with"));
        return columns;
    }

    private List<String> notes(RiskBands bands) {
        List<String> notes = new ArrayList<>();
        Map<RiskBand, Long> counts = scores.count(bands);
        long leaving = scores.leaving().size();
        notes.add("High from " + Cells.share(bands.high()).printed() + ", medium from "
                + Cells.share(bands.medium()).printed() + " (four times and twice the rate of all): "
                + counts.get(RiskBand.HIGH) + " high, " + counts.get(RiskBand.MEDIUM) + " medium, "
                + counts.get(RiskBand.LOW) + " low, " + (counts.getOrDefault(RiskBand.UNSCORED, 0L) - leaving)
                + " not scored"
                + (leaving == 0 ? "" : ", " + leaving + " have asked to go") + ".");
        if (asOf.isPresent()) {
            notes.add("Beyond " + scores.horizonDays()
                    + " days: by the hazards of periods ahead, for accounts that are still there by"
                    + " then. Half gone by: when an account is as likely to be gone as to be there; most are likelier to stay for as"
                    + " far as anybody can see.");
        }
        notes.add(
                "Reasons are what the score is associated with, not what caused it. The highest risk is not the account that a"
                        + " call is most likely to keep.");
        return notes;
    }

    /** What moves the scores of all accounts, on average either way. */
    private Table features() {
        Map<String, List<Double>> contributions = new HashMap<>();
        for (RiskScore score : scores.scores()) {
            score.reasons()
                    .forEach(r -> contributions
                            .computeIfAbsent(r.feature(), f -> new ArrayList<>())
                            .add(r.contribution()));
        }
        List<List<Cell>> rows = contributions.entrySet().stream()
                .map(e -> Map.entry(
                        e.getKey(),
                        List.of(
                                e.getValue().stream()
                                        .mapToDouble(Math::abs)
                                        .average()
                                        .orElse(0),
                                e.getValue().stream().mapToDouble(c -> c).max().orElse(0),
                                e.getValue().stream().mapToDouble(c -> c).min().orElse(0))))
                .filter(e -> e.getValue().get(0) > 0)
                .sorted(Comparator.comparing((Map.Entry<String, List<Double>> e) ->
                                -e.getValue().get(0))
                        .thenComparing(Map.Entry::getKey))
                .limit(FEATURES)
                .map(e -> {
                    List<Cell> row = new ArrayList<>(List.of(Cell.text(e.getKey())));
                    e.getValue().forEach(c -> row.add(logOdds(c)));
                    return row;
                })
                .toList();
        return new Table(
                "features",
                "What moves the scores most",
                List.of(
                        Column.words("feature", "feature"),
                        Column.numbers("mean", "on average", "log-odds"),
                        Column.numbers("most", "raises at most", "log-odds"),
                        Column.numbers("least", "lowers at most", "log-odds")),
                rows,
                List.of("In log-odds, before calibration: 0.7 doubles the odds of leaving, -0.7 halves them."));
    }

    private Explanation how() {
        if (scores.model().isEmpty()) {
            return new Explanation(
                    scores.toString(),
                    "no model: no probability",
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of("the rate of all says nothing about one account, and one half would say something wrong"));
        }
        return new Explanation(
                scores.toString(),
                "log-odds of an account = base + the sum of what its features contribute; the probability is that after calibration",
                List.of(
                        "base " + logOdds(scores.base()).printed(),
                        "rate of all that was learnt from "
                                + Cells.share(scores.baseRate()).printed()),
                scores.model().stream().toList(),
                scores.highest(REASONS).stream()
                        .map(s -> names.apply(s.account()) + ": "
                                + s.top(2).stream().map(RiskReason::toString).collect(Collectors.joining("; ")))
                        .toList(),
                List.of(
                        "without a model: not scored, and never one half",
                        "asked to go already: its end instead of a score, for it needs no model and was not learnt from"));
    }

    private static Cell logOdds(double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        return Cell.number(exact.setScale(2, RoundingMode.HALF_EVEN).toPlainString(), exact);
    }

    private static String word(RiskBand band) {
        return band.name().toLowerCase(Locale.ROOT);
    }
}
