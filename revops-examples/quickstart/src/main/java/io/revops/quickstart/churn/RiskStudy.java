package io.revops.quickstart.churn;

import io.revops.book.RevenueBook;
import io.revops.forecast.History;
import io.revops.forecast.RefusalCode;
import io.revops.forecast.Refused;
import io.revops.forecast.Ridge;
import io.revops.forecast.Simulation;
import io.revops.forecast.Threads;
import io.revops.forecast.Training;
import io.revops.forecast.churn.AccountLifetimes;
import io.revops.forecast.churn.ChurnFeatures;
import io.revops.forecast.churn.ChurnHazard;
import io.revops.forecast.churn.ChurnLabel;
import io.revops.forecast.churn.ChurnModel;
import io.revops.forecast.churn.ChurnPropensity;
import io.revops.forecast.churn.ChurnRows;
import io.revops.forecast.churn.Exposure;
import io.revops.forecast.churn.FeatureRow;
import io.revops.forecast.churn.FeatureSet;
import io.revops.forecast.churn.FeatureTable;
import io.revops.forecast.churn.HazardModel;
import io.revops.forecast.churn.RevenueAtRisk;
import io.revops.forecast.churn.RiskScores;
import io.revops.forecast.survival.Lifetimes;
import io.revops.forecast.survival.TimeScale;
import io.revops.health.Customer;
import io.revops.health.Customers;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.money.RunRate;
import io.revops.quickstart.Progress;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was found out about who may leave.
 *
 * @param asOf the last day that was seen
 * @param set the features that were read
 * @param rows accounts as of earlier days, with what came of them
 * @param training the model, or why there is none
 * @param today the accounts of the as-of date
 * @param scores of them
 * @param hazards of the twelve months ahead, or why there are none
 * @param revenue at risk within the horizon, if there are hazards and amounts in one currency
 * @param currency of the amounts
 * @param lifetimes by segment
 * @param customers as of the day
 * @param measured how methods did on later days than they learnt from
 * @param health how customers were month by month
 */
record RiskStudy(
        LocalDate asOf,
        FeatureSet set,
        ChurnRows rows,
        Training<ChurnModel> training,
        FeatureTable today,
        RiskScores scores,
        Training<HazardModel> hazards,
        Optional<RevenueAtRisk> revenue,
        String currency,
        Lifetimes lifetimes,
        Customers customers,
        RollingOrigin measured,
        HealthStudy health) {
    private static final int MONTHS_AHEAD = 12;
    private static final double DAYS_A_MONTH = 365.25 / 12;
    private static final int WORLDS = 2_000;

    static RiskStudy of(RevenueBook book, LocalDate asOf, RiskAsked asked, Progress progress) {
        RevenuePolicy policy = asked.policy();
        Span span = Span.of(asked.from(asOf), asOf.plusDays(1));
        RevenueView view = History.of(RevenueView.of(book, policy, span)).view().orElseThrow();
        if (view.book().subscriptions().isEmpty() && !book.subscriptions().isEmpty()) {
            throw new IllegalArgumentException(
                    "Nothing is known of any subscription by " + asOf + ". Maybe a later day with --as-of.");
        }
        Threads workers = Threads.of(Runtime.getRuntime().availableProcessors());
        progress.now("reading features");
        FeatureSet set = known(asked, view, asOf);
        ChurnLabel label = ChurnLabel.within(asked.horizon());
        ChurnRows rows = set.from(view).with(workers).rows(label);
        FeatureTable today = set.asOf(view, asOf);
        progress.now("learning who leaves");
        ChurnPropensity propensity = ChurnPropensity.of(label);
        RollingOrigin origin = RollingOrigin.of(rows, propensity, workers);
        Training<ChurnModel> training = propensity.learn(rows);
        progress.now("learning when they leave");
        Training<HazardModel> hazards = hazards(set, view, rows, workers);
        Customers customers = Customers.asOf(view.book(), policy, asOf);
        progress.now("scoring health");
        HealthStudy health = HealthStudy.of(view, asOf, asked.horizon());
        return new RiskStudy(
                asOf,
                set,
                rows,
                training,
                today,
                propensity.score(training, today),
                hazards,
                revenue(hazards, today, customers, asked),
                currency(customers),
                AccountLifetimes.of(view, TimeScale.MONTH, asked.segment()),
                customers,
                origin.beside(health),
                health);
    }

    /** Those that were asked for, or all that have a value for anybody: a column of nothing tells nothing. */
    private static FeatureSet known(RiskAsked asked, RevenueView view, LocalDate asOf) {
        FeatureSet standard = ChurnFeatures.standard();
        if (asked.features().isPresent()) {
            return asked.features().get();
        }
        List<FeatureRow> rows = standard.asOf(view, asOf).rows();
        String[] unknown = standard.names().stream()
                .filter(name -> rows.stream().allMatch(row -> row.value(name).isEmpty()))
                .toArray(String[]::new);
        return unknown.length == standard.size()
                ? standard
                : standard.without(unknown).named("known", "1");
    }

    /** From quarters' ends, a year ahead: whoever left by then, and for which cause. */
    private static Training<HazardModel> hazards(FeatureSet set, RevenueView view, ChurnRows seen, Threads workers) {
        List<LocalDate> days = new ArrayList<>();
        LocalDate last = view.span().to().minusDays(1);
        LocalDate first = seen.size() == 0 ? last : seen.row(0).asOf(); // before it nobody was there
        LocalDate day = Cadence.QUARTER.next(first).minusDays(1);
        for (;
                !day.plusDays(365).isAfter(last);
                day = Cadence.QUARTER.next(day.plusDays(1)).minusDays(1)) {
            days.add(day);
        }
        if (days.isEmpty()) {
            return new Refused<>(
                    RefusalCode.HISTORY_TOO_SHORT,
                    "Of no quarter's end from " + view.span().from() + " on is it known by " + last
                            + " who left within a year.",
                    Optional.empty(),
                    "a longer history, with an earlier --from");
        }
        ChurnHazard ahead = ChurnHazard.ahead(MONTHS_AHEAD, TimeScale.MONTH).with(Ridge.of(10));
        ChurnRows rows = set.from(view).with(workers).rows(ChurnLabel.within(365), days);
        return ahead.learn(rows);
    }

    private static Optional<RevenueAtRisk> revenue(
            Training<HazardModel> hazards, FeatureTable today, Customers customers, RiskAsked asked) {
        if (hazards instanceof Refused<HazardModel>) {
            return Optional.empty();
        }
        List<Exposure> exposures = new ArrayList<>();
        for (Customer customer : customers.all()) {
            Optional<RunRate> arr = customer.arr().value();
            if (arr.isEmpty()) {
                return Optional.empty();
            }
            exposures.add(new Exposure(
                    customer.id().value(),
                    arr.get().perMonth(RoundingMode.HALF_EVEN).amount().doubleValue(),
                    customer.value(asked.segment())));
        }
        int periods = (int) Math.min(MONTHS_AHEAD, Math.max(1, Math.round(asked.horizon() / DAYS_A_MONTH)));
        return Optional.of(
                RevenueAtRisk.of(hazards.orElseThrow(), today, exposures, periods, Simulation.of(1, WORLDS)));
    }

    private static String currency(Customers customers) {
        return customers.arr().value().map(r -> r.currency().getCurrencyCode()).orElse("money");
    }

    /** What a reader calls an account. */
    String name(String account) {
        return customers.all().stream()
                .filter(c -> c.id().value().equals(account))
                .map(Customer::name)
                .findFirst()
                .orElse(account);
    }
}
