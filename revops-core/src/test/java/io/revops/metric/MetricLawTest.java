package io.revops.metric;

import static io.revops.catalog.Metrics.ARR;
import static io.revops.catalog.Metrics.CHURNED_MRR;
import static io.revops.catalog.Metrics.CHURNED_MRR_OF_UNKNOWN_CAUSE;
import static io.revops.catalog.Metrics.CHURN_BY_REASON;
import static io.revops.catalog.Metrics.CHURN_OF_UNKNOWN_CAUSE;
import static io.revops.catalog.Metrics.CONCENTRATION;
import static io.revops.catalog.Metrics.CONTRACTED_ARR;
import static io.revops.catalog.Metrics.EXPANSION_BY_CAUSE;
import static io.revops.catalog.Metrics.GROSS_MRR_CHURN;
import static io.revops.catalog.Metrics.GROSS_REVENUE_RETENTION;
import static io.revops.catalog.Metrics.INVOLUNTARY_CHURN;
import static io.revops.catalog.Metrics.INVOLUNTARY_CHURNED_MRR;
import static io.revops.catalog.Metrics.LIVE_ARR;
import static io.revops.catalog.Metrics.MRR_CHANGE;
import static io.revops.catalog.Metrics.NET_EXPANSION_RATE;
import static io.revops.catalog.Metrics.NET_REVENUE_RETENTION;
import static io.revops.catalog.Metrics.RENEWAL_RATE;
import static io.revops.catalog.Metrics.RENEWAL_RATE_BY_COUNT;
import static io.revops.catalog.Metrics.REVENUE_CHURN;
import static io.revops.catalog.Metrics.VOLUNTARY_CHURN;
import static io.revops.catalog.Metrics.VOLUNTARY_CHURNED_MRR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.revops.book.ChurnCause;
import io.revops.book.Dimension;
import io.revops.book.Fact;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.book.Term;
import io.revops.ledger.RandomBooks;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.metric.recurring.Bridge;
import io.revops.metric.recurring.Causes;
import io.revops.metric.recurring.TopN;
import io.revops.metric.recurring.TopShare;
import io.revops.metric.retention.ChurnReasons;
import io.revops.money.RunRate;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds between the metrics of any book: parts that add up, and shares that stay shares. */
class MetricLawTest {
    @Provide
    Arbitrary<RevenueBook> books() {
        return RandomBooks.books().map(MetricLawTest::told);
    }

    @Provide
    Arbitrary<RevenuePolicy> policies() {
        return RandomBooks.policies();
    }

    @Provide
    Arbitrary<Span> spans() {
        return Arbitraries.of("2024", "2025", "2024-Q3", "2024-05", "2024-02-10/2025-03-20", "2024-07-15/2024-07-15")
                .map(Span::parse);
    }

    /** The same book, with what contracts say beside: terms, signatures, causes and reasons, by the number of a subscription. */
    private static RevenueBook told(RevenueBook book) {
        RevenueBook.Builder told = RevenueBook.builder().rates(book.rates());
        for (Fact fact : (Iterable<Fact>) book.facts()::iterator) {
            told.add(fact instanceof Subscription subscription ? told(subscription) : fact);
        }
        return told.build();
    }

    private static Subscription told(Subscription subscription) {
        int number = Math.abs(subscription.id().value().hashCode() % 12);
        Subscription.Builder told = subscription.toBuilder()
                .term(number % 4 == 3 ? null : new Term(List.of(1, 3, 12).get(number % 3), Term.Renewal.AUTOMATIC, 0))
                .signed(number % 2 == 0 ? Moment.of(2024, 1, 20) : null)
                .goLive(number % 3 == 0 ? Moment.of(2024, 6, 15) : null);
        ChurnCause cause = number % 3 == 0 ? null : number % 3 == 1 ? ChurnCause.VOLUNTARY : ChurnCause.INVOLUNTARY;
        return told.onlyEndings(subscription.endings().stream()
                        .map(e -> e.toBuilder()
                                .cause(cause)
                                .reason(number % 4 == 0 ? null : "reason " + number % 4)
                                .build())
                        .toList())
                .build();
    }

    private static <V> Optional<V> value(Metric<V> metric, RevenueView view) {
        return metric.measure(view).value();
    }

    /** If it failed, a report would explain more growth, or less, than its own movement table shows. */
    @Property(tries = 150)
    void causesAreExpansionAndContraction(
            @ForAll("books") RevenueBook book, @ForAll("policies") RevenuePolicy policy, @ForAll("spans") Span span) {
        RevenueView view = RevenueView.of(book, policy, span);
        Optional<Causes> causes = value(EXPANSION_BY_CAUSE, view);
        Optional<Bridge> change = value(MRR_CHANGE, view);
        if (causes.isPresent() && change.isPresent()) {
            assertThat(causes.get().total())
                    .isEqualTo(change.get().expansion().plus(change.get().contraction()));
        }
        if (causes.isPresent()) {
            RunRate products = EXPANSION_BY_CAUSE.measure(view).by(Dimension.PRODUCT).segments().values().stream()
                    .map(m -> m.orElseThrow().total())
                    .reduce(RunRate.zero(causes.get().total().currency()), RunRate::plus);
            assertThat(products).isEqualTo(causes.get().total());
        }
    }

    /** If it failed, a company could renew more than came up, or less than nothing. */
    @Property(tries = 150)
    void renewalRateIsAShare(
            @ForAll("books") RevenueBook book, @ForAll("policies") RevenuePolicy policy, @ForAll("spans") Span span) {
        RevenueView view = RevenueView.of(book, policy, span);
        for (Metric<Ratio> metric : List.of(RENEWAL_RATE, RENEWAL_RATE_BY_COUNT)) {
            value(metric, view).ifPresent(rate -> assertThat(rate.value()).isBetween(0.0, 1.0));
            if (metric.measure(view).evidence().undefined().isEmpty()) {
                metric.measure(view)
                        .by(Dimension.PRODUCT)
                        .segments()
                        .values()
                        .forEach(m -> m.value()
                                .ifPresent(rate -> assertThat(rate.value()).isBetween(0.0, 1.0)));
            }
        }
    }

    /** If it failed, the shares of all accounts would not be the whole of what recurs. */
    @Property(tries = 100)
    void sharesOfAllAccountsAreTheWhole(
            @ForAll("books") RevenueBook book, @ForAll("policies") RevenuePolicy policy, @ForAll("spans") Span span) {
        RevenueView view = RevenueView.of(book, policy, span);
        Optional<Ratio> index = value(CONCENTRATION, view);
        if (index.isEmpty()) {
            return;
        }
        int accounts =
                CONCENTRATION.measure(view).evidence().top(1000, Part.CLOSING).size();
        assertThat(value(TopShare.of(TopN.of(accounts)), view).orElseThrow().value())
                .isEqualTo(1);
        double before = 0;
        double squares = 0;
        for (int n = 1; n <= accounts; n++) {
            double top = value(TopShare.of(TopN.of(n)), view).orElseThrow().value();
            assertThat(top).isGreaterThanOrEqualTo(before);
            squares += (top - before) * (top - before);
            before = top;
        }
        assertThat(index.get().value()).isEqualTo(squares, within(1e-12)).isBetween(1.0 / accounts - 1e-12, 1.0);
    }

    /** If it failed, what is lost would have a part that nobody accounts for, not even as unknown. */
    @Property(tries = 150)
    void causesAndReasonsOfChurnAreAllChurn(
            @ForAll("books") RevenueBook book, @ForAll("policies") RevenuePolicy policy, @ForAll("spans") Span span) {
        RevenueView view = RevenueView.of(book, policy, span);
        Optional<RunRate> churned = value(CHURNED_MRR, view);
        if (churned.isPresent()) {
            assertThat(value(VOLUNTARY_CHURNED_MRR, view)
                            .orElseThrow()
                            .plus(value(INVOLUNTARY_CHURNED_MRR, view).orElseThrow())
                            .plus(value(CHURNED_MRR_OF_UNKNOWN_CAUSE, view).orElseThrow()))
                    .isEqualTo(churned.get());
            RunRate reasons = value(CHURN_BY_REASON, view).stream()
                    .flatMap(r -> r.reasons().stream())
                    .map(ChurnReasons.Reason::churn)
                    .reduce(RunRate.zero(churned.get().currency()), RunRate::plus);
            assertThat(reasons).isEqualTo(churned.get());
            long accounts = value(CHURN_BY_REASON, view).stream()
                    .flatMap(r -> r.reasons().stream())
                    .mapToLong(ChurnReasons.Reason::accounts)
                    .sum();
            assertThat(accounts).isEqualTo(CHURNED_MRR.measure(view).evidence().total(Part.CHURNED_ACCOUNTS));
        }
        value(REVENUE_CHURN, view)
                .ifPresent(churn -> assertThat(value(VOLUNTARY_CHURN, view)
                                        .orElseThrow()
                                        .value()
                                + value(INVOLUNTARY_CHURN, view).orElseThrow().value()
                                + value(CHURN_OF_UNKNOWN_CAUSE, view)
                                        .orElseThrow()
                                        .value())
                        .isEqualTo(churn.value(), within(1e-12)));
    }

    /** If it failed, what is kept and what is lost would not be the opening. */
    @Property(tries = 100)
    void churnIsWhatRetentionLeaves(
            @ForAll("books") RevenueBook book, @ForAll("policies") RevenuePolicy policy, @ForAll("spans") Span span) {
        RevenueView view = RevenueView.of(book, policy, span);
        value(GROSS_REVENUE_RETENTION, view)
                .ifPresent(kept -> assertThat(
                                value(GROSS_MRR_CHURN, view).orElseThrow().value())
                        .isEqualTo(1 - kept.value(), within(1e-12))
                        .isBetween(0.0, 1.0));
        value(NET_REVENUE_RETENTION, view)
                .ifPresent(kept -> assertThat(
                                value(NET_EXPANSION_RATE, view).orElseThrow().value())
                        .isEqualTo(kept.value() - 1, within(1e-9 * Math.max(1, kept.value()))));
    }

    /** If it failed, contracted ARR could not be told from ARR, or a contract would be neither live nor not live. */
    @Property(tries = 150)
    void contractedIsWhatRecursAndWhatIsSignedLessWhatGoes(
            @ForAll("books") RevenueBook book, @ForAll("policies") RevenuePolicy policy, @ForAll("spans") Span span) {
        RevenueView view = RevenueView.of(book, policy, span);
        Measurement<RunRate> contracted = CONTRACTED_ARR.measure(view);
        if (contracted.value().isEmpty()) {
            return;
        }
        Evidence evidence = contracted.evidence();
        assertThat(evidence.total(Part.CLOSING)).isEqualTo(value(ARR, view).orElseThrow());
        assertThat(evidence.total(Part.SIGNED).signum()).isNotNegative();
        assertThat(evidence.total(Part.NOTIFIED_CHURN).signum()).isNotPositive();
        assertThat(evidence.total(Part.NOTIFIED_CONTRACTION).signum()).isNotPositive();
        assertThat(contracted.orElseThrow().signum()).isNotNegative();
        assertThat(value(LIVE_ARR, view).orElseThrow().plus(evidence.total(Part.NOT_LIVE)))
                .isEqualTo(contracted.orElseThrow());
    }
}
