package io.revops.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.catalog.Metrics;
import io.revops.ledger.RevenueView;
import io.revops.metric.Metric;
import io.revops.report.chart.Headline;
import io.revops.report.chart.Headline.News;
import io.revops.time.Span;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeadlineChangeTest {
    private final RevenueView view = SmallBook.view();

    private <V> Headline change(Metric<V> metric, Span now, Span before) {
        return HeadlineChange.of(
                metric.measure(view.during(now)).since(metric.measure(view.during(before))), Optional.empty());
    }

    private <V> Headline change(Metric<V> metric) {
        return change(metric, SmallBook.SPAN, SmallBook.SPAN.previous());
    }

    /** 240 a month after 266.67. */
    @Test
    void anAmountChangesInPercentOfWhatItWas() {
        assertThat(change(Metrics.ARR)).isEqualTo(new Headline("ARR", "-10.0 %", News.BAD, Optional.empty()));
    }

    @Test
    void aShareChangesInPoints() {
        // January: 306.67 of 266.67 would count Dogwood, who came back; of those at its opening nothing moved. March:
        // 240 less Birch
        Headline net = change(Metrics.LOGO_CHURN, Span.month(2025, 3), Span.month(2025, 2));
        assertThat(net.change()).isEqualTo("+25.0 points");
        assertThat(net.news()).isEqualTo(News.BAD);
    }

    /** From nothing, or from a loss, there is no percentage. */
    @Test
    void whatWasNothingOrALossChangesInItsOwnUnit() {
        assertThat(change(Metrics.NEW_MRR, Span.month(2025, 2), Span.month(2025, 1))
                        .change())
                .isEqualTo("+80.00");
        assertThat(change(Metrics.LOST_CUSTOMERS, Span.month(2025, 3), Span.month(2025, 2))
                        .change())
                .isEqualTo("+1");
    }

    @Test
    void whatStayedIsNoNews() {
        Headline same = change(Metrics.NEW_MRR, Span.month(2025, 1), Span.month(2025, 1));
        assertThat(same.change()).isEqualTo("unchanged");
        assertThat(same.news()).isEqualTo(News.NEITHER);
    }

    @Test
    void whatDoesNotExistHasNoChange() {
        Headline none = change(Metrics.NET_REVENUE_RETENTION, SmallBook.SPAN, Span.quarter(2023, 4));
        assertThat(none.change()).isEmpty();
        assertThat(none.news()).isEqualTo(News.NEITHER);
    }
}
