package io.revops.report;

import static io.revops.report.SmallBook.exact;
import static io.revops.report.SmallBook.printed;
import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.ledger.ReportingCurrency;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.money.ExchangeRate;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BridgeSectionTest {
    private final Section bridge = BridgeSection.of(SmallBook.view());

    @Test
    void everyMonthLeadsFromItsOpeningToItsClosing() {
        Table mrr = bridge.tables().get(0);
        assertThat(mrr.title()).isEqualTo("MRR by month, in USD");
        assertThat(mrr.columns())
                .extracting(Column::key)
                .containsExactly(
                        "month",
                        "opening",
                        "new",
                        "expansion",
                        "contraction",
                        "churn",
                        "reactivation",
                        "fx",
                        "closing");
        assertThat(printed(mrr))
                .containsExactly(
                        "2025-01 | 266.67 | 0.00 | 0.00 | 0.00 | 0.00 | 40.00 | 0.00 | 306.67",
                        "2025-02 | 306.67 | 80.00 | 50.00 | 0.00 | 0.00 | 0.00 | 0.00 | 436.67",
                        "2025-03 | 436.67 | 0.00 | 0.00 | -30.00 | -166.67 | 0.00 | 0.00 | 240.00",
                        "total | 266.67 | 80.00 | 50.00 | -30.00 | -166.67 | 40.00 | 0.00 | 240.00");
    }

    @Test
    void amountsArePrintedPerMonthAndExactPerYear() {
        Table mrr = bridge.tables().get(0);
        assertThat(mrr.columns().get(1)).isEqualTo(new Column("opening", "opening", "USD/month", "USD/year"));
        assertThat(exact(mrr, 2)).containsExactly(null, "5240", "0", "0", "-360", "-2000", "0", "0", "2880");
        assertThat(exact(mrr, 3)).containsExactly(null, "3200", "960", "600", "-360", "-2000", "480", "0", "2880");
    }

    @Test
    void accountsAreCountedAndChurnIsNegative() {
        Table accounts = bridge.tables().get(1);
        assertThat(printed(accounts))
                .containsExactly(
                        "2025-01 | 2 | 0 | 1 | 0 | 3",
                        "2025-02 | 3 | 1 | 0 | 0 | 4",
                        "2025-03 | 4 | 0 | 0 | -1 | 3",
                        "total | 2 | 1 | 1 | -1 | 3");
        assertThat(exact(accounts, 3)).containsExactly(null, "2", "1", "1", "-1", "3");
    }

    @Test
    void theTotalTellsHowItWasConcluded() {
        assertThat(bridge.how()).hasSize(1);
        assertThat(bridge.how().get(0).headline()).startsWith("MRR movements, 2025-Q1: USD 266.67 + 80.00 new");
    }

    @Test
    void smallAmountsPrintCents() {
        assertThat(printed(flat("9999.99", "USD"))).last().asString().startsWith("total | 9,999.99 | 0.00");
    }

    @Test
    void largeAmountsPrintWholeUnits() {
        assertThat(printed(flat("10000", "USD"))).last().asString().startsWith("total | 10,000 | 0");
    }

    @Test
    void aCurrencyWithoutCentsPrintsNone() {
        assertThat(printed(flat("950", "JPY"))).last().asString().startsWith("total | 950 | 0");
    }

    @Test
    void whatExchangeRatesDidHasItsOwnColumn() {
        RevenueBook book = RevenueBook.builder()
                .add(paying("10", "EUR"))
                .add(ExchangeRate.of(LocalDate.of(2024, 12, 1), "EUR", "USD", "1.10"))
                .add(ExchangeRate.of(LocalDate.of(2025, 2, 28), "EUR", "USD", "1.25"))
                .build();
        RevenueView view =
                RevenueView.of(book, RevenuePolicy.standard().with(ReportingCurrency.of("USD")), SmallBook.SPAN);
        assertThat(printed(BridgeSection.of(view).tables().get(0)))
                .containsExactly(
                        "2025-01 | 11.00 | 0.00 | 0.00 | 0.00 | 0.00 | 0.00 | 0.00 | 11.00",
                        "2025-02 | 11.00 | 0.00 | 0.00 | 0.00 | 0.00 | 0.00 | 1.50 | 12.50",
                        "2025-03 | 12.50 | 0.00 | 0.00 | 0.00 | 0.00 | 0.00 | 0.00 | 12.50",
                        "total | 11.00 | 0.00 | 0.00 | 0.00 | 0.00 | 0.00 | 1.50 | 12.50");
    }

    @Test
    void withoutACurrencyThereIsNoTableButAReason() {
        RevenueView view = RevenueView.of(RevenueBook.empty(), RevenuePolicy.standard(), SmallBook.SPAN);
        Section section = BridgeSection.of(view);
        assertThat(section.tables()).isEmpty();
        assertThat(section.text()).singleElement().asString().startsWith("No subscription is worth anything");
    }

    private static Table flat(String perMonth, String currency) {
        RevenueBook book = RevenueBook.of(paying(perMonth, currency));
        return BridgeSection.of(RevenueView.of(book, RevenuePolicy.standard(), SmallBook.SPAN))
                .tables()
                .get(0);
    }

    private static Subscription paying(String perMonth, String currency) {
        return Subscription.builder("s", "a")
                .items(SmallBook.item("i", "2024-01-01", SmallBook.monthly(perMonth, currency)))
                .build();
    }
}
