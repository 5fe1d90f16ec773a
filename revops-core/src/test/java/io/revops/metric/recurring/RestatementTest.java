package io.revops.metric.recurring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.book.Account;
import io.revops.book.AccountId;
import io.revops.book.BillingInterval;
import io.revops.book.Ending;
import io.revops.book.ItemChange;
import io.revops.book.Opportunity;
import io.revops.book.Price;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.ledger.Closing;
import io.revops.ledger.LedgerChange;
import io.revops.ledger.Movement;
import io.revops.ledger.MovementKind;
import io.revops.ledger.MrrLedger;
import io.revops.ledger.ReportingCurrency;
import io.revops.ledger.RevenuePolicy;
import io.revops.money.ExchangeRate;
import io.revops.money.ExchangeRates;
import io.revops.money.Money;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was recorded late, worked by hand: where it is restated, where it is posted, and what the difference is made of. */
class RestatementTest {
    private static final RevenuePolicy RESTATED = RevenuePolicy.standard();
    private static final RevenuePolicy POSTED = RESTATED.with(Closing.postToOpen(LocalDate.of(2025, 2, 28)));
    private static final Span SPAN = Span.parse("2025-01-01/2025-07-01");
    private static final Instant THEN = Instant.parse("2025-02-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2025-03-06T00:00:00Z");

    private static Subscription.Builder pays(String id, String account, String from, String price, String recorded) {
        return Subscription.builder(id, account)
                .items(ItemChange.builder(id + "-item", Moment.parse(from), "seats")
                        .price(Price.flat(Money.of(price, "USD"), BillingInterval.MONTHLY))
                        .recorded(recorded.isEmpty() ? null : Instant.parse(recorded))
                        .build());
    }

    /** Case T36: 40 a month from 20 January, recorded on 5 March. */
    private static RevenueBook late() {
        return RevenueBook.builder()
                .add(pays("s1", "acme", "2025-01-20", "40", "2025-03-05T00:00:00Z")
                        .build())
                .build();
    }

    private static List<String> movements(RevenueBook book, RevenuePolicy policy) {
        return MrrLedger.of(book, policy).movements(SPAN).stream()
                .map(m -> m.period() + " " + m.account() + " " + m.kind() + " "
                        + m.amount().perMonth(RoundingMode.HALF_UP).amount()
                        + (m.postedLate().isEmpty() ? "" : " late"))
                .toList();
    }

    @Test
    void whatIsRecordedLateIsAChangeOfItsMonth() { // T36
        Restatement restated = Restatement.between(late(), RESTATED, SPAN, THEN, NOW);
        assertThat(restated.lines())
                .extracting(Restatement.Line::toString)
                .containsExactly("2025-01 acme NEW USD 0.00 -> USD 40.00 (s1-item)");
        assertThat(restated.of(Span.month(2025, 1))).isEqualTo(restated.lines());
        assertThat(restated.of(Span.month(2025, 2))).isEmpty();
        assertThat(restated.months())
                .hasSize(6)
                .allSatisfy(month -> assertThat(month.closing()).hasToString("USD 40.00/month"));
        assertThat(restated)
                .hasToString("Restatement of 2025-01-01/2025-07-01, as known at 2025-02-01T00:00:00Z and at "
                        + "2025-03-06T00:00:00Z\n  2025-01 acme NEW USD 0.00 -> USD 40.00 (s1-item)");
    }

    @Test
    void returnNamesWhatWasRecordedOfTheTimeBefore() {
        // 30 a month from 10 March; in April it is recorded that it had paid 40 from 5 January to 10 February
        RevenueBook book = RevenueBook.builder()
                .add(pays("s1", "acme", "2025-03-10", "30", "").build())
                .add(pays("old", "acme", "2025-01-05", "40", "2025-04-01T00:00:00Z")
                        .endings(Ending.builder("old-end", Moment.parse("2025-02-10"))
                                .recorded(Instant.parse("2025-04-01T00:00:00Z"))
                                .build())
                        .build())
                .build();
        List<Restatement.Line> march = Restatement.between(
                        book,
                        RESTATED,
                        SPAN,
                        Instant.parse("2025-03-15T00:00:00Z"),
                        Instant.parse("2025-04-05T00:00:00Z"))
                .of(Span.month(2025, 3));
        assertThat(march)
                .extracting(Restatement.Line::toString)
                .containsExactly(
                        "2025-03 acme NEW USD 30.00 -> USD 0.00 (old-end, old-item)",
                        "2025-03 acme REACTIVATION USD 0.00 -> USD 30.00 (old-end, old-item)");
    }

    @Test
    void whatIsPostedIsMarkedAndNamesItsFact() { // T36
        assertThat(movements(late(), RESTATED)).containsExactly("2025-01 acme NEW 40.00");
        assertThat(movements(late(), POSTED)).containsExactly("2025-03 acme NEW 40.00 late");
        Movement posted = MrrLedger.of(late(), POSTED).movements(SPAN).get(0);
        assertThat(posted.factIds()).containsExactly("s1-item");
        assertThat(posted.postedLate())
                .extracting(LedgerChange::toString)
                .containsExactly("2025-03-01T00:00:00Z s1/seats: USD 0.00/month -> USD 40.00/month, "
                        + "it was recorded after its period was closed (s1-item)");
        assertThat(Restatement.between(late(), POSTED, SPAN, THEN, NOW).lines())
                .extracting(Restatement.Line::toString)
                .containsExactly("2025-03 acme NEW USD 0.00 -> USD 40.00 (s1-item)");
    }

    @Test
    void priceThatWasWrongIsCorrectedInTheOpenMonthWhereTheRestGoesOn() {
        // 100 from January; on 10 March it turns out to have been 90 from February on; 130 from April on
        RevenueBook book = RevenueBook.builder()
                .add(pays("s1", "acme", "2025-01-01", "100", "")
                        .items(
                                item("wrong", "2025-02-01", "90", "2025-03-10T08:00:00Z"),
                                item("more", "2025-04-01", "130", "2025-04-01T08:00:00Z"))
                        .build())
                .build();
        assertThat(movements(book, RESTATED))
                .containsExactly(
                        "2025-01 acme NEW 100.00", "2025-02 acme CONTRACTION -10.00", "2025-04 acme EXPANSION 40.00");
        assertThat(movements(book, POSTED))
                .containsExactly(
                        "2025-01 acme NEW 100.00",
                        "2025-03 acme CONTRACTION -10.00 late",
                        "2025-04 acme EXPANSION 40.00");
        Restatement diff = Restatement.between(book, RESTATED, SPAN, NOW, Instant.parse("2025-03-09T00:00:00Z"));
        assertThat(diff.isEmpty()).isTrue();
        diff = Restatement.between(
                book, RESTATED, SPAN, Instant.parse("2025-03-09T00:00:00Z"), Instant.parse("2025-03-11T00:00:00Z"));
        assertThat(diff.lines())
                .extracting(Restatement.Line::toString)
                .containsExactly("2025-02 acme CONTRACTION USD 0.00 -> USD -10.00 (wrong)");
        assertThat(diff.changes()).containsOnlyKeys(MovementKind.CONTRACTION);
    }

    private static ItemChange item(String id, String from, String price, String recorded) {
        return ItemChange.builder(id, Moment.parse(from), "seats")
                .price(Price.flat(Money.of(price, "USD"), BillingInterval.MONTHLY))
                .recorded(Instant.parse(recorded))
                .build();
    }

    @Test
    void everyCloseKeepsWhatItReported() {
        // an end in January is recorded in February, a start in January in March: each is posted when the next month
        // opens
        RevenueBook book = RevenueBook.builder()
                .add(pays("s1", "acme", "2024-06-01", "100", "")
                        .endings(Ending.builder("end", Moment.of(2025, 1, 15))
                                .recorded(Instant.parse("2025-02-10T00:00:00Z"))
                                .build())
                        .build())
                .add(pays("s2", "bolt", "2025-01-20", "40", "2025-03-05T00:00:00Z")
                        .build())
                .build();
        RevenuePolicy monthly = RESTATED.with(Closing.monthly(Span.parse("2025-01-01/2025-04-01"), 5));
        assertThat(movements(book, RESTATED)).containsExactly("2025-01 acme CHURN -100.00", "2025-01 bolt NEW 40.00");
        // February was closed at the end of 5 March: what was recorded that day is in time for February, and late for
        // January
        assertThat(movements(book, monthly))
                .containsExactly("2025-02 acme CHURN -100.00 late", "2025-02 bolt NEW 40.00 late");
        RevenuePolicy atOnce = RESTATED.with(Closing.monthly(Span.parse("2025-01-01/2025-04-01"), 0));
        assertThat(movements(book, atOnce))
                .containsExactly("2025-02 acme CHURN -100.00 late", "2025-03 bolt NEW 40.00 late");
    }

    @Test
    void whatWasBookedAndNeverWasIsTakenBackInTheOpenMonth() {
        // recorded in time as 50 from January; on 3 March the same entry is recorded again, from May on
        RevenueBook book = RevenueBook.builder()
                .add(Subscription.builder("s1", "acme")
                        .items(
                                item("start", "2025-01-10", "50", "2025-01-10T00:00:00Z"),
                                item("start", "2025-05-10", "50", "2025-03-03T00:00:00Z"))
                        .build())
                .build();
        assertThat(movements(book, RESTATED)).containsExactly("2025-05 acme NEW 50.00");
        assertThat(movements(book, POSTED))
                .containsExactly(
                        "2025-01 acme NEW 50.00", "2025-03 acme CHURN -50.00 late", "2025-05 acme REACTIVATION 50.00");
    }

    @Test
    void priceThatWasRecordedInAnotherCurrencyGoesOnBesideIt() {
        RevenueBook book = RevenueBook.builder()
                .add(Subscription.builder("s1", "acme")
                        .items(
                                item("start", "2025-01-10", "50", "2025-01-10T00:00:00Z"),
                                ItemChange.builder("start", Moment.of(2025, 1, 10), "seats")
                                        .price(Price.flat(Money.of("60", "EUR"), BillingInterval.MONTHLY))
                                        .recorded(Instant.parse("2025-03-03T00:00:00Z"))
                                        .build())
                        .build())
                .build();
        MrrLedger ledger = MrrLedger.of(book, POSTED);
        assertThat(ledger.changes(book.subscriptions().get(0).account(), SPAN))
                .extracting(LedgerChange::toString)
                .containsExactly(
                        "2025-01-10T00:00:00Z s1/seats: USD 0.00/month -> USD 50.00/month, an item of the subscription changed (start)",
                        "2025-03-01T00:00:00Z s1/seats: USD 50.00/month -> USD 0.00/month, it was recorded after its period was closed",
                        "2025-03-01T00:00:00Z s1/seats in EUR: EUR 0.00/month -> EUR 60.00/month, it was recorded after its period was closed (start)");
    }

    @Test
    void mistakesAreRefusedWithTheNextStep() {
        assertThatThrownBy(() -> Restatement.between(late(), RESTATED, SPAN, NOW, THEN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe name the earlier instant first");
        assertThatThrownBy(() -> Closing.restate().then(LocalDate.of(2025, 2, 28), LocalDate.of(2025, 2, 27)))
                .hasMessageContaining("before that day was over. Maybe");
        Closing february = Closing.postToOpen(LocalDate.of(2025, 2, 28));
        assertThatThrownBy(() -> february.then(LocalDate.of(2025, 1, 31), LocalDate.of(2025, 3, 31)))
                .hasMessageContaining("Maybe name the closes in their order");
        assertThatThrownBy(() -> Closing.monthly(Span.year(2025), -1)).hasMessageContaining("Maybe 0 or more");
        assertThatThrownBy(() -> io.revops.ledger.PolicyOption.parse("closed periods", "POST_TO_OPEN"))
                .hasMessageContaining("Maybe RESTATE, or POST_TO_OPEN 2025-01-31");
    }

    /** 100 euros a month from January; the rate of March comes in with March, and a deal is written down then. */
    private static RevenueBook.Builder inEuros() {
        return RevenueBook.builder()
                .add(ExchangeRate.of(LocalDate.of(2024, 12, 31), "EUR", "USD", "1.1"))
                .add(ExchangeRate.of(LocalDate.of(2025, 3, 15), "EUR", "USD", "1.2"))
                .add(ExchangeRate.of(LocalDate.of(2025, 3, 15), "GBP", "USD", "1.3"))
                .add(Account.builder("acme").recorded(NOW).build())
                .add(Subscription.builder("s1", "acme")
                        .items(ItemChange.builder("i1", Moment.of(2025, 1, 1), "plan")
                                .price(Price.flat(Money.of("100", "EUR"), BillingInterval.MONTHLY))
                                .recorded(Instant.parse("2025-01-01T00:00:00Z"))
                                .build())
                        .build())
                .add(Opportunity.builder("deal", Moment.of(2025, 3, 1))
                        .account(new AccountId("acme"))
                        .recorded(NOW)
                        .build());
    }

    private static List<String> inDollars(RevenueBook book, Instant then, Instant now) {
        return Restatement.between(book, RESTATED.with(ReportingCurrency.of("USD")), SPAN, then, now).lines().stream()
                .map(Restatement.Line::toString)
                .toList();
    }

    @Test
    void anEffectOfRatesNamesTheRateAndNoDeal() {
        assertThat(inDollars(inEuros().build(), THEN, Instant.parse("2025-03-20T00:00:00Z")))
                .containsExactly("2025-03 acme FX USD 0.00 -> USD 10.00 (EUR/USD 2025-03-15)");
    }

    @Test
    void whatMadeTheBalanceBehindItAnotherOneIsNamedBesideTheRate() {
        RevenueBook book = inEuros()
                .add(Subscription.builder("s2", "acme")
                        .items(ItemChange.builder("i2", Moment.of(2025, 2, 1), "plan")
                                .price(Price.flat(Money.of("50", "EUR"), BillingInterval.MONTHLY))
                                .recorded(NOW)
                                .build())
                        .build())
                .build();
        assertThat(inDollars(book, THEN, Instant.parse("2025-03-20T00:00:00Z")))
                .containsExactly(
                        "2025-02 acme EXPANSION USD 0.00 -> USD 55.00 (i2)",
                        "2025-03 acme FX USD 0.00 -> USD 15.00 (i2, EUR/USD 2025-03-15)");
    }

    @Test
    void whatIsConvertedThroughAnotherCurrencyNamesBothRates() {
        ExchangeRates rates = ExchangeRates.of(List.of(
                ExchangeRate.of(LocalDate.of(2025, 1, 1), "EUR", "USD", "1.1"),
                ExchangeRate.of(LocalDate.of(2025, 2, 1), "GBP", "USD", "1.3")));
        assertThat(rates.behind(Money.currency("EUR"), Money.currency("GBP"), LocalDate.of(2025, 2, 3)))
                .extracting(ExchangeRate::name)
                .containsExactly("EUR/USD 2025-01-01", "GBP/USD 2025-02-01");
        assertThat(rates.behind(Money.currency("EUR"), Money.currency("GBP"), LocalDate.of(2025, 1, 3)))
                .isEmpty();
        assertThat(rates.behind(Money.currency("USD"), Money.currency("USD"), LocalDate.of(2025, 1, 3)))
                .isEmpty();
    }
}
