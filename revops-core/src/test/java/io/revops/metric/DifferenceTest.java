package io.revops.metric;

import static io.revops.catalog.Metrics.LOGO_CHURN;
import static io.revops.catalog.Metrics.MRR;
import static io.revops.catalog.Metrics.NET_REVENUE_RETENTION;
import static org.assertj.core.api.Assertions.assertThat;

import io.revops.ledger.RevenueView;
import io.revops.money.RunRate;
import io.revops.time.Span;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    private static RevenueView in(String currency) {
        return MonthlyBooks.start().pays("a", "x", "2024-01-01", "10", currency).during("2025");
    }

    @Test
    void amountsOfTwoCurrenciesAreNotSubtracted() {
        Difference<RunRate> change = MRR.measure(in("USD")).since(MRR.measure(in("EUR")));
        assertThat(change.change()).isInstanceOfSatisfying(Undefined.class, u -> {
            assertThat(u.code()).isEqualTo(UndefinedCode.MIXED_CURRENCY);
            assertThat(u.text()).contains("MRR, 2025: EUR 10.00").contains("Maybe");
        });
        assertThat(change.isBetter()).isEmpty();
        assertThat(change.toString()).isEqualTo("MRR, 2025: USD 10.00 (2025: EUR 10.00)");
    }

    @Test
    void ratiosOfTwoCurrenciesAre() {
        Difference<Ratio> change =
                NET_REVENUE_RETENTION.measure(in("USD")).since(NET_REVENUE_RETENTION.measure(in("EUR")));
        assertThat(change.change().orElseThrow()).isEqualByComparingTo("0");
    }

    @Test
    void whereOneIsUndefinedItsReasonIsGiven() {
        RevenueView view = in("USD");
        Difference<Ratio> change = LOGO_CHURN.measure(view).since(LOGO_CHURN.measure(view.during(Span.year(2023))));
        assertThat(change.change()).isEqualTo(change.earlier().reading());
        assertThat(change.isBetter()).isEmpty();
    }
}
