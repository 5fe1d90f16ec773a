package io.revops.metric.customer;

import static io.revops.catalog.Metrics.ARPA;
import static io.revops.catalog.Metrics.ARPS;
import static io.revops.catalog.Metrics.ARPU;
import static io.revops.catalog.Metrics.AVERAGE_SALE_PRICE;
import static io.revops.metric.SeatBooks.code;
import static io.revops.metric.SeatBooks.monthly;
import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.Dimension;
import io.revops.ledger.RevenueView;
import io.revops.metric.MonthlyBooks;
import io.revops.metric.Part;
import io.revops.metric.SeatBooks;
import io.revops.metric.UndefinedCode;
import io.revops.time.Span;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Averages per account, subscription, seat and sale, worked by hand. */
class AveragesTest {
    private static SeatBooks books() {
        return SeatBooks.start()
                .product("seats", "core", "pro")
                .product("storage", "add-ons", "basic")
                .has("a/1", "seats", "2025-01-01", "10", "12")
                .has("a/1", "storage", "2025-01-01", "2.5", "8")
                .has("a/2", "seats", "2025-01-01", "5", "10")
                .has("b/1", "seats", "2025-03-10", "5", "10")
                .ends("b/1", "2025-03-20");
    }

    @Test
    void seatAndSubscriptionAtTheClose() { // 120 + 20 + 50 = 190 a month: 17.5 seats, 2 subscriptions, 1 account
        RevenueView view = books().during("2025-03");
        assertThat(ARPU.measure(view).evidence().total(Part.SEATS)).isEqualByComparingTo("17.5");
        assertThat(monthly(ARPU.measure(view).orElseThrow())).isEqualTo("10.86");
        assertThat(monthly(ARPS.measure(view).orElseThrow())).isEqualTo("95.00");
        assertThat(monthly(ARPA.measure(view).orElseThrow())).isEqualTo("190.00");
        assertThat(ARPU.measure(view).explain().totals()).contains("seats 17.5, from 3 lines");
    }

    @Test
    void productLinesHaveTheirOwn() {
        RevenueView view = books().during("2025-03");
        assertThat(monthly(
                        ARPU.measure(view).by(Dimension.PRODUCT_LINE).of("core").orElseThrow()))
                .isEqualTo("11.33"); // 170 / 15
        assertThat(monthly(ARPU.measure(view)
                        .by(Dimension.PRODUCT_LINE)
                        .of("add-ons")
                        .orElseThrow()))
                .isEqualTo("8.00");
        assertThat(monthly(ARPA.measure(view)
                        .by(Dimension.PRODUCT_LINE)
                        .of("add-ons")
                        .orElseThrow()))
                .isEqualTo("20.00");
        assertThat(monthly(ARPS.measure(view)
                        .by(Dimension.PRODUCT_LINE)
                        .of("add-ons")
                        .orElseThrow()))
                .isEqualTo("20.00");
    }

    @Test
    void theCloseDecides() {
        RevenueView view = books().during("2025-03");
        assertThat(monthly(ARPU.measure(view.during(Span.parse("2025-03-09"))).orElseThrow()))
                .isEqualTo("10.86");
        assertThat(ARPU.measure(view.during(Span.parse("2025-03-10")))
                        .evidence()
                        .total(Part.SEATS))
                .isEqualByComparingTo(new BigDecimal("22.5"));
        assertThat(ARPU.measure(view.during(Span.parse("2025-03-19")))
                        .evidence()
                        .total(Part.SEATS))
                .isEqualByComparingTo(new BigDecimal("22.5"));
        assertThat(ARPU.measure(view.during(Span.parse("2025-03-20")))
                        .evidence()
                        .total(Part.SEATS))
                .isEqualByComparingTo(new BigDecimal("17.5"));
        assertThat(code(ARPU.measure(view.during(Span.year(2024))))).isEqualTo(UndefinedCode.NO_SEATS);
        assertThat(code(ARPS.measure(view.during(Span.year(2024))))).isEqualTo(UndefinedCode.NOTHING_RECURS);
    }

    @Test
    void saleIsWhatANewAccountBrings() {
        RevenueView view = MonthlyBooks.start()
                .pays("old", "2024-01-01", "500")
                .pays("old", "2025-02-01", "600")
                .pays("a", "2025-02-10", "30")
                .pays("a", "2025-02-20", "40")
                .pays("b", "2025-03-01", "20")
                .during("2025");
        assertThat(monthly(AVERAGE_SALE_PRICE.measure(view).orElseThrow())).isEqualTo("30.00"); // (40 + 20) / 2
        assertThat(code(AVERAGE_SALE_PRICE.measure(view.during(Span.month(2025, 4)))))
                .isEqualTo(UndefinedCode.NO_ACCOUNTS);
    }
}
