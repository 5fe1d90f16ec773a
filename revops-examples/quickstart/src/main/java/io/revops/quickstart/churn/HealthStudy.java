package io.revops.quickstart.churn;

import io.revops.forecast.churn.ChurnRows;
import io.revops.forecast.churn.ChurnTarget;
import io.revops.forecast.churn.FeatureRow;
import io.revops.forecast.report.OutOfSample;
import io.revops.health.ChurnHorizon;
import io.revops.health.Customer;
import io.revops.health.Customers;
import io.revops.health.HealthFactor;
import io.revops.health.HealthHistory;
import io.revops.health.HealthScore;
import io.revops.health.HealthScorecard;
import io.revops.health.Scale;
import io.revops.health.ScorecardBacktest;
import io.revops.ledger.RevenueView;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How customers were, month by month, by the standard scorecard, and whether that told who left.
 *
 * @param history of twelve months
 * @param backtest empty if of no month it is known yet who left
 */
record HealthStudy(HealthHistory history, Optional<ScorecardBacktest> backtest) {
    private static final int MONTHS = 12;

    static HealthStudy of(RevenueView view, LocalDate asOf, int horizonDays) {
        Span year = year(view, Cadence.MONTH.floor(asOf.plusDays(1)));
        HealthScorecard scorecard = scorecard(view, year.from());
        HealthHistory history = scorecard.history(view.book(), view.policy(), year);
        boolean isKnown = !history.days().get(0).plusDays(horizonDays).isAfter(asOf);
        return new HealthStudy(
                history,
                isKnown ? Optional.of(history.backtest(ChurnHorizon.ofDays(horizonDays), asOf)) : Optional.empty());
    }

    /** The twelve months before a day, without those by whose end no subscription was known. */
    private static Span year(RevenueView view, LocalDate to) {
        return Span.of(to.minusMonths(MONTHS), to).months().stream()
                .filter(month -> isAnybodyKnown(view, month.to().minusDays(1)))
                .findFirst()
                .map(month -> Span.of(month.from(), to))
                .orElseThrow(
                        () -> new IllegalArgumentException("No subscription was known at the end of any month before "
                                + to + ", so that there is no month to look at. Maybe a later day with --as-of."));
    }

    private static boolean isAnybodyKnown(RevenueView view, LocalDate day) {
        return !view.book().knownBy(day, view.policy().zone()).subscriptions().isEmpty();
    }

    /** The standard one, in which a customer uses enough that is active as often as the upper quarter of all was before. */
    private static HealthScorecard scorecard(RevenueView view, LocalDate before) {
        HealthScorecard standard = HealthScorecard.standard();
        if (!isAnybodyKnown(view, before)) {
            return standard;
        }
        HealthFactor usage = standard.factor("usage");
        List<Double> found = new ArrayList<>();
        for (Customer customer :
                Customers.asOf(view.book(), view.policy(), before).all()) {
            usage.find(customer).figure().ifPresent(found::add);
        }
        found.sort(Double::compare);
        double often = found.isEmpty() ? 0 : found.get(found.size() * 3 / 4);
        return often > 0 ? standard.replace(usage.on(Scale.rising(0, often))) : standard;
    }

    /** What the scorecard said of the rows from a day on, lower scores being likelier to leave. */
    OutOfSample ranking(ChurnRows rows, LocalDate from) {
        Map<String, Double> scores = new HashMap<>();
        for (LocalDate day : history.days()) {
            for (HealthScore score : history.at(day)) {
                score.score().value().ifPresent(s -> scores.put(score.account() + " " + day, s.doubleValue()));
            }
        }
        List<Double> labels = new ArrayList<>();
        List<Double> said = new ArrayList<>();
        List<LocalDate> days = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            FeatureRow row = rows.row(i);
            Double score = scores.get(row.account() + " " + row.asOf());
            if (!row.asOf().isBefore(from) && score != null) {
                labels.add(rows.outcome(i).is(ChurnTarget.CHURN) ? 1.0 : 0);
                said.add(-score);
                days.add(row.asOf());
            }
        }
        return OutOfSample.ranking(
                "health scorecard",
                labels.stream().mapToDouble(l -> l).toArray(),
                said.stream().mapToDouble(s -> s).toArray(),
                days);
    }

    /** How each customer is in the last month, in words. */
    Map<String, String> bands() {
        Map<String, String> bands = new HashMap<>();
        LocalDate last = history.days().get(history.days().size() - 1);
        for (HealthScore score : history.at(last)) {
            bands.put(score.account().value(), score.band().name().toLowerCase(Locale.ROOT));
        }
        return bands;
    }
}
