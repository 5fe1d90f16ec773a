package io.revops.metric.bookings;

import static io.revops.catalog.Metrics.ACV_BOOKED;
import static io.revops.catalog.Metrics.ACV_BOOKED_FIRST_YEAR;
import static io.revops.catalog.Metrics.ARR_BOOKED;
import static io.revops.catalog.Metrics.BOOKINGS_TCV;
import static io.revops.catalog.Metrics.EXIT_ARR_BOOKED;
import static io.revops.catalog.Metrics.MULTI_YEAR_BOOKINGS;
import static io.revops.catalog.Metrics.ONE_TIME_BOOKINGS;
import static io.revops.catalog.Metrics.RECURRING_BOOKINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.book.Account;
import io.revops.book.BillingInterval;
import io.revops.book.Dimension;
import io.revops.book.OpportunityChange;
import io.revops.book.Outcome;
import io.revops.book.Price;
import io.revops.book.ProductKind;
import io.revops.book.RevenueBook;
import io.revops.ledger.MrrLedger;
import io.revops.ledger.ReportingCurrency;
import io.revops.ledger.ReportingZone;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.metric.Measurement;
import io.revops.metric.Metric;
import io.revops.metric.Part;
import io.revops.metric.Undefined;
import io.revops.metric.UndefinedCode;
import io.revops.money.ExchangeRate;
import io.revops.money.Money;
import io.revops.money.RunRate;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class BookingsTest {
    private static final BillingInterval MONTH = BillingInterval.MONTHLY;

    /** Case T42: 1,000, 1,500 and 2,000 a month, a year each. */
    private static Contracts ramp() {
        return Contracts.start()
                .signed("ramp", "2024-12-15", 36)
                .pays("ramp", "2025-01-01", "1000", MONTH)
                .pays("ramp", "2026-01-01", "1500", MONTH)
                .pays("ramp", "2027-01-01", "2000", MONTH);
    }

    @Test
    void rampIsBookedWithItsFirstYearAndItsAverageAndItsLast() {
        RevenueView view = ramp().during("2024-12");
        assertThat(amount(BOOKINGS_TCV, view)).isEqualTo("54000");
        assertThat(perYear(ACV_BOOKED, view)).isEqualTo("18000");
        assertThat(amount(ACV_BOOKED_FIRST_YEAR, view)).isEqualTo("12000");
        assertThat(perYear(ARR_BOOKED, view)).isEqualTo("12000");
        assertThat(perYear(EXIT_ARR_BOOKED, view)).isEqualTo("24000");
        assertThat(MULTI_YEAR_BOOKINGS.measure(view).orElseThrow())
                .isEqualTo(new ContractYears(usd(12000), usd(18000), usd(24000), usd(0), usd(0)))
                .hasToString(
                        "USD 12,000.00 in year 1 + USD 18,000.00 in year 2 + USD 24,000.00 in year 3 + USD 0.00 later "
                                + "+ USD 0.00 one-time = USD 54,000.00");
        assertThat(MULTI_YEAR_BOOKINGS.measure(view).orElseThrow().beyondFirstYear())
                .isEqualTo(usd(42000));
    }

    @Test
    void signatureIsBookedWhenItIsSignedAndNotWhenItGoesLive() {
        RevenueView view = Contracts.start()
                .signed("s", "2025-02-10", 12)
                .pays("s", "2025-04-01", "1200", MONTH)
                .during("2025-02");
        assertThat(amount(BOOKINGS_TCV, view)).isEqualTo("14400");
        assertThat(perYear(ARR_BOOKED, view)).isEqualTo("14400");
        for (String other : List.of("2025-01", "2025-03", "2025-04")) {
            assertThat(amount(BOOKINGS_TCV, view.during(Span.parse(other)))).isEqualTo("0");
        }
    }

    @Test
    void setUpFeeIsBookedOnceAndInNoArr() {
        RevenueView view = Contracts.start()
                .signed("s", "2025-01-01", 12)
                .pays("s", "2025-01-01", "50", MONTH)
                .pays("s", "2025-01-01", "set-up", Price.oneTime(usd(99)), null)
                .during("2025-01");
        assertThat(amount(ONE_TIME_BOOKINGS, view)).isEqualTo("99");
        assertThat(amount(RECURRING_BOOKINGS, view)).isEqualTo("600");
        assertThat(amount(BOOKINGS_TCV, view)).isEqualTo("699");
        assertThat(perYear(ARR_BOOKED, view)).isEqualTo("600");
    }

    @Test
    void evergreenHasArrAndNoTotal() {
        RevenueView view = Contracts.start()
                .signed("s", "2025-01-01", 0)
                .pays("s", "2025-01-01", "50", MONTH)
                .pays("s", "2025-01-01", "set-up", Price.oneTime(usd(99)), null)
                .during("2025-01");
        assertThat(perYear(ARR_BOOKED, view)).isEqualTo("600");
        assertThat(amount(ONE_TIME_BOOKINGS, view)).isEqualTo("99");
        for (Metric<?> metric : List.of(
                BOOKINGS_TCV,
                RECURRING_BOOKINGS,
                ACV_BOOKED,
                ACV_BOOKED_FIRST_YEAR,
                EXIT_ARR_BOOKED,
                MULTI_YEAR_BOOKINGS)) {
            assertThat(code(metric.measure(view))).isEqualTo(UndefinedCode.EVERGREEN);
        }
        assertThat(BOOKINGS_TCV.measure(view).printed())
                .isEqualTo("undefined: 1 of 1 contracts are agreed without an end, so there is no total. Maybe write "
                        + "term_months, or read ARR booked.");
        BookedContract contract = Bookings.of(view).contracts().get(0);
        assertThat(contract.total()).isInstanceOf(Undefined.class);
        assertThat(contract.termMonths()).isEmpty();
        assertThat(contract).hasToString("s, 2025-01-01: TCV undefined, ARR USD 600.00, no end is agreed");
    }

    @Test
    void dealWithoutLinesHasATotalAndNoSplit() {
        RevenueView view =
                Contracts.start().won("d", "2025-02-03").amount("d", 700).during("2025-02");
        assertThat(amount(BOOKINGS_TCV, view)).isEqualTo("700");
        for (Metric<?> metric :
                List.of(RECURRING_BOOKINGS, ONE_TIME_BOOKINGS, ARR_BOOKED, ACV_BOOKED, MULTI_YEAR_BOOKINGS)) {
            assertThat(code(metric.measure(view))).isEqualTo(UndefinedCode.NOT_SPLIT);
        }
        BookedContract contract = Bookings.of(view).contracts().get(0);
        assertThat(List.of(contract.recurring(), contract.oneTime(), contract.years(), contract.arr()))
                .allSatisfy(r -> assertThat(r).isInstanceOf(Undefined.class));
        assertThat(contract.findings()).containsExactly(BookingFinding.NOT_SPLIT);
    }

    @Test
    void recurringLineWithoutTermIsInTheTotalAndInNoYear() {
        RevenueView view = Contracts.start()
                .won("d", "2025-02-03")
                .line("d", ProductKind.RECURRING, 700, 0, 0)
                .line("d", ProductKind.ONE_TIME, 30, 0, 0)
                .during("2025-02");
        assertThat(amount(BOOKINGS_TCV, view)).isEqualTo("730");
        assertThat(amount(RECURRING_BOOKINGS, view)).isEqualTo("700");
        assertThat(code(ARR_BOOKED.measure(view))).isEqualTo(UndefinedCode.NO_TERM);
        assertThat(code(ACV_BOOKED_FIRST_YEAR.measure(view))).isEqualTo(UndefinedCode.NO_TERM);
        assertThat(Bookings.of(view).contracts().get(0).exitArr()).isInstanceOf(Undefined.class);
    }

    @Test
    void usageAndWhatDiffersFromTheAmountAreTold() {
        RevenueView view = Contracts.start()
                .won("d", "2025-02-03")
                .amount("d", 900)
                .line("d", ProductKind.RECURRING, 700, 12, 0)
                .line("d", ProductKind.USAGE, 100, 0, 0)
                .won("nothing", "2025-02-04")
                .during("2025-02");
        assertThat(amount(BOOKINGS_TCV, view)).isEqualTo("700");
        assertThat(Bookings.of(view).contracts())
                .extracting(BookedContract::findings)
                .containsExactly(
                        java.util.EnumSet.of(BookingFinding.LINES_DIFFER, BookingFinding.USAGE_LEFT_OUT),
                        java.util.EnumSet.of(BookingFinding.NO_AMOUNT));
        assertThat(Bookings.of(view))
                .hasToString(
                        "Bookings, 2025-02: 2 contracts\n  d, 2025-02-03: TCV USD 700.00, ARR USD 700.00, lines differ "
                                + "from the amount, usage is left out\n  nothing, 2025-02-04: TCV USD 0.00, ARR USD 0.00, no amount");
    }

    @Test
    void dealAndTheSubscriptionItLedToAreOneContractOnTheEarlierDay() {
        for (String won : List.of("2025-02-01", "2025-03-01", "2025-03-15")) {
            RevenueView view = Contracts.start()
                    .won("d", won)
                    .line("d", ProductKind.RECURRING, 24000, 24, 0)
                    .leadsTo("d", "s")
                    .signed("s", "2025-03-01", 12)
                    .pays("s", "2025-04-01", "1000", MONTH)
                    .during("2025");
            boolean dealFirst = won.compareTo("2025-03-01") <= 0;
            assertThat(amount(BOOKINGS_TCV, view)).as(won).isEqualTo(dealFirst ? "24000" : "12000");
            assertThat(Bookings.of(view).contracts())
                    .hasSize(1)
                    .allSatisfy(c -> assertThat(c.subject().value()).isEqualTo(dealFirst ? "d" : "s"));
            assertThat(monthsOf(BOOKINGS_TCV, view)).as(won).isEqualByComparingTo(amount(BOOKINGS_TCV, view));
        }
    }

    @Test
    void dealThatRenewsAnOlderSubscriptionIsAContractOfItsOwn() {
        RevenueView view = Contracts.start()
                .won("d", "2025-12-20")
                .line("d", ProductKind.RECURRING, 13000, 12, 0)
                .leadsTo("d", "s")
                .signed("s", "2024-12-31", 12)
                .pays("s", "2025-01-01", "1000", MONTH)
                .during("2025");
        assertThat(amount(BOOKINGS_TCV, view)).isEqualTo("13000");
        assertThat(amount(BOOKINGS_TCV, view.during(Span.year(2024)))).isEqualTo("12000");
    }

    @Test
    void dealWithoutAmountLeavesTheContractToTheSubscription() {
        RevenueView view = Contracts.start()
                .won("d", "2025-02-01")
                .leadsTo("d", "s")
                .signed("s", "2025-03-01", 12)
                .pays("s", "2025-04-01", "1000", MONTH)
                .during("2025");
        assertThat(Bookings.of(view).contracts())
                .extracting(c -> c.subject().value())
                .containsExactly("s");
    }

    @Test
    void whatIsAgreedLaterIsNotInTheSignature() {
        Contracts contracts = Contracts.start()
                .signed("s", "2025-01-01", 12)
                .pays("s", "2025-01-01", "100", MONTH)
                .pays("s", "2025-04-01", "item", Price.perUnit(usd(170), MONTH), null)
                .ends("s", "2025-06-01");
        RevenueView view = contracts.during("2025-01");
        assertThat(amount(BOOKINGS_TCV, view)).isEqualTo("1200");
    }

    @Test
    void stepThatWasRecordedAtTheSignatureIsInItWheneverItTakesEffect() {
        RevenueView view = Contracts.start()
                .signed("s", "2025-01-01", 12)
                .pays("s", "2025-01-01", "100", MONTH)
                .pays("s", "2025-07-01", "item", Price.perUnit(usd(200), MONTH), "2025-01-01T09:00:00Z")
                .during("2025-01");
        assertThat(amount(BOOKINGS_TCV, view)).isEqualTo("1800");
        assertThat(perYear(ARR_BOOKED, view)).isEqualTo("1800");
        assertThat(perYear(EXIT_ARR_BOOKED, view)).isEqualTo("2400");
        assertThat(Bookings.of(view).contracts().get(0).findings()).containsExactly(BookingFinding.RAMP);
    }

    @Test
    void stepThatWasRecordedLaterIsAnotherAgreement() {
        RevenueView view = Contracts.start()
                .signed("s", "2025-01-01", 24)
                .pays("s", "2025-01-01", "100", MONTH)
                .pays("s", "2026-01-01", "item", Price.perUnit(usd(200), MONTH), "2025-11-01T09:00:00Z")
                .during("2025-01");
        assertThat(amount(BOOKINGS_TCV, view)).isEqualTo("2400");
    }

    @Test
    void partOfAMonthCountsByItsDays() {
        RevenueView view = Contracts.start()
                .signed("s", "2025-01-01", 12)
                .pays("s", "2025-01-10", "100", MONTH)
                .pays("s", "2025-02-25", "item", Price.perUnit(usd(200), MONTH), "2025-01-01T09:00:00Z")
                .during("2025-01");
        BigDecimal months =
                BigDecimal.ONE.add(new BigDecimal(15).divide(new BigDecimal(28), 12, java.math.RoundingMode.HALF_EVEN));
        BigDecimal expected = new BigDecimal(2400).subtract(new BigDecimal(100).multiply(months));
        assertThat(BOOKINGS_TCV
                        .measure(view)
                        .orElseThrow()
                        .amount()
                        .subtract(expected)
                        .abs())
                .isLessThan(new BigDecimal("0.000001"));
    }

    @Test
    void signatureFallsOnTheDayThatTheReportingZoneHas() {
        RevenueBook book = Contracts.start()
                .signed("s", "2025-02-01T02:00:00Z", 12)
                .pays("s", "2025-02-01", "40", MONTH)
                .facts()
                .build();
        RevenuePolicy newYork = RevenuePolicy.standard().with(ReportingZone.of("America/New_York"));
        assertThat(amount(BOOKINGS_TCV, RevenueView.of(book, newYork, Span.month(2025, 1))))
                .isEqualTo("480");
        assertThat(amount(BOOKINGS_TCV, RevenueView.of(book, RevenuePolicy.standard(), Span.month(2025, 1))))
                .isEqualTo("0");
    }

    @Test
    void amountsAreConvertedAtTheRateOfTheDayOfSignature() {
        RevenueBook.Builder book = Contracts.start()
                .won("a", "2025-01-20")
                .line("a", ProductKind.RECURRING, Money.of(1000, "EUR"), 12, 0)
                .won("b", "2025-02-20")
                .line("b", ProductKind.ONE_TIME, Money.of(10, "USD"), 0, 0)
                .facts();
        RevenuePolicy dollars = RevenuePolicy.standard().with(ReportingCurrency.of("USD"));
        assertThat(code(BOOKINGS_TCV.measure(RevenueView.of(book.build(), RevenuePolicy.standard(), Span.year(2025)))))
                .isEqualTo(UndefinedCode.MIXED_CURRENCY);
        assertThat(code(BOOKINGS_TCV.measure(RevenueView.of(book.build(), dollars, Span.year(2025)))))
                .isEqualTo(UndefinedCode.MISSING_RATE);
        book.add(ExchangeRate.of(LocalDate.of(2025, 1, 10), "EUR", "USD", "1.1"))
                .add(ExchangeRate.of(LocalDate.of(2025, 1, 31), "EUR", "USD", "1.3"));
        RevenueView view = RevenueView.of(book.build(), dollars, Span.year(2025));
        assertThat(amount(BOOKINGS_TCV, view)).isEqualTo("1110");
        assertThat(perYear(ARR_BOOKED, view)).isEqualTo("1100");
    }

    @Test
    void cutsAddUpAndASubscriptionHasNoTypeOfDeal() {
        RevenueBook book = Contracts.start()
                .won("a", "2025-01-20")
                .line("a", ProductKind.RECURRING, 1000, 12, 0)
                .signed("s", "2025-02-01", 12)
                .pays("s", "2025-02-01", "40", MONTH)
                .facts()
                .add(Account.builder("a").attribute("industry", "Retail").build())
                .add(Account.builder("s")
                        .name("Sable")
                        .attribute("industry", "Fintech")
                        .build())
                .build();
        RevenueView view = RevenueView.of(book, RevenuePolicy.standard(), Span.year(2025));
        Measurement<Money> tcv = BOOKINGS_TCV.measure(view);
        assertThat(tcv.by(Dimension.INDUSTRY).of("Fintech").orElseThrow()).isEqualTo(usd(480));
        assertThat(tcv.by(Dimension.INDUSTRY).of("Retail").orElseThrow()).isEqualTo(usd(1000));
        assertThat(tcv.by(Dimension.DEAL_TYPE).of("NEW").orElseThrow()).isEqualTo(usd(1000));
        assertThat(tcv.by(Dimension.DEAL_TYPE).of(Dimension.NOT_SET).orElseThrow())
                .isEqualTo(usd(480));
        assertThatThrownBy(() -> tcv.by(Dimension.PRODUCT)).hasMessageContaining("Maybe");
        assertThat(tcv.evidence().lines()).extracting(l -> l.name()).containsExactly("Deal a", "Sable");
        assertThat(tcv.evidence().top(1, Part.BOOKED_RECURRING).get(0).toString())
                .startsWith("Deal a (a), contracts 1, recurring USD 1000.00, year 1 USD 1000.00");
    }

    @Test
    void dealCountsAsItStandsAtTheClose() {
        Contracts contracts = Contracts.start().won("d", "2025-02-03").amount("d", 700);
        RevenueBook book = contracts.facts().build();
        RevenueBook reopened = book.toBuilder()
                .add(book.opportunities().get(0).toBuilder()
                        .changes(OpportunityChange.builder("lost", Moment.of(2025, 3, 1))
                                .outcome(Outcome.LOST)
                                .build())
                        .recorded(java.time.Instant.parse("2025-03-01T00:00:00Z"))
                        .build())
                .build();
        RevenuePolicy dollars = RevenuePolicy.standard().with(ReportingCurrency.of("USD"));
        RevenueView view = RevenueView.of(reopened, dollars, Span.month(2025, 2));
        assertThat(amount(BOOKINGS_TCV, view)).isEqualTo("700");
        assertThat(amount(BOOKINGS_TCV, view.during(Span.quarter(2025, 1)))).isEqualTo("0");
    }

    @Test
    void withoutABookThereIsNothingToBook() {
        MrrLedger ledger = MrrLedger.of(ramp().facts().build(), RevenuePolicy.standard());
        RevenueView view = RevenueView.of(ledger, Span.year(2025));
        assertThat(code(BOOKINGS_TCV.measure(view))).isEqualTo(UndefinedCode.NO_BOOK);
        assertThat(Bookings.of(view))
                .hasToString(
                        "Bookings, 2025: undefined: The view has no facts, so there are no deals to look at. Maybe make it with RevenueView.of(book, ...).");
    }

    @Test
    void nothingSignedIsZeroInTheCurrencyThereIs() {
        RevenueView view = ramp().during("2025");
        assertThat(amount(BOOKINGS_TCV, view)).isEqualTo("0");
        assertThat(MULTI_YEAR_BOOKINGS.measure(view).orElseThrow().total()).isEqualTo(usd(0));
        assertThat(Bookings.of(view).contracts()).isEmpty();
    }

    private static Money usd(long amount) {
        return Money.of(amount, "USD");
    }

    private static String amount(Metric<Money> metric, RevenueView view) {
        return metric.measure(view).orElseThrow().amount().stripTrailingZeros().toPlainString();
    }

    private static String perYear(Metric<RunRate> metric, RevenueView view) {
        return metric.measure(view)
                .orElseThrow()
                .perYear()
                .amount()
                .stripTrailingZeros()
                .toPlainString();
    }

    private static BigDecimal monthsOf(Metric<Money> metric, RevenueView view) {
        return metric.measureMonthly(view).points().stream()
                .map(m -> m.orElseThrow().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static UndefinedCode code(Measurement<?> measured) {
        return ((Undefined<?>) measured.reading()).code();
    }
}
