package io.revops.health;

import io.revops.book.AccountId;
import io.revops.book.RevenueBook;
import io.revops.ledger.MrrLedger;
import io.revops.ledger.RevenuePolicy;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How everybody was at the end of each month of a span, each month seen with what was known then. */
public final class HealthHistory {
    private final HealthScorecard scorecard;
    private final RevenueBook book;
    private final RevenuePolicy policy;
    private final Map<LocalDate, List<HealthScore>> months;
    private final Map<AccountId, HealthPath> paths;

    private HealthHistory(
            HealthScorecard scorecard,
            RevenueBook book,
            RevenuePolicy policy,
            Map<LocalDate, List<HealthScore>> months) {
        this.scorecard = scorecard;
        this.book = book;
        this.policy = policy;
        this.months = months;
        paths = paths(months);
    }

    private static Map<AccountId, HealthPath> paths(Map<LocalDate, List<HealthScore>> months) {
        Map<String, List<HealthScore>> byAccount = new TreeMap<>();
        months.values()
                .forEach(month -> month.forEach(score -> byAccount
                        .computeIfAbsent(score.account().value(), a -> new ArrayList<>())
                        .add(score)));
        Map<AccountId, HealthPath> paths = new LinkedHashMap<>();
        byAccount.forEach((account, scores) -> paths.put(new AccountId(account), new HealthPath(scores)));
        return paths;
    }

    static HealthHistory of(HealthScorecard scorecard, RevenueBook book, RevenuePolicy policy, Span span) {
        if (span.isEmpty()) {
            throw new IllegalArgumentException("The span " + span + " has no month. Maybe Span.year(2025).");
        }
        Map<LocalDate, List<HealthScore>> months = new LinkedHashMap<>();
        for (Span month : span.months()) {
            LocalDate day = month.to().minusDays(1);
            months.put(day, scorecard.score(Customers.asOf(book, policy, day)).all());
        }
        return new HealthHistory(scorecard, book, policy, months);
    }

    /** By what they were scored. */
    public HealthScorecard scorecard() {
        return scorecard;
    }

    /** The days, each the last of its month. */
    public List<LocalDate> days() {
        return new ArrayList<>(months.keySet());
    }

    /** The scores of a day, by account; empty if the day is none of {@link #days()}. */
    public List<HealthScore> at(LocalDate day) {
        return months.getOrDefault(day, List.of());
    }

    /** How many were in each band, month by month. */
    public List<HealthMix> mix() {
        return months.entrySet().stream()
                .map(month -> HealthMix.of(month.getKey(), month.getValue()))
                .toList();
    }

    /** The scores of everybody who was a customer in some month, by account. */
    public List<HealthPath> paths() {
        return List.copyOf(paths.values());
    }

    /**
     * The scores of an account.
     *
     * @throws IllegalArgumentException if it was a customer in no month
     */
    public HealthPath of(String account) {
        AccountId id = book.canonical(new AccountId(account));
        HealthPath path = paths.get(id);
        if (path == null) {
            throw new IllegalArgumentException(
                    "(" + account + ") was a customer in none of the months " + days() + ". Maybe an id of paths().");
        }
        return path;
    }

    /** Those who are still customers in the last month and whose score is declining, by the standard rule. */
    public List<HealthPath> declining() {
        return declining(TrendRule.STANDARD);
    }

    /** The same by a rule. */
    public List<HealthPath> declining(TrendRule rule) {
        LocalDate last = days().get(days().size() - 1);
        return paths().stream()
                .filter(path -> path.last().day().equals(last))
                .filter(path -> path.trend(rule)
                        .value()
                        .filter(HealthTrend::isDeclining)
                        .isPresent())
                .toList();
    }

    /**
     * What the scorecard is worth: who left within a horizon after each month, as the ledger of all facts says.
     *
     * @param knownUntil the last day of which it is known who left; months whose horizon ends later are left out
     * @throws IllegalArgumentException if no month is left
     */
    public ScorecardBacktest backtest(ChurnHorizon horizon, LocalDate knownUntil) {
        return ScorecardBacktest.of(this, MrrLedger.of(book, policy), horizon, knownUntil);
    }

    /** A line for each month. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Health over ")
                .append(Texts.count(months.size(), "month", "months"))
                .append(", ")
                .append(Texts.count(declining().size(), "customer declining", "customers declining"));
        mix().forEach(mix -> text.append("\n  ").append(mix));
        return text.toString();
    }
}
