package io.revops.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.book.Account;
import io.revops.book.AccountId;
import io.revops.book.BillingInterval;
import io.revops.book.Dimension;
import io.revops.book.ItemChange;
import io.revops.book.PeriodRows;
import io.revops.book.PeriodRowsBuilder;
import io.revops.book.Price;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.book.SubscriptionId;
import io.revops.book.SubscriptionPeriod;
import io.revops.catalog.Metrics;
import io.revops.ledger.MrrLedger;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.money.Money;
import io.revops.money.RunRate;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A dimension of which nothing has a value is most often a mistyped one, and a table of one line does not say so. */
class UnknownDimensionTest {
    private static Breakdown<RunRate> by(Dimension dimension, Account... accounts) {
        RevenueBook.Builder book = RevenueBook.builder().add(accounts);
        for (Account account : accounts) {
            book.add(Subscription.builder("s" + account.id(), account.id().value())
                    .items(ItemChange.builder("1", Moment.of(2025, 1, 1), "seats")
                            .price(Price.flat(Money.of(10, "USD"), BillingInterval.MONTHLY))
                            .build())
                    .build());
        }
        return Metrics.MRR
                .measure(RevenueView.of(book.build(), RevenuePolicy.standard(), Span.year(2025)))
                .by(dimension);
    }

    @Test
    void itIsSaidTogetherWithTheAttributesThereAre() {
        Account acme = Account.builder("acme").attribute("industry", "Retail").build();
        Account beta = Account.builder("beta").attribute("region", "EU").build();

        assertThat(by(Dimension.attribute("indstry"), acme, beta))
                .asString()
                .endsWith("\n  Nothing here has a value of indstry. Maybe one of the attributes [industry, region].");
        assertThat(by(Dimension.attribute("indstry"), acme, beta).remark()).isPresent();
        assertThat(by(Dimension.INDUSTRY, acme, beta).remark()).isEmpty();
        assertThat(by(Dimension.INDUSTRY, acme, beta).segments()).containsOnlyKeys("Retail", Dimension.NOT_SET);
    }

    @Test
    void withoutAnyAttributeTheFactsAreMissing() {
        assertThat(by(Dimension.INDUSTRY, Account.builder("acme").build()).remark())
                .hasValue("Nothing here has a value of industry. Maybe load facts that have one.");
        assertThat(by(Dimension.INDUSTRY).remark()).isEmpty();
    }

    @Test
    void aLedgerWithoutABookHasNothingToLookIn() {
        PeriodRowsBuilder rows = PeriodRows.builder("rows");
        rows.add(
                1,
                new SubscriptionPeriod(
                        new SubscriptionId("s"),
                        new AccountId("a"),
                        LocalDate.of(2025, 1, 1),
                        Optional.empty(),
                        Money.of(10, "USD"),
                        Optional.empty(),
                        BigDecimal.ONE));
        MrrLedger ledger = MrrLedger.of(rows.build(), RevenuePolicy.standard());

        assertThat(Metrics.MRR
                        .measure(RevenueView.of(ledger, Span.year(2025)))
                        .by(Dimension.INDUSTRY)
                        .remark())
                .hasValueSatisfying(
                        remark -> assertThat(remark).endsWith("Maybe make it with RevenueView.of(book, ...)."));
    }

    @Test
    void aDimensionHasAName() {
        assertThatThrownBy(() -> Dimension.attribute(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe industry");
    }
}
