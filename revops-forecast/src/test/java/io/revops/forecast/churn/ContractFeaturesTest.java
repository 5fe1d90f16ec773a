package io.revops.forecast.churn;

import static io.revops.forecast.churn.SmallBook.DAY;
import static io.revops.forecast.churn.SmallBook.acme;
import static io.revops.forecast.churn.SmallBook.at;
import static io.revops.forecast.churn.SmallBook.cancellation;
import static io.revops.forecast.churn.SmallBook.ending;
import static io.revops.forecast.churn.SmallBook.item;
import static io.revops.forecast.churn.SmallBook.row;
import static io.revops.forecast.churn.SmallBook.subscription;
import static io.revops.forecast.churn.SmallBook.value;
import static io.revops.forecast.churn.SmallBook.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.revops.book.BillingInterval;
import io.revops.book.Discount;
import io.revops.book.DiscountDuration;
import io.revops.book.ItemChange;
import io.revops.book.Price;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.book.Term;
import io.revops.ledger.ReportingCurrency;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.money.ExchangeRate;
import io.revops.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Worked by hand, as of 30 June 2025. */
class ContractFeaturesTest {
    @Test
    void tenureCountsFromTheFirstSubscriptionAndIsNotClipped() {
        assertThat(value("tenure", acme())).hasValue(180.0);
        Subscription first = Subscription.builder("old", "acme")
                .items(item("it", "2022-06-30", "1", 5))
                .endings(ending("2023-01-01"))
                .build();
        assertThat(value("tenure", acme(), first)).hasValue(365.0 * 3 + 1);
        assertThat(row("tenure", List.of(acme())).told()).containsExactly("a customer for 180 days");
    }

    private static Subscription yearly(String from, Term.Renewal renewal) {
        return subscription("acme", from).term(new Term(12, renewal, 0)).build();
    }

    @Test
    void renewalIsCountedFromTheAsOfDate() {
        assertThat(value("days_to_renewal", yearly("2024-07-01", Term.Renewal.AUTOMATIC)))
                .hasValue(1.0);
        assertThat(value("days_to_renewal", yearly("2024-06-30", Term.Renewal.AUTOMATIC)))
                .hasValue(365.0);
        assertThat(value("days_to_renewal", yearly("2025-01-01", Term.Renewal.AUTOMATIC)))
                .hasValue(185.0);
        assertThat(value("days_to_renewal", acme())).isEmpty();
        assertThat(value("term", yearly("2025-01-01", Term.Renewal.AUTOMATIC))).hasValue(12.0);
        assertThat(value("term", acme())).isEmpty();
        assertThat(value("renews_itself", yearly("2025-01-01", Term.Renewal.AUTOMATIC)))
                .hasValue(1.0);
        assertThat(value("renews_itself", yearly("2025-01-01", Term.Renewal.ON_REQUEST)))
                .hasValue(0.0);
        assertThat(value("renews_itself", acme())).isEmpty();
    }

    private static Discount.Builder percent(String from, int percent, DiscountDuration duration) {
        return Discount.builder("d" + percent, at(from), duration).percent(BigDecimal.valueOf(percent));
    }

    private static OptionalDouble discounted(Discount... discounts) {
        return value(
                "discount_share",
                subscription("acme", "2025-01-01").discounts(discounts).build());
    }

    @Test
    void discountsMultiplyAndAmountsComeOffTheBill() {
        assertThat(value("discount_share", acme())).hasValue(0.0);
        assertThat(discounted(percent("2025-01-01", 20, DiscountDuration.FOREVER)
                                .build())
                        .orElseThrow())
                .isCloseTo(0.2, within(1e-12));
        // 200 a month, 20 % off, then 40 off: 120 is left of 200
        assertThat(discounted(
                                percent("2025-01-01", 20, DiscountDuration.FOREVER)
                                        .build(),
                                Discount.builder("off", at("2025-03-01"), DiscountDuration.FOREVER)
                                        .amountOff(Money.of(BigDecimal.valueOf(40), "USD"))
                                        .build())
                        .orElseThrow())
                .isCloseTo(1 - 120 / 200.0, within(1e-12));
    }

    @Test
    void discountEndsWithItsMonthsItsBillOrItsEnd() {
        assertThat(discounted(percent("2025-03-30", 50, DiscountDuration.REPEATING)
                        .months(3)
                        .build()))
                .hasValue(0.0); // until 29 June
        assertThat(discounted(percent("2025-04-01", 50, DiscountDuration.REPEATING)
                        .months(3)
                        .build()))
                .hasValue(0.5); // until 30 June
        assertThat(discounted(percent("2025-06-15", 50, DiscountDuration.ONCE).build()))
                .hasValue(0.5);
        assertThat(discounted(percent("2025-05-15", 50, DiscountDuration.ONCE).build()))
                .hasValue(0.0);
        assertThat(discounted(percent("2025-01-01", 50, DiscountDuration.FOREVER)
                        .end(at("2025-06-30"))
                        .build()))
                .hasValue(0.0);
        assertThat(discounted(percent("2025-01-01", 50, DiscountDuration.FOREVER)
                        .end(at("2025-07-01"))
                        .build()))
                .hasValue(0.5);
    }

    @Test
    void seatsAreUnitsOfWhatIsSoldByUnit() {
        ItemChange flat = ItemChange.builder("flat", at("2025-01-01"), "platform")
                .quantity(BigDecimal.ONE)
                .price(Price.flat(Money.of(BigDecimal.valueOf(99), "USD"), BillingInterval.MONTHLY))
                .build();
        ItemChange more = ItemChange.builder("more", at("2025-06-30"), "seats")
                .quantity(BigDecimal.valueOf(14))
                .build();
        ItemChange later = ItemChange.builder("later", at("2025-07-01"), "seats")
                .quantity(BigDecimal.valueOf(30))
                .build();
        Subscription both =
                subscription("acme", "2025-01-01").items(flat, more, later).build();
        assertThat(value("seats", both)).hasValue(StrictMath.log1p(14));
        assertThat(value("items", both)).hasValue(2.0);
        assertThat(value("subscriptions", both)).hasValue(1.0);
        Subscription onlyFlat = Subscription.builder("s", "acme").items(flat).build();
        assertThat(value("seats", onlyFlat)).isEmpty();
    }

    private static final String YEAR = "2025-01-01";

    @Test
    void valueAndItsMovementsAreThoseOfTheLedger() {
        // 200 a month; 300 from 15 April; 180 from 1 June
        Subscription moved = subscription("acme", YEAR)
                .items(item("up", "2025-04-15", "15", 20), item("down", "2025-06-01", "9", 20))
                .build();
        assertThat(value("mrr", moved)).hasValue(StrictMath.log1p(180));
        assertThat(value("mrr_ratio_90d", moved)).hasValue(180 / 200.0);
        assertThat(value("mrr_expansion_90d", moved)).hasValue(100 / 200.0);
        assertThat(value("mrr_contraction_90d", moved)).hasValue(120 / 200.0);
        assertThat(row("mrr_contraction_90d", List.of(moved)).told())
                .containsExactly("cut by 60 % of its value in the last 90 days");
        assertThat(row("mrr_ratio_90d", List.of(moved)).told())
                .containsExactly("monthly value down 10 % against 90 days ago");
        assertThat(row("mrr", List.of(moved)).told()).containsExactly("worth 180 a month");
    }

    @Test
    void whoWasNotThereBeforeHasNoMovement() {
        Subscription young = subscription("acme", "2025-04-02").build();
        assertThat(value("mrr_ratio_90d", young)).isEmpty();
        assertThat(value("mrr_ratio_90d", subscription("acme", "2025-04-01").build()))
                .hasValue(1.0);
        assertThat(value("mrr_contraction_90d", young)).isEmpty();
    }

    @Test
    void anExchangeRateIsNoMovement() {
        Price euros = Price.perUnit(Money.of(BigDecimal.valueOf(10), "EUR"), BillingInterval.MONTHLY);
        Subscription subscription = Subscription.builder("s", "acme")
                .items(ItemChange.builder("i", at(YEAR), "seats")
                        .quantity(BigDecimal.TEN)
                        .price(euros)
                        .build())
                .build();
        RevenueBook.Builder book = RevenueBook.builder()
                .add(subscription)
                .add(ExchangeRate.of(SmallBook.day(YEAR), "EUR", "USD", "1.0"))
                .add(ExchangeRate.of(SmallBook.day("2025-05-31"), "EUR", "USD", "1.2"))
                .add(ExchangeRate.of(SmallBook.day("2025-07-31"), "EUR", "USD", "1.5"));
        RevenueView view = RevenueView.of(
                book.build(), RevenuePolicy.standard().with(ReportingCurrency.of("USD")), SmallBook.YEARS);
        FeatureRow row = ChurnFeatures.standard().asOf(view, DAY).of("acme");
        assertThat(row.value("mrr")).hasValue(StrictMath.log1p(120));
        assertThat(row.value("mrr_ratio_90d")).hasValue(1.0);
        assertThat(row.value("mrr_expansion_90d")).hasValue(0.0);
    }

    @Test
    void withoutOneCurrencyThereIsNoValueAndTheRestIsThere() {
        Price euros = Price.perUnit(Money.of(BigDecimal.valueOf(10), "EUR"), BillingInterval.MONTHLY);
        Subscription inEuros = Subscription.builder("s", "acme")
                .items(ItemChange.builder("i", at(YEAR), "seats")
                        .quantity(BigDecimal.TEN)
                        .price(euros)
                        .build())
                .build();
        FeatureRow row =
                ChurnFeatures.standard().asOf(view(acme(), inEuros), DAY).of("acme");
        assertThat(row.value("mrr")).isEmpty();
        assertThat(row.value("mrr_ratio_90d")).isEmpty();
        assertThat(row.value("mrr_contraction_90d")).isEmpty();
        assertThat(row.value("discount_share")).isEmpty();
        assertThat(row.value("seats")).hasValue(StrictMath.log1p(20));
    }

    @Test
    void whoHasAskedToGoIsMarkedAndIsAFeatureOnlyIfAskedFor() {
        FeatureSet set = ChurnFeatures.standard().and(ChurnFeatures.cancellationRequested());
        Subscription asked = subscription("acme", YEAR)
                .cancellations(cancellation("2025-06-30", "2025-08-01"))
                .build();
        Subscription asksLater = subscription("acme", YEAR)
                .cancellations(cancellation("2025-07-01", "2025-08-01"))
                .build();
        FeatureRow now = set.asOf(view(asked), DAY).of("acme");
        FeatureRow later = set.asOf(view(asksLater), DAY).of("acme");
        assertThat(now.isLeaving()).isTrue();
        assertThat(now.agreedEnd()).contains(LocalDate.of(2025, 8, 1));
        assertThat(later.agreedEnd()).isEmpty();
        assertThat(now.value("cancellation_requested")).hasValue(1.0);
        assertThat(now.toString()).startsWith("acme as of 2025-06-30, has asked to go\n");
        assertThat(later.isLeaving()).isFalse();
        assertThat(later.value("cancellation_requested")).hasValue(0.0);
        assertThat(ChurnFeatures.standard().names()).doesNotContain("cancellation_requested");
    }
}
