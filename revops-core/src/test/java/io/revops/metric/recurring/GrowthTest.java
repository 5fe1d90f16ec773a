package io.revops.metric.recurring;

import static io.revops.catalog.Metrics.ARR_GROWTH;
import static io.revops.catalog.Metrics.CMGR;
import static io.revops.catalog.Metrics.CONCENTRATION;
import static io.revops.catalog.Metrics.NET_EXPANSION;
import static io.revops.catalog.Metrics.NET_EXPANSION_RATE;
import static io.revops.catalog.Metrics.NET_REVENUE_RETENTION;
import static io.revops.catalog.Metrics.NEW_SHARE;
import static io.revops.catalog.Metrics.TIER_MIGRATION;
import static io.revops.catalog.Metrics.TOP_SHARE;
import static io.revops.metric.SeatBooks.code;
import static io.revops.metric.SeatBooks.monthly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.revops.book.Account;
import io.revops.book.AttributeChange;
import io.revops.book.Dimension;
import io.revops.ledger.RevenueView;
import io.revops.metric.Breakdown;
import io.revops.metric.Measurement;
import io.revops.metric.MonthlyBooks;
import io.revops.metric.Months;
import io.revops.metric.Ratio;
import io.revops.metric.SeatBooks;
import io.revops.metric.UndefinedCode;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Growth, where it came from, and how it is spread: worked by hand. */
class GrowthTest {
    private static double value(Measurement<Ratio> measurement) {
        return measurement.orElseThrow().value();
    }

    private static MonthlyBooks
            growing() { // 100 at the end of 2023, 110 of 2024-01, 121 of 2024-02 ... compounding 10 %
        MonthlyBooks books = MonthlyBooks.start();
        BigDecimal amount = BigDecimal.valueOf(100);
        books.pays("a", "2023-12-01", "100");
        for (int month = 1; month <= 12; month++) {
            amount = amount.multiply(new BigDecimal("1.1"));
            books.pays("a", "2024-" + (month < 10 ? "0" : "") + month + "-15", amount.toPlainString());
        }
        return books;
    }

    @Test
    void growthIsThatOfTheSpan() {
        RevenueView view = growing().during("2024");
        assertThat(value(ARR_GROWTH.measure(view.during(Span.month(2024, 3))))).isEqualTo(0.1, within(1e-12));
        assertThat(value(ARR_GROWTH.measure(view))).isEqualTo(Math.pow(1.1, 12) - 1, within(1e-9));
        assertThat(value(ARR_GROWTH.measure(view.during(Span.parse("2024-03-14")))))
                .isZero();
        assertThat(value(ARR_GROWTH.measure(view.during(Span.parse("2024-03-15")))))
                .isEqualTo(0.1, within(1e-12));
        assertThat(value(ARR_GROWTH.measure(view.during(Span.parse("2024-03-16")))))
                .isZero();
        assertThat(code(ARR_GROWTH.measure(view.during(Span.month(2023, 12))))).isEqualTo(UndefinedCode.OPENING_ZERO);
        assertThat(ARR_GROWTH.measureMonthly(view).points()).hasSize(12);
    }

    @Test
    void compoundGrowthIsThatOfTheMonthsBeforeTheClose() {
        RevenueView view = growing().during("2024");
        assertThat(value(CMGR.measure(view))).isEqualTo(0.1, within(1e-9));
        assertThat(value(CMGR.measure(view.during(Span.month(2024, 12))))).isEqualTo(0.1, within(1e-9));
        assertThat(value(Cmgr.over(Months.of(3)).measure(view.during(Span.month(2024, 6)))))
                .isEqualTo(0.1, within(1e-9));
        assertThat(code(CMGR.measure(view.during(Span.month(2024, 11))))).isEqualTo(UndefinedCode.OPENING_ZERO);
        RevenueView gone = MonthlyBooks.start()
                .pays("a", "2024-01-01", "10")
                .ends("a", "2025-06-01")
                .during("2025");
        assertThat(value(CMGR.measure(gone))).isEqualTo(-1);
        assertThat(CMGR.measure(gone).toString()).isEqualTo("CMGR, 12 months, 2025: -100.0 %");
        assertThatThrownBy(() -> Months.of(0)).hasMessageContaining("Maybe");
    }

    @Test
    void netExpansionIsRetentionLessTheOpening() {
        RevenueView view = MonthlyBooks.start()
                .pays("a", "2024-01-01", "100")
                .pays("a", "2025-02-01", "150")
                .pays("b", "2024-01-01", "100")
                .pays("b", "2025-02-01", "40")
                .pays("c", "2024-01-01", "50")
                .ends("c", "2025-03-03")
                .pays("new", "2025-03-01", "500")
                .during("2025");
        assertThat(monthly(NET_EXPANSION.measure(view).orElseThrow())).isEqualTo("-60.00"); // 50 - 60 - 50
        assertThat(value(NET_EXPANSION_RATE.measure(view))).isEqualTo(-0.24);
        assertThat(value(NET_EXPANSION_RATE.measure(view)))
                .isEqualTo(value(NET_REVENUE_RETENTION.measure(view)) - 1, within(1e-15));
        RevenueView before = view.during(Span.year(2023));
        assertThat(monthly(NET_EXPANSION.measure(before).orElseThrow())).isEqualTo("0.00");
        assertThat(code(NET_EXPANSION_RATE.measure(before))).isEqualTo(UndefinedCode.OPENING_ZERO);
    }

    @Test
    void growthIsSharedByNewAndExistingAccounts() {
        RevenueView view = MonthlyBooks.start()
                .pays("old", "2024-01-01", "100")
                .pays("old", "2025-02-01", "130")
                .pays("back", "2024-01-01", "10")
                .pays("back", "2024-06-01", "0")
                .pays("back", "2025-05-01", "10")
                .pays("new", "2025-03-01", "60")
                .during("2025");
        assertThat(value(NEW_SHARE.measure(view))).isEqualTo(0.6); // 60 of 60 + 30 + 10
        assertThat(code(NEW_SHARE.measure(view.during(Span.month(2025, 6))))).isEqualTo(UndefinedCode.NO_GAINS);
    }

    @Test
    void concentrationIsThatOfTheClose() {
        MonthlyBooks books = MonthlyBooks.start()
                .pays("a", "2025-01-01", "50")
                .pays("b", "2025-01-01", "30")
                .pays("c", "2025-01-01", "20")
                .account("a", "industry", "Retail")
                .account("b", "industry", "Retail")
                .account("c", "industry", "Fintech");
        RevenueView view = books.during("2025");
        assertThat(value(TopShare.of(TopN.of(1)).measure(view))).isEqualTo(0.5);
        assertThat(value(TopShare.of(TopN.of(2)).measure(view))).isEqualTo(0.8);
        assertThat(value(TOP_SHARE.measure(view))).isEqualTo(1);
        assertThat(value(CONCENTRATION.measure(view))).isEqualTo(0.38); // 0.25 + 0.09 + 0.04
        assertThat(CONCENTRATION.measure(view).toString()).isEqualTo("Concentration index, 2025: 0.3800");
        assertThat(value(TopShare.of(TopN.of(1))
                        .measure(view)
                        .by(Dimension.INDUSTRY)
                        .of("Retail")))
                .isEqualTo(0.625);
        assertThat(code(TOP_SHARE.measure(view.during(Span.year(2024))))).isEqualTo(UndefinedCode.NOTHING_RECURS);
        assertThat(code(CONCENTRATION.measure(view.during(Span.year(2024))))).isEqualTo(UndefinedCode.NOTHING_RECURS);
        assertThatThrownBy(() -> TopN.of(0)).hasMessageContaining("Maybe");
    }

    @Test
    void accountsMigrateBetweenTiersOfProducts() {
        RevenueView view = SeatBooks.start()
                .product("s", "core", "basic")
                .product("m", "core", "pro")
                .item("up/1", "plan", "s", "2025-01-01", "10", "10")
                .item("up/1", "plan", "m", "2025-04-15", "10", "15")
                .item("stays/1", "plan", "s", "2025-01-01", "1", "10")
                .item("both/1", "plan", "s", "2025-01-01", "1", "10")
                .item("both/1", "more", "m", "2025-04-20", "1", "9")
                .item("none/1", "plan", "unlisted", "2025-01-01", "1", "5")
                .item("new/1", "plan", "s", "2025-04-02", "1", "10")
                .during("2025-04");
        Migrations moves = TIER_MIGRATION.measure(view).orElseThrow();
        assertThat(moves.moved()).isEqualTo(1);
        assertThat(moves.moves())
                .extracting(Migrations.Move::toString)
                .containsExactly(
                        "(not set) to (not set): 1 account, USD 5.00 to USD 5.00 a month",
                        "basic to basic: 2 accounts, USD 20.00 to USD 29.00 a month",
                        "basic to pro: 1 account, USD 100.00 to USD 150.00 a month");
        assertThat(moves.of("basic", "pro").orElseThrow().accounts()).isEqualTo(1);
        assertThat(moves.of("pro", "basic")).isEmpty();
        assertThat(moves.toString()).startsWith("1 moved; (not set)");
        Breakdown<Migrations> accounts = TIER_MIGRATION.measure(view).by(Dimension.ACCOUNT);
        assertThat(accounts.of("up").orElseThrow().moved()).isEqualTo(1);
    }

    @Test
    void accountsMigrateBetweenTheirOwnTiersToo() {
        RevenueView view = SeatBooks.start()
                .has("a/1", "seats", "2025-01-01", "1", "10")
                .add(Account.builder("a")
                        .attribute("tier", "small")
                        .changes(AttributeChange.builder("t", Moment.of(2025, 4, 30), "tier")
                                .value("large")
                                .build())
                        .build())
                .during("2025-04");
        assertThat(TierMigration.by(Dimension.TIER).measure(view).orElseThrow().of("small", "large"))
                .isPresent();
        assertThat(TierMigration.by(Dimension.TIER)
                        .measure(view.during(Span.parse("2025-04-01/2025-04-30")))
                        .orElseThrow()
                        .moved())
                .isZero();
    }
}
