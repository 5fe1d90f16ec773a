package io.revops.metric.retention;

import static io.revops.catalog.Metrics.ANNUALISED_REVENUE_CHURN;
import static io.revops.catalog.Metrics.CHURNED_MRR;
import static io.revops.catalog.Metrics.CHURNED_MRR_OF_UNKNOWN_CAUSE;
import static io.revops.catalog.Metrics.CHURN_BY_REASON;
import static io.revops.catalog.Metrics.CHURN_OF_UNKNOWN_CAUSE;
import static io.revops.catalog.Metrics.GROSS_MRR_CHURN;
import static io.revops.catalog.Metrics.INVOLUNTARY_CHURN;
import static io.revops.catalog.Metrics.INVOLUNTARY_CHURNED_MRR;
import static io.revops.catalog.Metrics.LOGO_CHURN_VARIABILITY;
import static io.revops.catalog.Metrics.LOGO_RETENTION;
import static io.revops.catalog.Metrics.MONTHLY_REVENUE_CHURN;
import static io.revops.catalog.Metrics.NET_MRR_CHURN;
import static io.revops.catalog.Metrics.REVENUE_CHURN;
import static io.revops.catalog.Metrics.REVENUE_CHURN_VARIABILITY;
import static io.revops.catalog.Metrics.VOLUNTARY_CHURN;
import static io.revops.catalog.Metrics.VOLUNTARY_CHURNED_MRR;
import static io.revops.metric.SeatBooks.code;
import static io.revops.metric.SeatBooks.monthly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.revops.book.Cancellation;
import io.revops.book.ChurnCause;
import io.revops.book.Dimension;
import io.revops.ledger.RevenueView;
import io.revops.metric.Evidence;
import io.revops.metric.MonthlyBooks;
import io.revops.metric.Months;
import io.revops.metric.Part;
import io.revops.metric.SeatBooks;
import io.revops.metric.UndefinedCode;
import io.revops.money.Money;
import io.revops.money.RunRate;
import io.revops.time.Moment;
import io.revops.time.Span;
import org.junit.jupiter.api.Test;

/** What was lost, why, and how evenly: worked by hand. */
class ChurnTest {
    private static RunRate perMonth(int amount) {
        return RunRate.perMonth(Money.of(amount, "USD"));
    }

    @Test
    void ratesOfTheFieldsExample() { // T50: open 100, churn 10, contraction 10, expansion 10
        Evidence evidence = Evidence.in("USD")
                .line("all")
                .set(Part.OPENING, perMonth(100))
                .set(Part.CHURN, perMonth(-10))
                .set(Part.CONTRACTION, perMonth(-10))
                .set(Part.EXPANSION, perMonth(10))
                .build();
        assertThat(GROSS_MRR_CHURN.conclude(evidence).orElseThrow().value()).isEqualTo(0.2);
        assertThat(NET_MRR_CHURN.conclude(evidence).orElseThrow().value()).isEqualTo(0.1);
        assertThat(REVENUE_CHURN.conclude(evidence).orElseThrow().value()).isEqualTo(0.1);
        Evidence logos = Evidence.counting()
                .line("all")
                .set(Part.ACTIVE_AT_OPENING, 100L)
                .set(Part.LOST_ACCOUNTS, 10L)
                .build();
        assertThat(LOGO_RETENTION.conclude(logos).orElseThrow().value()).isEqualTo(0.9);
    }

    private static SeatBooks leaving() {
        return SeatBooks.start()
                .has("price/1", "seats", "2025-01-01", "1", "30")
                .ends("price/1", "2025-02-10", ChurnCause.VOLUNTARY, "too expensive")
                .has("card/1", "seats", "2025-01-01", "1", "20")
                .ends("card/1", "2025-03-10", ChurnCause.INVOLUNTARY, "card expired")
                .has("silent/1", "seats", "2025-01-01", "1", "10")
                .ends("silent/1", "2025-03-31")
                .has("asked/1", "seats", "2025-01-01", "1", "40")
                .with(
                        "asked/1",
                        s -> s.cancellations(Cancellation.builder("c", Moment.of(2025, 2, 1), Moment.of(2025, 3, 1))
                                .cause(ChurnCause.VOLUNTARY)
                                .reason("too expensive")
                                .build()))
                .has("stays/1", "seats", "2025-01-01", "1", "100");
    }

    @Test
    void reasonsAddUpToChurnAndUnknownIsOneOfThem() {
        RevenueView view = leaving().during("2025-02-01/2025-04-01");
        ChurnReasons reasons = CHURN_BY_REASON.measure(view).orElseThrow();
        assertThat(reasons.toString())
                .isEqualTo("card expired 20.0 % (USD -20.00 a month, 1 account), "
                        + "too expensive 70.0 % (USD -70.00 a month, 2 accounts), "
                        + "unknown 10.0 % (USD -10.00 a month, 1 account)");
        assertThat(monthly(CHURNED_MRR.measure(view).orElseThrow())).isEqualTo("-100.00");
        assertThat(reasons.of("unknown").orElseThrow().share().value()).isEqualTo(0.1);
        assertThat(code(CHURN_BY_REASON.measure(view.during(Span.month(2025, 5)))))
                .isEqualTo(UndefinedCode.NO_LOSSES);
    }

    @Test
    void causesAddUpToChurnByAmountAndByRate() {
        RevenueView view = leaving().during("2025-02-01/2025-04-01");
        assertThat(monthly(VOLUNTARY_CHURNED_MRR.measure(view).orElseThrow())).isEqualTo("-70.00");
        assertThat(monthly(INVOLUNTARY_CHURNED_MRR.measure(view).orElseThrow())).isEqualTo("-20.00");
        assertThat(monthly(CHURNED_MRR_OF_UNKNOWN_CAUSE.measure(view).orElseThrow()))
                .isEqualTo("-10.00");
        assertThat(VOLUNTARY_CHURN.measure(view).orElseThrow().value()).isEqualTo(0.35); // 70 / 200
        assertThat(INVOLUNTARY_CHURN.measure(view).orElseThrow().value()).isEqualTo(0.1);
        assertThat(CHURN_OF_UNKNOWN_CAUSE.measure(view).orElseThrow().value()).isEqualTo(0.05);
        assertThat(REVENUE_CHURN.measure(view).orElseThrow().value()).isEqualTo(0.5);
        assertThat(code(VOLUNTARY_CHURN.measure(view.during(Span.year(2024))))).isEqualTo(UndefinedCode.OPENING_ZERO);
    }

    @Test
    void lastDayAndTheDayAfterAreInAndOut() {
        RevenueView view = leaving().during("2025-03");
        assertThat(monthly(VOLUNTARY_CHURNED_MRR
                        .measure(view.during(Span.parse("2025-02-28")))
                        .orElseThrow()))
                .isEqualTo("0.00");
        assertThat(monthly(VOLUNTARY_CHURNED_MRR
                        .measure(view.during(Span.parse("2025-03-01")))
                        .orElseThrow()))
                .isEqualTo("-40.00");
        assertThat(monthly(VOLUNTARY_CHURNED_MRR
                        .measure(view.during(Span.parse("2025-03-02")))
                        .orElseThrow()))
                .isEqualTo("0.00");
    }

    @Test
    void accountWithSeveralReasonsCountsForTheGreater() {
        RevenueView view = SeatBooks.start()
                .has("a/1", "seats", "2025-01-01", "1", "30")
                .ends("a/1", "2025-02-10", ChurnCause.VOLUNTARY, "unused")
                .has("a/2", "storage", "2025-01-01", "1", "50")
                .ends("a/2", "2025-02-20", ChurnCause.INVOLUNTARY, "card expired")
                .has("b/1", "seats", "2025-01-01", "1", "30") // contracts in February, and leaves in March
                .ends("b/1", "2025-02-10", ChurnCause.VOLUNTARY, "unused")
                .has("b/2", "storage", "2025-01-01", "1", "50")
                .ends("b/2", "2025-03-20", ChurnCause.INVOLUNTARY, "card expired")
                .during("2025-02-01/2025-04-01");
        ChurnReasons reasons = CHURN_BY_REASON.measure(view).orElseThrow();
        assertThat(monthly(reasons.of("unused").orElseThrow().churn())).isEqualTo("-30.00");
        assertThat(reasons.of("unused").orElseThrow().accounts()).isZero();
        assertThat(monthly(reasons.of("card expired").orElseThrow().churn())).isEqualTo("-100.00");
        assertThat(reasons.of("card expired").orElseThrow().accounts()).isEqualTo(2);
        assertThat(monthly(CHURNED_MRR.measure(view).orElseThrow())).isEqualTo("-130.00");
        assertThat(monthly(VOLUNTARY_CHURNED_MRR
                        .measure(view)
                        .by(Dimension.PRODUCT)
                        .of("seats")
                        .orElseThrow()))
                .isEqualTo("-30.00");
    }

    @Test
    void churnOfAQuarterAndOfAYearCompound() {
        RevenueView view =
                MonthlyBooks.start() // 100 at the opening of 2025: 19 leave in March, 40 in the rest of the year
                        .pays("a", "2024-01-01", "19")
                        .ends("a", "2025-03-31")
                        .pays("b", "2024-01-01", "40")
                        .ends("b", "2025-12-31")
                        .pays("c", "2024-01-01", "41")
                        .during("2025");
        assertThat(ANNUALISED_REVENUE_CHURN
                        .measure(view.during(Span.month(2025, 3)))
                        .orElseThrow()
                        .value())
                .isEqualTo(1 - Math.pow(0.81, 4), within(1e-12));
        assertThat(MONTHLY_REVENUE_CHURN.measure(view).orElseThrow().value())
                .isEqualTo(1 - Math.pow(0.41, 1.0 / 12), within(1e-12));
        assertThat(CompoundedChurn.monthly(Months.of(3))
                        .measure(view.during(Span.parse("2025-03-31")))
                        .orElseThrow()
                        .value())
                .isEqualTo(1 - Math.pow(0.81, 1.0 / 3), within(1e-12));
        assertThat(CompoundedChurn.monthly(Months.of(1))
                        .measure(view.during(Span.month(2025, 3)))
                        .orElseThrow()
                        .value())
                .isEqualTo(
                        REVENUE_CHURN
                                .measure(view.during(Span.month(2025, 3)))
                                .orElseThrow()
                                .value(),
                        within(1e-15));
        assertThat(code(MONTHLY_REVENUE_CHURN.measure(view.during(Span.year(2024)))))
                .isEqualTo(UndefinedCode.OPENING_ZERO);
    }

    @Test
    void variabilityIsThatOfWholeMonths() {
        // opening 100 each month but for what left: churn 10 of 100, 0 of 90, 9 of 90 -> 10 %, 0 %, 10 %
        RevenueView view = MonthlyBooks.start()
                .pays("a", "2024-01-01", "10")
                .ends("a", "2025-01-15")
                .pays("b", "2024-01-01", "9")
                .ends("b", "2025-03-31")
                .pays("c", "2024-01-01", "81")
                .during("2025-Q1");
        Variability churn = REVENUE_CHURN_VARIABILITY.measure(view).orElseThrow();
        double mean = 0.2 / 3;
        double deviation = Math.sqrt((2 * (0.1 - mean) * (0.1 - mean) + mean * mean) / 2);
        assertThat(churn.months()).isEqualTo(3);
        assertThat(churn.mean()).isEqualTo(mean, within(1e-15));
        assertThat(churn.standardDeviation()).isEqualTo(deviation, within(1e-15));
        assertThat(churn.coefficientOfVariation().orElseThrow().value()).isEqualTo(deviation / mean, within(1e-12));
        assertThat(churn.toString())
                .isEqualTo("6.7 % a month, standard deviation 5.8 %, coefficient of variation 0.87, 3 months");
        Variability logos = LOGO_CHURN_VARIABILITY.measure(view).orElseThrow(); // 1 of 3, 0 of 2, 1 of 2
        assertThat(logos.mean()).isEqualTo((1.0 / 3 + 0.5) / 3, within(1e-15));
        RevenueView still = MonthlyBooks.start().pays("a", "2024-01-01", "10").during("2025");
        assertThat(REVENUE_CHURN_VARIABILITY
                        .measure(still)
                        .orElseThrow()
                        .coefficientOfVariation()
                        .value())
                .isEmpty();
        assertThat(REVENUE_CHURN_VARIABILITY.measure(still).printed())
                .isEqualTo("0.0 % a month, standard deviation 0.0 %, 12 months");
    }

    @Test
    void twoMonthsTellNothing() {
        RevenueView view = MonthlyBooks.start().pays("a", "2025-01-01", "10").during("2025-02-01/2025-04-01");
        assertThat(code(REVENUE_CHURN_VARIABILITY.measure(view))).isEqualTo(UndefinedCode.TOO_FEW_MONTHS);
        RevenueView partial = view.during(Span.parse("2025-02-01/2025-04-30"));
        assertThat(code(REVENUE_CHURN_VARIABILITY.measure(partial))).isEqualTo(UndefinedCode.TOO_FEW_MONTHS);
        RevenueView three = view.during(Span.parse("2025-01-31/2025-05-02"));
        assertThat(REVENUE_CHURN_VARIABILITY.measure(three).orElseThrow().months())
                .isEqualTo(3);
        RevenueView opensWithNothing = view.during(Span.parse("2024-12-01/2025-04-01"));
        assertThat(code(REVENUE_CHURN_VARIABILITY.measure(opensWithNothing))).isEqualTo(UndefinedCode.TOO_FEW_MONTHS);
    }
}
