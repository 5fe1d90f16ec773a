package io.revops.metric.recurring;

import static io.revops.catalog.Metrics.ARR;
import static io.revops.catalog.Metrics.CONTRACTED_ARR;
import static io.revops.catalog.Metrics.CONTRACTED_ARR_GAP;
import static io.revops.catalog.Metrics.LIVE_ARR;
import static io.revops.catalog.Metrics.NEW_MRR;
import static io.revops.catalog.Metrics.NOT_LIVE_ARR;
import static io.revops.catalog.Metrics.NOT_LIVE_AT_RISK;
import static io.revops.catalog.Metrics.SHARE_LIVE;
import static io.revops.metric.SeatBooks.code;
import static io.revops.metric.SeatBooks.monthly;
import static io.revops.metric.SeatBooks.yearly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.book.Account;
import io.revops.book.Cancellation;
import io.revops.book.Dimension;
import io.revops.book.Ending;
import io.revops.ledger.RevenueView;
import io.revops.metric.Breakdown;
import io.revops.metric.Evidence;
import io.revops.metric.Metric;
import io.revops.metric.Part;
import io.revops.metric.SeatBooks;
import io.revops.metric.UndefinedCode;
import io.revops.money.Money;
import io.revops.money.RunRate;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Contracts at the close of a span, worked by hand: what is signed, live, about to go, and up for renewal. */
class ContractedArrTest {
    /** The close of a day: the balance before the first instant of the next. */
    private static String at(RevenueView view, Metric<RunRate> metric, String day) {
        return yearly(metric.measure(view.during(Span.parse(day))).orElseThrow());
    }

    private static SeatBooks signedAndLater() {
        return SeatBooks.start()
                .has("a/1", "seats", "2025-04-01", "12", "100")
                .signed("a/1", "2025-02-10")
                .goLive("a/1", "2025-04-01")
                .term("a/1", 12);
    }

    @Test
    void signedContractCountsFromItsSignatureAndRecursFromItsStart() { // T43
        RevenueView view = signedAndLater().ends("a/1", "2026-04-01").during("2025-02");
        assertThat(at(view, CONTRACTED_ARR, "2025-02-09")).isEqualTo("0");
        assertThat(at(view, CONTRACTED_ARR, "2025-02-10")).isEqualTo("14400");
        assertThat(at(view, CONTRACTED_ARR, "2025-02")).isEqualTo("14400");
        assertThat(at(view, ARR, "2025-02")).isEqualTo("0");
        assertThat(at(view, LIVE_ARR, "2025-02")).isEqualTo("0");
        assertThat(at(view, CONTRACTED_ARR, "2025-03")).isEqualTo("14400");
        assertThat(at(view, ARR, "2025-03")).isEqualTo("0");
        assertThat(at(view, CONTRACTED_ARR_GAP, "2025-03")).isEqualTo("14400");
        assertThat(at(view, NOT_LIVE_ARR, "2025-03")).isEqualTo("14400");
        assertThat(at(view, CONTRACTED_ARR_GAP, "2025-04")).isEqualTo("0");
        assertThat(at(view, NOT_LIVE_ARR, "2025-04")).isEqualTo("0");
        assertThat(at(view, CONTRACTED_ARR, "2025-04")).isEqualTo("14400");
        assertThat(at(view, ARR, "2025-04")).isEqualTo("14400");
        assertThat(at(view, LIVE_ARR, "2025-04")).isEqualTo("14400");
        assertThat(monthly(NEW_MRR.measure(view.during(Span.month(2025, 4))).orElseThrow()))
                .isEqualTo("1200.00");
        assertThat(at(view, CONTRACTED_ARR, "2026-03")).isEqualTo("14400"); // nobody had recorded that it would end
        assertThat(at(view, CONTRACTED_ARR, "2026-04")).isEqualTo("0");
    }

    @Test
    void withoutASignatureItCountsFromItsStart() {
        RevenueView view =
                SeatBooks.start().has("a/1", "seats", "2025-04-01", "1", "100").during("2025-03");
        assertThat(at(view, CONTRACTED_ARR, "2025-03")).isEqualTo("0");
        assertThat(at(view, CONTRACTED_ARR, "2025-04-01")).isEqualTo("1200");
    }

    @Test
    void notifiedEndLeavesWhenItIsAskedForAndReturnsWhenItIsTakenBack() {
        SeatBooks books = SeatBooks.start()
                .has("a/1", "seats", "2025-01-01", "1", "100")
                .cancels("a/1", "2025-03-10", "2025-06-01");
        RevenueView view = books.during("2025-03");
        assertThat(at(view, CONTRACTED_ARR, "2025-03-09")).isEqualTo("1200");
        assertThat(at(view, CONTRACTED_ARR, "2025-03-10")).isEqualTo("0");
        assertThat(at(view, ARR, "2025-05")).isEqualTo("1200");
        Evidence evidence =
                CONTRACTED_ARR.measure(view.during(Span.month(2025, 5))).evidence();
        assertThat(yearly(evidence.total(Part.NOTIFIED_CHURN))).isEqualTo("-1200");
        assertThat(at(view, CONTRACTED_ARR, "2025-06")).isEqualTo("0");

        RevenueView withdrawn = SeatBooks.start()
                .has("a/1", "seats", "2025-01-01", "1", "100")
                .with(
                        "a/1",
                        s -> s.cancellations(Cancellation.builder("c", Moment.of(2025, 3, 10), Moment.of(2025, 6, 1))
                                .withdrawn(Moment.of(2025, 4, 2))
                                .build()))
                .during("2025-03");
        assertThat(at(withdrawn, CONTRACTED_ARR, "2025-04-01")).isEqualTo("0"); // as it was known on that day
        assertThat(at(withdrawn, CONTRACTED_ARR, "2025-04-02")).isEqualTo("1200");
    }

    @Test
    void endThatWasRecordedBeforeItIsReachedIsNotified() {
        RevenueView view = SeatBooks.start()
                .has("a/1", "seats", "2025-01-01", "1", "100")
                .with(
                        "a/1",
                        s -> s.endings(Ending.builder("e", Moment.of(2025, 9, 1))
                                .recorded(Instant.parse("2025-05-05T12:00:00Z"))
                                .build()))
                .during("2025-05");
        assertThat(at(view, CONTRACTED_ARR, "2025-05-04")).isEqualTo("1200");
        assertThat(at(view, CONTRACTED_ARR, "2025-05-05")).isEqualTo("0");
    }

    @Test
    void contractionThatIsRecordedCountsAndARiseDoesNot() {
        RevenueView view = SeatBooks.start()
                .has("down/1", "seats", "2025-01-01", "10", "10")
                .recorded("down/1", "seats", "2025-09-01", "2025-05-05T00:00:00Z", "6", "10")
                .has("up/1", "seats", "2025-01-01", "10", "10")
                .recorded("up/1", "seats", "2025-09-01", "2025-05-05T00:00:00Z", "20", "10")
                .has("silent/1", "seats", "2025-01-01", "10", "10")
                .has("silent/1", "seats", "2025-09-01", "6", "10")
                .during("2025-05");
        // 3 x 1,200 a year now; of down/1, 6 x 10 x 12 = 720 from September on, which was recorded in May
        assertThat(at(view, CONTRACTED_ARR, "2025-05-04")).isEqualTo("3600");
        assertThat(at(view, CONTRACTED_ARR, "2025-05")).isEqualTo("3120");
        assertThat(yearly(CONTRACTED_ARR.measure(view).evidence().total(Part.NOTIFIED_CONTRACTION)))
                .isEqualTo("-480");
        assertThat(at(view, CONTRACTED_ARR, "2025-09")).isEqualTo("3840"); // 720 + 2,400 + 720
    }

    @Test
    void switchOfProductsThatIsRecordedIsNoContraction() {
        RevenueView view = SeatBooks.start()
                .has("a/1", "basic", "2025-01-01", "1", "100")
                .recorded("a/1", "basic", "2025-09-01", "2025-05-05T00:00:00Z", "0", "100")
                .recorded("a/1", "pro", "2025-09-01", "2025-05-05T00:00:00Z", "1", "150")
                .during("2025-05");
        assertThat(at(view, CONTRACTED_ARR, "2025-05")).isEqualTo("1200");
    }

    @Test
    void liveIsWhatTheSubscriptionSaysThenTheAccountThenWhetherItRecurs() {
        RevenueView view = SeatBooks.start()
                .has("says/1", "seats", "2025-01-01", "1", "100")
                .goLive("says/1", "2025-06-01")
                .add(Account.builder("says").liveSince(Moment.of(2025, 1, 1)).build())
                .has("account/1", "seats", "2025-01-01", "1", "10")
                .add(Account.builder("account").liveSince(Moment.of(2025, 3, 1)).build())
                .has("neither/1", "seats", "2025-01-01", "1", "1")
                .during("2025-02");
        assertThat(at(view, LIVE_ARR, "2025-02")).isEqualTo("12");
        assertThat(at(view, LIVE_ARR, "2025-03-01")).isEqualTo("132");
        assertThat(at(view, LIVE_ARR, "2025-05-31")).isEqualTo("132");
        assertThat(at(view, LIVE_ARR, "2025-06-01")).isEqualTo("1332");
        assertThat(at(view, CONTRACTED_ARR, "2025-02")).isEqualTo("1332");
        assertThat(SHARE_LIVE
                        .measure(view.during(Span.month(2025, 4)))
                        .orElseThrow()
                        .value())
                .isEqualTo(132.0 / 1332);
        assertThat(code(SHARE_LIVE.measure(view.during(Span.year(2024))))).isEqualTo(UndefinedCode.NOTHING_RECURS);
    }

    @Test
    void notLiveIsAtRiskWhenTheRenewalIsNear() {
        RevenueView view = SeatBooks.start()
                .has("a/1", "seats", "2025-01-31", "1", "100")
                .goLive("a/1", "2027-01-01")
                .term("a/1", 12)
                .has("live/1", "seats", "2025-01-31", "1", "100")
                .goLive("live/1", "2025-02-01")
                .term("live/1", 12)
                .has("endless/1", "seats", "2025-01-31", "1", "100")
                .goLive("endless/1", "2027-01-01")
                .during("2025-02");
        // the renewal is on 2026-01-31; a close on 2025-11-02 is 90 days before it, one on 2025-11-01 is 91 days
        assertThat(at(view, NOT_LIVE_AT_RISK, "2025-10-31")).isEqualTo("0");
        assertThat(at(view, NOT_LIVE_AT_RISK, "2025-11-01")).isEqualTo("1200");
        Evidence evidence =
                NOT_LIVE_AT_RISK.measure(view.during(Span.parse("2025-11-01"))).evidence();
        assertThat(evidence.top(5, Part.AT_RISK)).singleElement().satisfies(line -> {
            assertThat(line.subject().value()).isEqualTo("a/1/seats/seats");
            assertThat(line.get(Part.DAYS_TO_RENEWAL)).isEqualTo(90);
        });
        assertThat(at(view, NOT_LIVE_AT_RISK, "2026-01-30")).isEqualTo("1200"); // 0 days
        assertThat(at(view, NOT_LIVE_AT_RISK, "2026-01-31")).isEqualTo("0"); // renewed for a year
        Metric<RunRate> half = NotLiveAtRisk.within(RenewalWindow.ofDays(45));
        assertThat(at(view, half, "2025-12-15")).isEqualTo("0");
        assertThat(at(view, half, "2025-12-16")).isEqualTo("1200");
        assertThatThrownBy(() -> RenewalWindow.ofDays(-1)).hasMessageContaining("Maybe");
    }

    @Test
    void productsOfOneAccountAddUp() {
        RevenueView view = SeatBooks.start()
                .has("a/1", "seats", "2025-01-01", "1", "100")
                .has("a/1", "storage", "2025-01-01", "1", "20")
                .has("a/2", "seats", "2025-08-01", "1", "7")
                .signed("a/2", "2025-02-01")
                .during("2025-03");
        Breakdown<RunRate> products = CONTRACTED_ARR.measure(view).by(Dimension.PRODUCT);
        assertThat(yearly(products.of("seats").orElseThrow())).isEqualTo("1284");
        assertThat(yearly(products.of("storage").orElseThrow())).isEqualTo("240");
        assertThat(yearly(products.whole().orElseThrow())).isEqualTo("1524");
        assertThat(CONTRACTED_ARR.measure(view).explain().toString())
                .contains("signed USD 84.00 a year, from 1 line")
                .contains("item a/1/seats/seats");
    }

    @Test
    void evidenceByHandConcludes() {
        Evidence evidence = Evidence.in("USD")
                .line("a")
                .set(Part.CLOSING, RunRate.perYear(Money.of(100, "USD")))
                .set(Part.SIGNED, RunRate.perYear(Money.of(30, "USD")))
                .set(Part.NOTIFIED_CHURN, RunRate.perYear(Money.of(-20, "USD")))
                .set(Part.NOTIFIED_CONTRACTION, RunRate.perYear(Money.of(-5, "USD")))
                .build();
        assertThat(yearly(CONTRACTED_ARR.conclude(evidence).orElseThrow())).isEqualTo("105");
    }
}
