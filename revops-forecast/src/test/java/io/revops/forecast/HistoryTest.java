package io.revops.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.catalog.Metrics;
import io.revops.ledger.MrrLedger;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.time.Span;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final SmallCompany COMPANY = SmallCompany.start()
            .pays("acme", "2024-01-10", "100")
            .paysRecorded("acme", "2024-03-01", "150", "2024-03-01T09:00:00Z")
            .paysRecorded("acme", "2024-03-01", "190", "2024-06-15T09:00:00Z")
            .pays("birch", "2024-04-30", "10")
            .pays("cedar", "2024-05-20", "1");

    private static Observed mrr(History history) {
        return history.monthly(Metrics.MRR, Nature.LEVEL).orElseThrow();
    }

    private static double last(Observed series) {
        return series.value(series.size() - 1);
    }

    @Test
    void onlyWholeMonthsThatHaveEndedAreSeen() {
        History year = History.of(COMPANY.view(Span.of(LocalDate.of(2023, 12, 15), LocalDate.of(2024, 5, 1))));
        assertThat(year.asOf()).isEqualTo("2024-04-30");
        assertThat(mrr(year).month(0)).isEqualTo(Span.month(2024, 1));
        assertThat(mrr(year).size()).isEqualTo(4);
        assertThat(mrr(year.asOf(LocalDate.of(2024, 4, 29))).size()).isEqualTo(3);
        assertThat(mrr(year.asOf(LocalDate.of(2024, 2, 29))).size()).isEqualTo(2);
        assertThat(mrr(year.asOf(LocalDate.of(2024, 1, 30))).size()).isZero();
        assertThat(mrr(year.asOf(LocalDate.of(2023, 12, 14))).size()).isZero();
    }

    @Test
    void aFactOfTheAsOfDayIsSeenAndOneOfTheNextIsNot() {
        History year = History.of(COMPANY.view(Span.year(2024)));
        assertThat(last(mrr(year.asOf(LocalDate.of(2024, 4, 30))))).isEqualTo(160);
        assertThat(last(mrr(year.asOf(LocalDate.of(2024, 5, 31))))).isEqualTo(161);
    }

    /** In June it was written that acme had paid 190 since March: a forecast of May must not know. */
    @Test
    void aCorrectionThatWasWrittenLaterIsNotSeen() {
        History year = History.of(COMPANY.view(Span.year(2024)));
        Observed may = mrr(year.asOf(LocalDate.of(2024, 5, 31)));
        assertThat(may.over(Span.month(2024, 3))).hasValue(150.0);
        assertThat(mrr(year.asOf(LocalDate.of(2024, 6, 14))).over(Span.month(2024, 3)))
                .hasValue(150.0);
        assertThat(mrr(year.asOf(LocalDate.of(2024, 6, 15))).over(Span.month(2024, 3)))
                .hasValue(190.0);
    }

    @Test
    void aHistoryOfAnEarlierDayIsTheSameByAnyWay() {
        History year = History.of(COMPANY.view(Span.year(2024)));
        LocalDate day = LocalDate.of(2024, 4, 30);
        assertThat(mrr(year.asOf(LocalDate.of(2024, 6, 30)).asOf(day))).isEqualTo(mrr(year.asOf(day)));
        assertThat(mrr(History.of(COMPANY.view(Span.of(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 5, 1))))))
                .isEqualTo(mrr(year.asOf(day)));
    }

    @Test
    void aLedgerWithoutABookIsCutAtTheDay() {
        MrrLedger ledger = MrrLedger.of(COMPANY.book(), RevenuePolicy.standard());
        History year = History.of(RevenueView.of(ledger, Span.year(2024)));
        assertThat(mrr(year.asOf(LocalDate.of(2024, 4, 30))).size()).isEqualTo(4);
    }

    @Test
    void numbersOfAHostAreFoundByTheirIdAndByAMetric() {
        Observed sales = Months.flow("sales", 1, 2, 3);
        Observed mrr = Months.level("mrr", 5, 6);
        History own = History.of(sales, mrr);
        assertThat(own.asOf()).isEqualTo("2024-03-31");
        assertThat(own.view()).isEmpty();
        assertThat(own.series("sales")).hasValue(sales);
        assertThat(own.series("other")).isEmpty();
        assertThat(mrr(own)).isEqualTo(mrr);
        assertThat(own.asOf(LocalDate.of(2024, 1, 31))
                        .series("sales")
                        .orElseThrow()
                        .size())
                .isEqualTo(1);
        assertThat(own)
                .hasToString(
                        "History as of 2024-03-31: [Sales of sales, 3 months from 2024-01, Sales of mrr, 2 months from"
                                + " 2024-01]");
        assertThat(History.of(COMPANY.view(Span.year(2024)))).hasToString("History as of 2024-12-31 from 2024-01-01");
    }

    @Test
    void whatIsWrongIsSaid() {
        Observed sales = Months.flow("sales", 1);
        assertThatThrownBy(() -> History.of()).hasMessageContaining("Maybe pass one");
        assertThatThrownBy(() -> History.of(sales, sales)).hasMessageContaining("Maybe rename one of [sales, sales]");
        assertThatThrownBy(() -> History.of(sales).asOf(LocalDate.of(2024, 2, 1)))
                .hasMessageContaining("does not reach 2024-02-01");
        assertThatThrownBy(() -> History.of(COMPANY.view(Span.year(2024))).asOf(LocalDate.of(2023, 12, 30)))
                .hasMessageContaining("Maybe a view over a longer span");
        assertThatThrownBy(() -> mrr(History.of(sales))).hasMessageContaining("no series (mrr). Maybe one of [sales]");
    }
}
