package io.revops.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.catalog.Metrics;
import io.revops.ledger.Basis;
import io.revops.ledger.MrrLedger;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.metric.recurring.Bridge;
import io.revops.money.Money;
import io.revops.money.RunRate;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A span of no day is one instant: what recurs then is its opening and its closing, and nothing moves. */
class EmptySpanTest {
    private static final LocalDate DAY = LocalDate.of(2025, 3, 10);

    private static RevenueView at(Basis basis, LocalDate day) {
        MonthlyBooks books = MonthlyBooks.start()
                .pays("a", "2024-01-01", "100")
                .pays("a", "2025-03-10", "150")
                .pays("b", "2024-01-01", "20");
        return RevenueView.of(
                MrrLedger.of(books.book(), RevenuePolicy.standard().with(basis)), Span.of(day, day));
    }

    private static RunRate monthly(long amount) {
        return RunRate.perMonth(Money.of(amount, "USD"));
    }

    @Test
    void movementsOpenAndCloseWithWhatRecursThen() {
        for (Basis basis : Basis.values()) {
            for (Metric<Bridge> metric : List.<Metric<Bridge>>of(Metrics.MRR_MOVEMENTS, Metrics.MRR_CHANGE)) {
                Bridge before = metric.measure(at(basis, DAY)).orElseThrow();
                assertThat(before.opening()).isEqualTo(monthly(120)).isEqualTo(before.closing());
                assertThat(before.movements()).allMatch(RunRate::isZero);
                assertThat(before.activeAtOpening()).isEqualTo(2).isEqualTo(before.active());
                assertThat(metric.measure(at(basis, DAY.plusDays(1)))
                                .orElseThrow()
                                .opening())
                        .isEqualTo(monthly(170));
            }
        }
    }

    @Test
    void everythingIsRetainedAndNobodyIsLost() {
        RevenueView view = at(Basis.NET, DAY);
        for (Metric<Ratio> metric : List.of(
                Metrics.NET_REVENUE_RETENTION,
                Metrics.GROSS_REVENUE_RETENTION,
                Metrics.NET_REVENUE_RETENTION_FLOW,
                Metrics.GROSS_REVENUE_RETENTION_FLOW)) {
            assertThat(metric.measure(view).orElseThrow().value()).isEqualTo(1);
        }
        assertThat(Metrics.LOGO_CHURN.measure(view).orElseThrow().value()).isZero();
        assertThat(Metrics.MRR.measure(view).orElseThrow()).isEqualTo(monthly(120));
    }
}
