package io.revops.metric.cohort;

import io.revops.ledger.RevenueView;
import io.revops.ledger.Valuation;
import io.revops.metric.Adds;
import io.revops.metric.Better;
import io.revops.metric.MetricDefinition;
import io.revops.metric.Ratio;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import io.revops.metric.Unit;
import io.revops.money.RunRate;
import io.revops.time.Cadence;
import java.math.BigInteger;
import java.util.Currency;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is measured of the accounts that began in the same month, quarter or year, at each age: how many there are, what they
 * are worth, or which share of either is left.
 *
 * <p>An account begins when it is worth something for the first time, at that instant, whatever the basis: who came and left
 * inside a month is in the cohort, and lost. The triangle stands as of the close of the view's span, with every cohort since
 * the first.
 *
 * @param <V> the type of a cell
 */
public final class CohortMetric<V> {
    /** What the sums of a cell are concluded to. */
    interface Conclusion<V> {
        Reading<V> of(BigInteger began, BigInteger left, @Nullable Currency currency);
    }

    private final MetricDefinition definition;
    private final Function<RevenueView, Valuation> valuation;
    private final Conclusion<V> conclusion;
    private final Cadence cadence;
    private final CohortAge age;

    private CohortMetric(
            MetricDefinition definition,
            Function<RevenueView, Valuation> valuation,
            Conclusion<V> conclusion,
            Cadence cadence,
            CohortAge age) {
        this.definition = definition;
        this.valuation = valuation;
        this.conclusion = conclusion;
        this.cadence = cadence;
        this.age = age;
    }

    /** How many accounts of each cohort are active at each age. */
    public static CohortMetric<Long> accounts() {
        return monthly(
                define("cohort.accounts", "Accounts by cohort", "accounts active at the age", Unit.ACCOUNTS)
                        .adds(Adds.SUM, Adds.NONE),
                view -> Valuation.counting(),
                (began, left, currency) -> Reading.known(left.longValueExact()));
    }

    /** What each cohort is worth at each age, at the closing rates of that period. */
    public static CohortMetric<RunRate> mrr() {
        return monthly(
                define("cohort.mrr", "MRR by cohort", "closing at the age", Unit.MONEY_PER_MONTH)
                        .adds(Adds.SUM, Adds.SUM),
                view -> Valuation.closing(view.ledger()),
                (began, left, currency) ->
                        Reading.known(RunRate.ofMicrosPerYear(left, Objects.requireNonNull(currency))));
    }

    /** Which share of the accounts that began is active at each age. */
    public static CohortMetric<Ratio> logoRetention() {
        return monthly(
                define(
                                "cohort.retention.logo",
                                "Logo retention by cohort",
                                "accounts active at the age / accounts that began",
                                Unit.PERCENT)
                        .adds(Adds.RATIO_OF_SUMS, Adds.NONE),
                view -> Valuation.counting(),
                (began, left, currency) -> began.signum() == 0
                        ? Reading.undefined(
                                UndefinedCode.NO_ACCOUNTS, "No account began then, so none could be retained.")
                        : Reading.known(Ratio.of(left, began)));
    }

    /**
     * What each cohort is worth at each age, over what its accounts were worth when they began: both at the exchange rates of
     * the span's close, so that a rate's change is neither retained nor lost.
     */
    public static CohortMetric<Ratio> revenueRetention() {
        return monthly(
                define(
                                "cohort.retention.revenue",
                                "Revenue retention by cohort",
                                "closing at the age / new, when the accounts began",
                                Unit.PERCENT)
                        .adds(Adds.RATIO_OF_SUMS, Adds.RATIO_OF_SUMS),
                view -> Valuation.atClosing(view.ledger(), view.span()),
                (began, left, currency) -> began.signum() == 0
                        ? Reading.undefined(
                                UndefinedCode.OPENING_ZERO, "Nothing began then, so nothing could be retained.")
                        : Reading.known(Ratio.of(left, began)));
    }

    private static MetricDefinition.Builder define(String id, String title, String formula, Unit unit) {
        return MetricDefinition.of(id, title, formula, unit)
                .better(Better.UP)
                .movedBy("reporting zone", "exchange rates", "trial", "free account", "churn timing")
                .edges(
                        "a period that is not over at the close of the span: undefined",
                        "an amount whose rate is missing, in any period: no cell at all; accounts need no rate",
                        "an account that comes back stays in its first cohort, and is active again",
                        "a total is that of the cohorts that have reached the age",
                        "a segment of accounts holds those that were in it at the close of the period in which they began; a "
                                + "product bought later counts with its account's cohort")
                .reference("Cohorts by the month of the first payment, as ChartMogul and SaaSGrid show them");
    }

    private static <V> CohortMetric<V> monthly(
            MetricDefinition.Builder definition, Function<RevenueView, Valuation> valuation, Conclusion<V> conclusion) {
        return new CohortMetric<>(definition.build(), valuation, conclusion, Cadence.MONTH, CohortAge.CALENDAR);
    }

    /**
     * The same with cohorts and ages of another length; months unless set.
     *
     * @param length month, quarter or year
     */
    public CohortMetric<V> with(Cadence length) {
        if (length.compareTo(Cadence.MONTH) < 0) {
            throw new IllegalArgumentException(
                    "There are no cohorts of a " + length + ". Maybe MONTH, QUARTER or YEAR.");
        }
        return new CohortMetric<>(definition, valuation, conclusion, length, age);
    }

    /** The same with another age; by the calendar unless set. */
    public CohortMetric<V> with(CohortAge other) {
        return new CohortMetric<>(definition, valuation, conclusion, cadence, Objects.requireNonNull(other, "other"));
    }

    public MetricDefinition definition() {
        return definition;
    }

    /** How long a cohort and an age are. */
    public Cadence cadence() {
        return cadence;
    }

    public CohortAge age() {
        return age;
    }

    /** The triangle as of the close of the view's span. */
    public Triangle<V> measure(RevenueView view) {
        return Triangle.of(this, view);
    }

    Valuation valuation(RevenueView view) {
        return valuation.apply(view);
    }

    Reading<V> conclude(BigInteger began, BigInteger left, @Nullable Currency currency) {
        return conclusion.of(began, left, currency);
    }

    /** Title and formula. */
    @Override
    public String toString() {
        return definition.toString();
    }
}
