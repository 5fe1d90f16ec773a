package io.revops.metric.recurring;

import static io.revops.catalog.Metrics.CROSS_SELL_MRR;
import static io.revops.catalog.Metrics.CROSS_SELL_RATE;
import static io.revops.catalog.Metrics.CROSS_SELL_RATE_BY_VALUE;
import static io.revops.catalog.Metrics.EXPANSION_BY_CAUSE;
import static io.revops.catalog.Metrics.MIX_MRR;
import static io.revops.catalog.Metrics.MRR_CHANGE;
import static io.revops.catalog.Metrics.PRICE_MRR;
import static io.revops.catalog.Metrics.SEAT_GROWTH;
import static io.revops.catalog.Metrics.SWITCHED_MRR;
import static io.revops.catalog.Metrics.UPSELL_RATE;
import static io.revops.catalog.Metrics.UPSELL_RATE_BY_VALUE;
import static io.revops.catalog.Metrics.VOLUME_MRR;
import static io.revops.metric.SeatBooks.code;
import static io.revops.metric.SeatBooks.monthly;
import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.BillingInterval;
import io.revops.book.Dimension;
import io.revops.book.ItemChange;
import io.revops.book.Price;
import io.revops.book.ProductId;
import io.revops.ledger.MrrLedger;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.metric.Breakdown;
import io.revops.metric.SeatBooks;
import io.revops.metric.UndefinedCode;
import io.revops.money.Money;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Why accounts pay more or less, worked by hand. */
class ExpansionByCauseTest {
    private static Causes causes(RevenueView view) {
        return EXPANSION_BY_CAUSE.measure(view).orElseThrow();
    }

    private static List<String> told(Causes causes) {
        return List.of(
                monthly(causes.price()),
                monthly(causes.volume()),
                monthly(causes.mix()),
                monthly(causes.crossSell()),
                monthly(causes.switched()));
    }

    @Test
    void moreSeatsAtAHigherPriceAreVolumePriceAndMix() { // T39: 10 x 10 -> 12 x 11 is +32
        RevenueView view = SeatBooks.start()
                .has("a/1", "seats", "2025-01-01", "10", "10")
                .has("a/1", "seats", "2025-04-01", "12", "11")
                .during("2025-04");
        assertThat(told(causes(view))).containsExactly("10.00", "20.00", "2.00", "0.00", "0.00");
        assertThat(monthly(PRICE_MRR.measure(view).orElseThrow())).isEqualTo("10.00");
        assertThat(monthly(VOLUME_MRR.measure(view).orElseThrow())).isEqualTo("20.00");
        assertThat(monthly(MIX_MRR.measure(view).orElseThrow())).isEqualTo("2.00");
        assertThat(causes(view).toString()).isEqualTo("USD 32.00 = price USD 10.00, volume USD 20.00, mix USD 2.00");
        assertThat(causes(view).total())
                .isEqualTo(MRR_CHANGE.measure(view).orElseThrow().expansion());
        assertThat(told(causes(view.during(Span.parse("2025-03"))))).containsOnly("0.00");
        assertThat(monthly(causes(view.during(Span.parse("2025-04-01"))).total()))
                .isEqualTo("32.00");
        assertThat(told(causes(view.during(Span.parse("2025-05"))))).containsOnly("0.00");
    }

    @Test
    void fewerSeatsAtAHigherPriceMayCancelOut() { // 10 x 10 -> 5 x 20: price 100, volume -50, mix -50
        RevenueView view = SeatBooks.start()
                .has("a/1", "seats", "2025-01-01", "10", "10")
                .has("a/1", "seats", "2025-04-01", "5", "20")
                .during("2025-04");
        assertThat(told(causes(view))).containsExactly("100.00", "-50.00", "-50.00", "0.00", "0.00");
    }

    @Test
    void productNewToTheAccountIsCrossSellAndAnotherOfOneItHadIsVolume() {
        RevenueView view = SeatBooks.start()
                .has("a/1", "seats", "2025-01-01", "10", "10")
                .has("a/1", "storage", "2025-04-10", "1", "30")
                .has("a/2", "seats", "2025-04-20", "2", "12")
                .during("2025-04");
        assertThat(told(causes(view))).containsExactly("0.00", "24.00", "0.00", "30.00", "0.00");
        assertThat(monthly(CROSS_SELL_MRR.measure(view).orElseThrow())).isEqualTo("30.00");
        Breakdown<Causes> products = EXPANSION_BY_CAUSE.measure(view).by(Dimension.PRODUCT);
        assertThat(monthly(products.of("storage").orElseThrow().total())).isEqualTo("30.00");
        assertThat(monthly(products.of("seats").orElseThrow().total())).isEqualTo("24.00");
    }

    @Test
    void itemThatEndsIsVolume() {
        RevenueView view = SeatBooks.start()
                .has("a/1", "seats", "2025-01-01", "10", "10")
                .has("a/1", "storage", "2025-01-01", "1", "30")
                .has("a/1", "storage", "2025-04-30", "0", "30")
                .during("2025-04");
        assertThat(told(causes(view))).containsExactly("0.00", "-30.00", "0.00", "0.00", "0.00");
    }

    @Test
    void itemThatSellsAnotherProductIsSwitched() {
        RevenueView view = SeatBooks.start()
                .item("a/1", "plan", "basic", "2025-01-01", "10", "10")
                .item("a/1", "plan", "pro", "2025-04-15", "10", "15")
                .during("2025-04");
        assertThat(told(causes(view))).containsExactly("0.00", "0.00", "0.00", "0.00", "50.00");
        assertThat(monthly(SWITCHED_MRR.measure(view).orElseThrow())).isEqualTo("50.00");
        assertThat(CROSS_SELL_RATE.measure(view).orElseThrow().value()).isZero();
        assertThat(UPSELL_RATE.measure(view).orElseThrow().value()).isEqualTo(1);
    }

    @Test
    void contractRenewedAsAnotherOneStandsBesideIt() { // 10 x 10 ends, 11 x 10 of the same product begins
        RevenueView view = SeatBooks.start()
                .has("a/1", "seats", "2025-01-01", "10", "10")
                .ends("a/1", "2025-04-01")
                .has("a/2", "seats", "2025-04-01", "11", "12")
                .during("2025-04");
        assertThat(told(causes(view))).containsExactly("20.00", "10.00", "2.00", "0.00", "0.00");
    }

    @Test
    void whoComesOrLeavesIsNeither() {
        RevenueView view = SeatBooks.start()
                .has("new/1", "seats", "2025-04-02", "10", "10")
                .has("gone/1", "seats", "2025-01-01", "10", "10")
                .ends("gone/1", "2025-04-02")
                .during("2025-04");
        assertThat(EXPANSION_BY_CAUSE.measure(view).evidence().size()).isZero();
        assertThat(told(causes(view))).containsOnly("0.00");
    }

    @Test
    void flatPriceHasNoVolume() {
        Moment before = Moment.of(2025, 1, 1);
        RevenueView view = SeatBooks.start()
                .with("a/1", s -> s.items(flat("1", before, "3", "100"), flat("2", Moment.of(2025, 4, 5), "9", "120")))
                .during("2025-04");
        assertThat(told(causes(view))).containsExactly("20.00", "0.00", "0.00", "0.00", "0.00");
        assertThat(code(SEAT_GROWTH.measure(view))).isEqualTo(UndefinedCode.OPENING_ZERO);
    }

    private static ItemChange flat(String id, Moment from, String quantity, String price) {
        return ItemChange.builder(id, from, "plan")
                .product(new ProductId("plan"))
                .quantity(new BigDecimal(quantity))
                .price(Price.flat(Money.of(price, "USD"), BillingInterval.MONTHLY))
                .build();
    }

    @Test
    void ratesDivideByTheOpening() {
        RevenueView view = SeatBooks.start()
                .has("up/1", "seats", "2025-01-01", "10", "10") // +50 upsell
                .has("up/1", "seats", "2025-04-10", "15", "10")
                .has("cross/1", "seats", "2025-01-01", "10", "10") // +30 cross-sell, -20 volume
                .has("cross/1", "seats", "2025-04-10", "8", "10")
                .has("cross/1", "storage", "2025-04-11", "1", "30")
                .has("still/1", "seats", "2025-01-01", "10", "10")
                .has("gone/1", "seats", "2025-01-01", "10", "10")
                .ends("gone/1", "2025-04-30")
                .has("new/1", "seats", "2025-04-02", "99", "10")
                .during("2025-04");
        assertThat(UPSELL_RATE.measure(view).orElseThrow().value()).isEqualTo(0.25);
        assertThat(UPSELL_RATE_BY_VALUE.measure(view).orElseThrow().value()).isEqualTo(0.125); // 50 / 400
        assertThat(CROSS_SELL_RATE.measure(view).orElseThrow().value()).isEqualTo(0.25);
        assertThat(CROSS_SELL_RATE_BY_VALUE.measure(view).orElseThrow().value()).isEqualTo(0.075); // 30 / 400
        // seats of the opening's accounts: 40 before, 15 + 8 + 1 + 10 + 0 = 34 after
        assertThat(SEAT_GROWTH.measure(view).orElseThrow().value()).isEqualTo(0.85);
        assertThat(code(UPSELL_RATE.measure(view.during(Span.year(2024))))).isEqualTo(UndefinedCode.OPENING_ZERO);
    }

    @Test
    void seatsAreCountedJustBeforeEachEnd() {
        RevenueView view = SeatBooks.start()
                .has("a/1", "seats", "2025-01-01", "10", "10")
                .has("a/1", "seats", "2025-04-01", "12", "10")
                .has("a/1", "seats", "2025-05-01", "20", "10")
                .during("2025-04");
        assertThat(SEAT_GROWTH.measure(view).orElseThrow().value()).isEqualTo(1.2); // 12 / 10
        assertThat(SEAT_GROWTH
                        .measure(view.during(Span.parse("2025-04-30/2025-05-02")))
                        .orElseThrow()
                        .value())
                .isEqualTo(20.0 / 12);
        assertThat(SEAT_GROWTH
                        .measure(view.during(Span.parse("2025-03-31")))
                        .orElseThrow()
                        .value())
                .isEqualTo(1);
    }

    @Test
    void ledgerWithoutItsBookHasNoQuantities() {
        MrrLedger ledger = MrrLedger.of(
                SeatBooks.start().has("a/1", "seats", "2025-01-01", "10", "10").book(), RevenuePolicy.standard());
        assertThat(code(EXPANSION_BY_CAUSE.measure(RevenueView.of(ledger, Span.year(2025)))))
                .isEqualTo(UndefinedCode.NO_BOOK);
    }
}
