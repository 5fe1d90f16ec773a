package io.revops.metric.engagement;

import static io.revops.catalog.Metrics.TIME_TO_VALUE;
import static io.revops.metric.SeatBooks.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.book.Account;
import io.revops.book.BillingInterval;
import io.revops.book.Dimension;
import io.revops.book.ItemChange;
import io.revops.book.Price;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.book.UsageEvent;
import io.revops.ledger.ReportingZone;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.metric.Months;
import io.revops.metric.Part;
import io.revops.metric.Undefined;
import io.revops.metric.UndefinedCode;
import io.revops.money.Money;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Accounts of a quarter, worked by hand. */
class TimeToValueTest {
    private static final TimeToValue REPORTS = TimeToValue.of("reports");

    /** Began in the quarter: a (10 days), b (30), c (never), d (0, used on trial), e (too late). Not: old, next. */
    private static RevenueView quarter() {
        return new EngagementBook()
                .begins("a", "2025-04-01")
                .begins("b", "2025-04-11")
                .begins("c", "2025-05-01")
                .begins("d", "2025-05-20")
                .begins("e", "2025-06-15")
                .begins("old", "2025-03-31")
                .begins("next", "2025-07-01")
                .uses("a", "ann", "logins", "2025-04-02")
                .uses("a", "", "reports", "2025-04-11", "2025-04-12")
                .uses("b", "bob", "reports", "2025-05-11")
                .uses("c", "cyd", "logins", "2025-06-30")
                .usesZero("c", "cyd", "reports", "2025-05-02")
                .uses("d", "dot", "reports", "2025-05-01")
                .uses("e", "eve", "reports", "2025-07-01")
                .uses("old", "odo", "reports", "2025-03-31")
                .during("2025-Q2");
    }

    @Test
    void whoIsNotThereYetHasWaitedUntilTheClose() {
        var days = REPORTS.measure(quarter());
        // over at 0, 10, 30; waiting at 15 (e) and 60 (c): 4/5, 3/5, then 1/2 of that at 30: 0.3
        assertThat(days.orElseThrow().median()).isEqualTo(30);
        assertThat(days.evidence().total(Part.REACHED)).isEqualTo(3);
        assertThat(days.evidence().total(Part.STILL_WAITING)).isEqualTo(2);
        assertThat(days.evidence().total(Part.DAYS_WAITED)).isEqualTo(10 + 30 + 60 + 0 + 15);
        assertThat(days.toString())
                .startsWith("Time to value, 2025-Q2: 30.0 days (")
                .endsWith("3 of 5 reached it)");
        assertThat(days.evidence().lines().map(line -> line.subject().value()))
                .containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void firstUseOfAnythingIsValueUntilSomebodySaysMore() {
        // a 1, b 30, c 60, d 0; e waits 15: 4/5, 3/5, at 30 that times 1/2
        assertThat(TIME_TO_VALUE.measure(quarter()).orElseThrow().median()).isEqualTo(30);
        assertThat(TIME_TO_VALUE.measure(quarter()).evidence().total(Part.REACHED))
                .isEqualTo(4);
        assertThat(TIME_TO_VALUE.definition().formula()).contains("to first use,");
    }

    @Test
    void ifFewerThanHalfAreThereItSaysHowMany() {
        var may = REPORTS.measure(quarter().during(Span.month(2025, 6)));
        assertThat(code(may)).isEqualTo(UndefinedCode.HALF_NOT_REACHED);
        assertThat(((Undefined<?>) may.reading()).text())
                .startsWith("0 of 1 accounts")
                .contains("Maybe");
    }

    @Test
    void whereNobodyBeganThereIsNone() {
        assertThat(code(REPORTS.measure(quarter().during(Span.month(2026, 6))))).isEqualTo(UndefinedCode.NONE_BEGAN);
    }

    @Test
    void featureThatNobodyEverUsedIsAskedBack() {
        var typo = TimeToValue.of("raports").measure(quarter());
        assertThat(code(typo)).isEqualTo(UndefinedCode.NO_USE);
        assertThat(((Undefined<?>) typo.reading()).text()).contains("[raports]", "Maybe one of [logins, reports]");
        RevenueView silent = new EngagementBook().begins("a", "2025-04-01").during("2025-Q2");
        assertThat(code(TIME_TO_VALUE.measure(silent))).isEqualTo(UndefinedCode.NO_USE);
        assertThatThrownBy(TimeToValue::of).hasMessageContaining("Maybe");
        assertThatThrownBy(() -> TimeToValue.of(" ")).hasMessageContaining("Maybe");
    }

    @Test
    void accountBeginsOnceWithItsFirstSubscription() {
        RevenueView view = new EngagementBook()
                .begins("a", "first", "2025-04-01")
                .begins("a", "second", "2025-05-01")
                .uses("a", "ann", "reports", "2025-05-02")
                .during("2025-Q2");
        assertThat(REPORTS.measure(view).orElseThrow().median()).isEqualTo(31);
        assertThat(code(REPORTS.measure(view.during(Span.month(2025, 5))))).isEqualTo(UndefinedCode.NONE_BEGAN);
    }

    @Test
    void trailingMonthsMakeASeries() {
        TimeToValue trailing = REPORTS.trailing(Months.of(3));
        assertThat(trailing.measure(quarter().during(Span.month(2025, 6))).reading())
                .isEqualTo(REPORTS.measure(quarter()).reading());
        assertThat(trailing.measureMonthly(quarter()).points().get(1).evidence().size())
                .as("old, a, b, c and d by the end of May")
                .isEqualTo(5);
        assertThat(trailing.definition().formula()).contains("in the 3 months up to the close");
        assertThat(trailing.trailing(Months.of(1)).definition().title()).isEqualTo("Time to value of the last 1 month");
    }

    @Test
    void daysAreThoseOfTheReportingZone() {
        EngagementBook book =
                new EngagementBook().begins("a", "2025-04-01").uses("a", "ann", "reports", "2025-04-03T02:00:00Z");
        RevenueView utc = book.during("2025-Q2");
        RevenueView newYork = RevenueView.of(
                utc.book(),
                RevenuePolicy.standard().with(new ReportingZone(ZoneId.of("America/New_York"))),
                Span.parse("2025-Q2"));
        assertThat(REPORTS.measure(utc).orElseThrow().median()).isEqualTo(2);
        assertThat(REPORTS.measure(newYork).orElseThrow().median()).isEqualTo(1);
    }

    @Test
    void isCutByWhatAccountsAre() {
        RevenueView view = new EngagementBook()
                .begins("a", "2025-04-01")
                .begins("b", "2025-04-01")
                .add(Account.builder("a").attribute("industry", "Retail").build())
                .uses("a", "", "reports", "2025-04-05")
                .uses("b", "", "reports", "2025-04-09")
                .during("2025-Q2");
        var cut = REPORTS.measure(view).by(Dimension.INDUSTRY);
        assertThat(cut.of("Retail").orElseThrow().median()).isEqualTo(4);
        assertThat(cut.of(Dimension.NOT_SET).orElseThrow().median()).isEqualTo(8);
        assertThat(cut.whole().orElseThrow().median()).isEqualTo((4 + 8) / 2.0);
    }

    /** A start to which no price was written by the close may be moved yet; one that is signed is a contract. */
    @Test
    void aStartAloneIsNoContract() {
        Moment april = Moment.of(2025, 4, 5);
        ItemChange autumn = ItemChange.builder("price", Moment.of(2025, 9, 1), "plan")
                .price(Price.perUnit(Money.of(10, "USD"), BillingInterval.MONTHLY))
                .build();
        RevenueBook book = RevenueBook.of(
                Subscription.builder("planned", "a").start(april).items(autumn).build(),
                Subscription.builder("signed", "b")
                        .start(april)
                        .signed(april)
                        .items(autumn)
                        .build(),
                UsageEvent.builder("1", "a", Moment.of(2025, 4, 9), "reports").build(),
                UsageEvent.builder("2", "b", Moment.of(2025, 4, 9), "reports").build());
        RevenueView view = RevenueView.of(book, RevenuePolicy.standard(), Span.quarter(2025, 2));
        assertThat(REPORTS.measure(view).evidence().lines())
                .extracting(line -> line.subject().value())
                .containsExactly("b");
    }
}
