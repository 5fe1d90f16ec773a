package io.revops.metric;

import static io.revops.catalog.Metrics.ACTIVE_CUSTOMERS;
import static io.revops.catalog.Metrics.GROSS_REVENUE_RETENTION;
import static io.revops.catalog.Metrics.MRR;
import static io.revops.catalog.Metrics.NET_REVENUE_RETENTION;
import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.BillingInterval;
import io.revops.book.Ending;
import io.revops.book.ItemChange;
import io.revops.book.Price;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.ledger.Grain;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.money.Money;
import io.revops.time.Moment;
import io.revops.time.Span;
import org.junit.jupiter.api.Test;

/** What metrics make of the grain of a policy (T51): one customer whose first subscription is replaced by a dearer one. */
class GrainTest {
    private static RevenueView view(Grain grain) {
        return RevenueView.of(
                RevenueBook.of(
                        subscription("sub1", Moment.of(2024, 5, 1), 100)
                                .endings(Ending.builder("end", Moment.of(2025, 3, 1))
                                        .build())
                                .build(),
                        subscription("sub2", Moment.of(2025, 3, 1), 150).build()),
                RevenuePolicy.standard().with(grain),
                Span.year(2025));
    }

    private static Subscription.Builder subscription(String id, Moment from, long amount) {
        return Subscription.builder(id, "acme")
                .items(ItemChange.builder(id + "-1", from, "plan")
                        .price(Price.perUnit(Money.of(amount, "USD"), BillingInterval.MONTHLY))
                        .build());
    }

    @Test
    void anAccountKeepsWhatItsSubscriptionsExchange() {
        assertThat(GROSS_REVENUE_RETENTION
                        .measure(view(Grain.ACCOUNT))
                        .reading()
                        .toString())
                .isEqualTo("1.0");
        assertThat(NET_REVENUE_RETENTION.measure(view(Grain.ACCOUNT)).reading().toString())
                .isEqualTo("1.5");
    }

    @Test
    void aSubscriptionThatIsReplacedIsLost() {
        assertThat(GROSS_REVENUE_RETENTION
                        .measure(view(Grain.SUBSCRIPTION))
                        .reading()
                        .toString())
                .isEqualTo("0.0");
    }

    @Test
    void totalsAndLogosDoNotDependOnIt() {
        for (Grain grain : Grain.values()) {
            assertThat(MRR.measure(view(grain)).toString())
                    .isEqualTo(MRR.measure(view(Grain.ACCOUNT)).toString());
            assertThat(ACTIVE_CUSTOMERS.measure(view(grain)).reading().toString())
                    .isEqualTo(ACTIVE_CUSTOMERS
                            .measure(view(Grain.ACCOUNT))
                            .reading()
                            .toString());
        }
    }
}
