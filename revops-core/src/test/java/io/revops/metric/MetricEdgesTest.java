package io.revops.metric;

import static io.revops.catalog.Metrics.ACTIVE_CUSTOMERS;
import static io.revops.catalog.Metrics.ARPA;
import static io.revops.catalog.Metrics.ARR;
import static io.revops.catalog.Metrics.CHURNED_MRR;
import static io.revops.catalog.Metrics.GROSS_REVENUE_RETENTION;
import static io.revops.catalog.Metrics.GROSS_REVENUE_RETENTION_FLOW;
import static io.revops.catalog.Metrics.LOGO_CHURN;
import static io.revops.catalog.Metrics.MRR;
import static io.revops.catalog.Metrics.MRR_CHANGE;
import static io.revops.catalog.Metrics.MRR_MOVEMENTS;
import static io.revops.catalog.Metrics.NET_REVENUE_RETENTION;
import static io.revops.catalog.Metrics.NET_REVENUE_RETENTION_FLOW;
import static io.revops.catalog.Metrics.OPEN_PIPELINE;
import static io.revops.catalog.Metrics.QUICK_RATIO;
import static io.revops.catalog.Metrics.QUOTA_COVERAGE;
import static io.revops.catalog.Metrics.WIN_RATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.revops.book.Account;
import io.revops.book.AttributeChange;
import io.revops.book.Dimension;
import io.revops.book.Opportunity;
import io.revops.book.OpportunityChange;
import io.revops.book.Outcome;
import io.revops.book.Quota;
import io.revops.book.Rep;
import io.revops.book.RepId;
import io.revops.book.RevenueBook;
import io.revops.ledger.Clause;
import io.revops.ledger.ReportingCurrency;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.metric.recurring.Bridge;
import io.revops.money.ExchangeRate;
import io.revops.money.Money;
import io.revops.money.RunRate;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Worked cases of the field (T50 to T54, T59) and what comes out at the edges. */
class MetricEdgesTest {
    private static String perMonth(RunRate rate) {
        return rate.perMonth(RoundingMode.HALF_UP).amount().toPlainString();
    }

    @Test
    void pointToPointForgetsWhatFlowCounts() { // T52: 100 -> 60 -> 100
        RevenueView view = MonthlyBooks.start()
                .pays("a", "2024-01-01", "100")
                .pays("a", "2025-03-05", "60")
                .pays("a", "2025-06-05", "100")
                .during("2025-01-01/2025-07-01");
        assertThat(NET_REVENUE_RETENTION.measure(view).orElseThrow().value()).isEqualTo(1.0);
        assertThat(GROSS_REVENUE_RETENTION.measure(view).orElseThrow().value()).isEqualTo(1.0);
        assertThat(NET_REVENUE_RETENTION_FLOW.measure(view).orElseThrow().value())
                .isEqualTo(1.0);
        assertThat(GROSS_REVENUE_RETENTION_FLOW.measure(view).orElseThrow().value())
                .isEqualTo(0.6);
    }

    @Test
    void grossRetentionIsPerAccount() { // T51
        RevenueView view = MonthlyBooks.start()
                .pays("a", "2024-01-01", "100")
                .pays("a", "2025-02-01", "150")
                .pays("b", "2024-01-01", "100")
                .pays("b", "2025-02-01", "40")
                .during("2025");
        assertThat(NET_REVENUE_RETENTION.measure(view).orElseThrow().value()).isEqualTo(0.95);
        assertThat(GROSS_REVENUE_RETENTION.measure(view).orElseThrow().value()).isEqualTo(0.7);
    }

    @Test
    void monthsAndTheTwoEndsOfAYearDifferByKindOnly() { // T53
        RevenueView view = MonthlyBooks.start()
                .pays("a", "2024-01-01", "10")
                .pays("a", "2025-03-10", "0")
                .pays("a", "2025-07-01", "15")
                .during("2025");
        Bridge months = MRR_MOVEMENTS.measure(view).orElseThrow();
        Bridge ends = MRR_CHANGE.measure(view).orElseThrow();
        assertThat(perMonth(months.churn())).isEqualTo("-10.00");
        assertThat(perMonth(months.reactivation())).isEqualTo("15.00");
        assertThat(perMonth(ends.expansion())).isEqualTo("5.00");
        assertThat(months.closing()).isEqualTo(ends.closing());
        assertThat(months.toString()).isEqualTo("USD 10.00 - 10.00 churn + 15.00 reactivation = 15.00");
        assertThat(NET_REVENUE_RETENTION_FLOW.measure(view).orElseThrow().value())
                .isZero();
        assertThat(LOGO_CHURN.measure(view).orElseThrow().value()).isZero();
    }

    @Test
    void whatHasNoDenominatorIsUndefined() { // T54
        RevenueView view = MonthlyBooks.start().pays("a", "2025-05-01", "10").during("2025");
        assertThat(code(NET_REVENUE_RETENTION.measure(view))).isEqualTo(UndefinedCode.OPENING_ZERO);
        assertThat(code(LOGO_CHURN.measure(view))).isEqualTo(UndefinedCode.OPENING_ZERO);
        assertThat(code(QUICK_RATIO.measure(view))).isEqualTo(UndefinedCode.NO_LOSSES);
        assertThat(code(WIN_RATE.measure(MonthlyBooks.start()
                        .deal("open", "2025-01-01", Outcome.OPEN, "2025-02-01")
                        .during("2025"))))
                .isEqualTo(UndefinedCode.NONE_CLOSED);
        RevenueView gone = view.during(Span.year(2024));
        assertThat(code(ARPA.measure(gone))).isEqualTo(UndefinedCode.NO_ACCOUNTS);
        assertThat(perMonth(MRR.measure(gone).orElseThrow())).isEqualTo("0.00");
        assertThatThrownBy(() -> ARPA.measure(gone).orElseThrow()).hasMessageContaining("NO_ACCOUNTS");
        assertThat(ARPA.measure(gone).toString()).startsWith("ARPA, 2024: undefined: No account is active");
    }

    private static UndefinedCode code(Measurement<?> measurement) {
        return ((Undefined<?>) measurement.reading()).code();
    }

    @Test
    void twoCurrenciesAreNotAddedButTheirAccountsAreCounted() { // T59
        MonthlyBooks books =
                MonthlyBooks.start().pays("a", "2024-01-01", "10").pays("b", "x", "2024-01-01", "10", "EUR");
        RevenueView view = books.during("2025");
        assertThat(code(MRR.measure(view))).isEqualTo(UndefinedCode.MIXED_CURRENCY);
        assertThat(ACTIVE_CUSTOMERS.measure(view).orElseThrow()).isEqualTo(2);
        assertThat(LOGO_CHURN.measure(view).orElseThrow().value()).isZero();
        RevenueView usd = RevenueView.of(
                view.book().toBuilder()
                        .add(ExchangeRate.of(LocalDate.of(2025, 2, 1), "EUR", "USD", "1.1"))
                        .build(),
                RevenuePolicy.standard().with(ReportingCurrency.of("USD")),
                Span.month(2025, 1));
        assertThat(code(MRR.measure(usd))).isEqualTo(UndefinedCode.MISSING_RATE);
        assertThat(perMonth(MRR.measure(usd.during(Span.month(2025, 2))).orElseThrow()))
                .isEqualTo("21.00");
        assertThat(code(MRR_MOVEMENTS.measure(usd.during(Span.month(2025, 2))))).isEqualTo(UndefinedCode.MISSING_RATE);
    }

    @Test
    void retentionIsValuedAtTheOpeningsRate() {
        RevenueBook book = MonthlyBooks.start()
                .pays("a", "x", "2024-01-01", "100", "EUR")
                .builder()
                .add(ExchangeRate.of(LocalDate.of(2024, 12, 31), "EUR", "USD", "1.00"))
                .add(ExchangeRate.of(LocalDate.of(2025, 6, 30), "EUR", "USD", "1.50"))
                .build();
        RevenueView view =
                RevenueView.of(book, RevenuePolicy.standard().with(ReportingCurrency.of("USD")), Span.year(2025));
        assertThat(NET_REVENUE_RETENTION.measure(view).orElseThrow().value()).isEqualTo(1.0);
        assertThat(perMonth(MRR_MOVEMENTS.measure(view).orElseThrow().fx())).isEqualTo("50.00");
        assertThat(perMonth(MRR.measure(view).orElseThrow())).isEqualTo("150.00");
    }

    @Test
    void accountThatMovesBetweenTiersComesInAndGoesOut() {
        Account account = Account.builder("a")
                .attribute("tier", "small")
                .changes(AttributeChange.builder("t1", Moment.of(2025, 3, 15), "tier")
                        .value("large")
                        .build())
                .build();
        RevenueBook book = MonthlyBooks.start()
                .pays("a", "2024-01-01", "50")
                .pays("a", "2025-03-10", "80")
                .builder()
                .add(account)
                .build();
        RevenueView view = RevenueView.of(book, RevenuePolicy.standard(), Span.month(2025, 3));
        Breakdown<Bridge> tiers = MRR_MOVEMENTS.measure(view).by(Dimension.TIER);
        assertThat(perMonth(tiers.of("small").orElseThrow().segmentOut())).isEqualTo("-50.00");
        assertThat(perMonth(tiers.of("large").orElseThrow().segmentIn())).isEqualTo("80.00");
        assertThat(perMonth(tiers.whole().orElseThrow().expansion())).isEqualTo("30.00");
        Breakdown<Ratio> net = NET_REVENUE_RETENTION.measure(view).by(Dimension.TIER);
        assertThat(net.of("small").orElseThrow().value()).isEqualTo(1.6);
        assertThatThrownBy(() -> net.of("medium"))
                .hasMessageContaining("There is no tier (medium). Maybe one of [small]");
    }

    @Test
    void planSwitchIsSegmentOutAndIn() { // T37
        RevenueView view = MonthlyBooks.start()
                .pays("a", "A", "2025-01-01", "50", "USD")
                .pays("a", "A", "2025-03-10", "0", "USD")
                .pays("a", "B", "2025-03-10", "30", "USD")
                .during("2025-03");
        Breakdown<Bridge> plans = MRR_MOVEMENTS.measure(view).by(Dimension.PRODUCT);
        assertThat(perMonth(plans.of("A").orElseThrow().segmentOut())).isEqualTo("-50.00");
        assertThat(perMonth(plans.of("B").orElseThrow().segmentIn())).isEqualTo("30.00");
        assertThat(perMonth(plans.whole().orElseThrow().contraction())).isEqualTo("-20.00");
        assertThat(perMonth(plans.whole().orElseThrow().net())).isEqualTo("-20.00");
    }

    @Test
    void arrIsTwelveTimesMrrExactly() { // T02: 2,000 a year has no exact month
        RevenueView view =
                MonthlyBooks.start().pays("a", "2025-01-10", "166.67").during("2025");
        assertThat(ARR.measure(view).printed()).isEqualTo("USD 2,000.04");
        assertThat(ARR.measure(view).orElseThrow()).isEqualTo(MRR.measure(view).orElseThrow());
    }

    @Test
    void linesLeadToTheEntryAndTheClause() {
        RevenueView view = MonthlyBooks.start()
                .pays("a", "2024-01-01", "10")
                .ends("a", "2025-02-03")
                .during("2025");
        Line line = CHURNED_MRR.measure(view).evidence().top(3, Part.CHURN).get(0);
        assertThat(line.changes()).hasSize(1);
        assertThat(line.changes().get(0).because().get(0).clause()).isEqualTo(Clause.ENDED);
        assertThat(line.changes().get(0).because().get(0).factId()).contains("end");
        assertThat(line.toString()).contains("churn USD -10.00/month");
        assertThat(CHURNED_MRR.measure(view).explain().toString())
                .contains("put in:")
                .contains("it ended in billing (end)")
                .contains("churn timing: when it ends in billing");
    }

    @Test
    void winRateHasWilsonsInterval() {
        Proportion half = new Proportion(5, 10);
        assertThat(half.low()).isEqualTo(0.236593, within(1e-6)); // R: prop.test(5, 10, correct = FALSE)$conf.int
        assertThat(half.high()).isEqualTo(0.763407, within(1e-6));
        Proportion none = new Proportion(0, 10);
        assertThat(none.low()).isZero();
        assertThat(none.high()).isEqualTo(0.277533, within(1e-6));
        Proportion every = new Proportion(10, 10);
        assertThat(every.high()).isEqualTo(1);
        assertThat(every.low()).isEqualTo(0.722467, within(1e-6));
        assertThatThrownBy(() -> new Proportion(2, 1)).hasMessageContaining("Maybe");
    }

    @Test
    void dealCountsByHowItStandsAtTheClose() {
        Opportunity reopened = Opportunity.builder("r", Moment.of(2025, 1, 1))
                .changes(OpportunityChange.builder("0", Moment.of(2025, 1, 1))
                        .amount(Money.of(7, "USD"))
                        .build())
                .changes(
                        OpportunityChange.builder("1", Moment.of(2025, 3, 31))
                                .outcome(Outcome.LOST)
                                .build(),
                        OpportunityChange.builder("2", Moment.of(2025, 4, 2))
                                .outcome(Outcome.OPEN)
                                .build(),
                        OpportunityChange.builder("3", Moment.of(2025, 6, 30))
                                .outcome(Outcome.WON)
                                .build())
                .build();
        RevenueView view = RevenueView.of(RevenueBook.of(reopened), RevenuePolicy.standard(), Span.quarter(2025, 1));
        assertThat(WIN_RATE.measure(view).orElseThrow()).isEqualTo(new Proportion(0, 1));
        assertThat(WIN_RATE.measure(view.during(Span.quarter(2025, 2))).orElseThrow())
                .isEqualTo(new Proportion(1, 1));
        assertThat(WIN_RATE.measure(view.during(Span.quarter(2025, 3))).value()).isEmpty();
        assertThat(OPEN_PIPELINE
                        .measure(view.during(Span.month(2025, 4)))
                        .evidence()
                        .size())
                .isEqualTo(1);
    }

    @Test
    void managersQuotaIsNotCountedTwice() {
        RevenueBook book = MonthlyBooks.start()
                .deal("d", "2025-01-01", Outcome.OPEN, "2025-05-15")
                .deal("later", "2025-01-01", Outcome.OPEN, "2025-08-15")
                .builder()
                .add(Rep.builder("boss").build())
                .add(Rep.builder("rep").manager(new RepId("boss")).build())
                .add(quota("q1", "rep", "40"))
                .add(quota("q2", "boss", "40"))
                .build();
        RevenueView view = RevenueView.of(book, RevenuePolicy.standard(), Span.quarter(2025, 2));
        assertThat(QUOTA_COVERAGE.measure(view).orElseThrow().value()).isEqualTo(2.5);
        assertThat(code(QUOTA_COVERAGE.measure(view.during(Span.month(2025, 4)))))
                .isEqualTo(UndefinedCode.PARTIAL_QUOTA);
        assertThat(code(QUOTA_COVERAGE.measure(view.during(Span.year(2024))))).isEqualTo(UndefinedCode.NO_QUOTA);
        assertThat(QUOTA_COVERAGE
                        .measure(view)
                        .by(Dimension.STAGE)
                        .of("Open")
                        .orElseThrow()
                        .value())
                .isEqualTo(2.5);
    }

    private static Quota quota(String id, String rep, String amount) {
        return Quota.builder(id, Span.quarter(2025, 2), Money.of(amount, "USD"))
                .rep(new RepId(rep))
                .build();
    }

    @Test
    void differenceSaysWhatChangedAndWhetherThatIsGood() {
        RevenueView view = MonthlyBooks.start()
                .pays("a", "2024-01-01", "10")
                .pays("a", "2025-01-05", "12.50")
                .during("2025");
        Difference<RunRate> change = MRR.measure(view).since(MRR.measure(view.during(Span.year(2024))));
        assertThat(change.change().orElseThrow()).isEqualByComparingTo("2.5");
        assertThat(change.isBetter()).contains(true);
        assertThat(change.toString()).isEqualTo("MRR, 2025: USD 12.50 (2024: USD 10.00)");
        assertThatThrownBy(() -> new Difference<>(MRR.measure(view), ARR.measure(view)))
                .hasMessageContaining("Maybe measure one metric twice");
    }

    @Test
    void totalsBeyondALongAreExact() {
        Evidence.Builder lines = Evidence.in("USD");
        for (int i = 0; i < 5; i++) {
            lines.line("a" + i).units(Part.CLOSING, Long.MAX_VALUE);
        }
        assertThat(lines.build().total(Part.CLOSING).microsPerYear())
                .isEqualTo(java.math.BigInteger.valueOf(Long.MAX_VALUE).multiply(java.math.BigInteger.valueOf(5)));
    }

    @Test
    void evidenceRefusesWhatDoesNotBelong() {
        assertThatThrownBy(() -> Evidence.in("USD").line("a").set(Part.PIPELINE, Money.of(1, "EUR")))
                .hasMessageContaining("convert it first");
        assertThatThrownBy(() -> Evidence.counting().line("a").units(Part.PIPELINE, 1))
                .hasMessageContaining("counts");
        assertThatThrownBy(() -> Evidence.counting().units(Part.WON, 1)).hasMessageContaining("line");
    }

    @Test
    void numbersArePrintedAlikeEverywhere() {
        assertThat(Unit.PERCENT.print(new Ratio(1.0845))).isEqualTo("108.5 %");
        assertThat(Unit.RATIO.print(new Ratio(12345.678))).isEqualTo("12,345.68");
        assertThat(Unit.MONEY.print(Money.of("1234567.895", "USD"))).isEqualTo("USD 1,234,567.90");
        assertThat(Unit.MONEY.print(Money.of("1234", "JPY"))).isEqualTo("JPY 1,234");
        assertThat(Unit.PERCENT.print(new Proportion(41, 150))).isEqualTo("27.3 % (20.8 to 35.0 %, n = 150)");
        assertThat(Unit.grouped(new BigDecimal("-1234.5"))).isEqualTo("-1,234.5");
        assertThatThrownBy(() -> new Ratio(Double.NaN)).hasMessageContaining("undefined");
    }
}
