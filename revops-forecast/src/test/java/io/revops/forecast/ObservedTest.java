package io.revops.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.catalog.Metrics;
import io.revops.ledger.ReportingCurrency;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.metric.Undefined;
import io.revops.metric.UndefinedCode;
import io.revops.metric.Unit;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ObservedTest {
    private static RevenueView year(SmallCompany company) {
        return company.view(Span.year(2024));
    }

    @Test
    void seriesBeginsWithTheFirstMonthThatHasANumber() {
        Observed mrr = Observed.of(
                        Metrics.MRR.measureMonthly(year(SmallCompany.start()
                                .pays("acme", "2024-03-10", "100")
                                .pays("birch", "2024-06-01", "50.5"))),
                        Nature.LEVEL)
                .orElseThrow();
        assertThat(mrr.month(0)).isEqualTo(Span.month(2024, 3));
        assertThat(mrr.size()).isEqualTo(10);
        assertThat(mrr.value(2)).isEqualTo(100);
        assertThat(mrr.value(3)).isEqualTo(150.5);
        assertThat(mrr.quantity()).isEqualTo(new Quantity("mrr", "MRR", Unit.MONEY_PER_MONTH, "USD", Nature.LEVEL));
        assertThat(mrr).hasToString("MRR, 10 months from 2024-03");
    }

    @Test
    void zeroAfterTheFirstNumberIsAMonthLikeAnother() {
        Observed news = Observed.of(
                        Metrics.NEW_MRR.measureMonthly(year(SmallCompany.start()
                                .pays("acme", "2024-10-10", "100")
                                .pays("birch", "2024-12-01", "50"))),
                        Nature.FLOW)
                .orElseThrow();
        assertThat(new double[] {news.value(0), news.value(1), news.value(2)}).containsExactly(100, 0, 50);
    }

    @Test
    void amountsThatCannotBeConvertedLeaveTheSeriesUndefined() {
        RevenueView view = RevenueView.of(
                SmallCompany.start()
                        .pays("acme", "2024-03-10", "100")
                        .pays("birch", "2024-06-01", "50", "EUR")
                        .book(),
                RevenuePolicy.standard().with(ReportingCurrency.of("USD")),
                Span.year(2024));
        assertThat(Observed.of(Metrics.MRR.measureMonthly(view), Nature.LEVEL))
                .isInstanceOfSatisfying(Undefined.class, u -> {
                    assertThat(u.code()).isIn(UndefinedCode.MISSING_RATE, UndefinedCode.MIXED_CURRENCY);
                    assertThat(u.text()).contains("Maybe load exchange_rates.csv");
                });
    }

    @Test
    void noMonthAtAllIsUndefinedOrEmpty() {
        assertThat(Observed.of(Metrics.MRR.measureMonthly(year(SmallCompany.start())), Nature.LEVEL))
                .isInstanceOfSatisfying(
                        Undefined.class, u -> assertThat(u.code()).isEqualTo(UndefinedCode.NO_CURRENCY));
        Observed none = Observed.of(
                        Metrics.ACTIVE_CUSTOMERS.measureMonthly(
                                year(SmallCompany.start().pays("a", "2026-01-01", "1"))),
                        Nature.LEVEL)
                .orElseThrow();
        assertThat(none.size()).isZero();
        assertThat(none.month(0)).isEqualTo(Span.month(2025, 1));
        RevenueView noDays =
                SmallCompany.start().pays("a", "2024-01-01", "1").view(Span.parse("2024-01-01/2024-01-01"));
        assertThat(Observed.of(Metrics.MRR.measureMonthly(noDays), Nature.LEVEL)
                        .orElseThrow()
                        .size())
                .isZero();
    }

    @Test
    void weeksAreNotMonths() {
        RevenueView view = year(SmallCompany.start().pays("acme", "2023-01-01", "100"));
        assertThatThrownBy(() -> Observed.of(Metrics.MRR.measureEach(view, Cadence.WEEK), Nature.LEVEL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe measure it monthly");
    }

    @Test
    void aPeriodOfAFlowIsTheSumAndOfALevelTheLastOfItsMonths() {
        Observed flow = Months.flow("sales", 1, 2, 3, 4);
        Observed level = Months.level("mrr", 1, 2, 3, 4);
        Span first = Span.quarter(2024, 1);
        assertThat(flow.over(first)).hasValue(6.0);
        assertThat(level.over(first)).hasValue(3.0);
        assertThat(level.over(Span.month(2024, 4))).hasValue(4.0);
        for (String missing :
                new String[] {"2024-05", "2023-12", "2024-Q2", "2024-01-01/2024-01-15", "2024-01-01/2024-01-01"}) {
            assertThat(flow.over(Span.parse(missing))).as(missing).isEmpty();
        }
    }

    @Test
    void aMonthIsSeenFromItsLastDayOn() {
        Observed all = Months.flow("sales", 1, 2, 3);
        assertThat(all.asOf(LocalDate.of(2023, 1, 1)).size()).isZero();
        assertThat(all.asOf(LocalDate.of(2024, 1, 30)).size()).isZero();
        assertThat(all.asOf(LocalDate.of(2024, 1, 31)).size()).isEqualTo(1);
        assertThat(all.asOf(LocalDate.of(2024, 2, 1)).size()).isEqualTo(1);
        assertThat(all.asOf(LocalDate.of(2024, 2, 29)).size()).isEqualTo(2);
        assertThat(all.asOf(LocalDate.of(2030, 1, 1))).isEqualTo(all).hasSameHashCodeAs(all);
        assertThat(all).isNotEqualTo(Months.flow("sales", 1, 2, 4));
    }

    @Test
    void whatIsWrongIsSaid() {
        Quantity quantity = Months.quantity("sales", Nature.FLOW);
        assertThatThrownBy(() -> Observed.ofMonths(quantity, LocalDate.of(2024, 1, 2), 1))
                .hasMessageContaining("Maybe the first day of a month");
        assertThatThrownBy(() -> Observed.ofMonths(quantity, LocalDate.of(2024, 1, 1), Double.NaN))
                .hasMessageContaining("Maybe begin after it, or fill it");
    }

    @Test
    void numbersArePrintedInTheirUnit() {
        assertThat(Months.quantity("sales", Nature.FLOW).print(-1234.567)).isEqualTo("USD -1,234.57");
        assertThat(new Quantity("r", "R", Unit.PERCENT, "", Nature.LEVEL).print(1.0525))
                .isEqualTo("105.3 %");
        assertThat(new Quantity("r", "R", Unit.RATIO, "", Nature.LEVEL).print(3.7))
                .isEqualTo("3.70");
        assertThat(new Quantity("r", "R", Unit.ACCOUNTS, "", Nature.LEVEL).print(157))
                .isEqualTo("157.0");
    }
}
