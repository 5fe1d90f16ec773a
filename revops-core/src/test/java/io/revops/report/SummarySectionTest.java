package io.revops.report;

import static io.revops.report.SmallBook.exact;
import static io.revops.report.SmallBook.printed;
import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.Issue;
import io.revops.book.IssueCode;
import io.revops.book.Severity;
import io.revops.book.Source;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.metric.Undefined;
import io.revops.metric.UndefinedCode;
import io.revops.time.Span;
import org.junit.jupiter.api.Test;

class SummarySectionTest {
    private final Table figures = SummarySection.of(SmallBook.view()).tables().get(0);

    @Test
    void figuresOfTheSpanStandBesideThoseOfTheSpanBefore() {
        assertThat(figures.columns()).extracting(Column::title).containsExactly("figure", "2025-Q1", "2024-Q4");
        assertThat(printed(figures))
                .containsExactly(
                        "ARR | USD 2,880.00 | USD 3,200.00",
                        "MRR | USD 240.00 | USD 266.67",
                        "New MRR | USD 80.00 | USD 0.00",
                        "Expansion MRR | USD 50.00 | USD 0.00",
                        "Contraction MRR | USD -30.00 | USD 0.00",
                        "Churned MRR | USD -166.67 | USD -30.00",
                        "Reactivation MRR | USD 40.00 | USD 0.00",
                        "Net revenue retention | 56.2 % | 89.9 %",
                        "Gross revenue retention | 37.5 % | 89.9 %",
                        "Logo churn | 50.0 % | 33.3 %",
                        "Quick ratio | 0.86 | 0.00",
                        "Active customers | 3 | 2",
                        "Lost customers | 1 | 1",
                        "ARPA | USD 80.00 | USD 133.33",
                        "Win rate | 50.0 % (9.5 to 90.5 %, n = 2) | undefined",
                        "Open pipeline | USD 3,000.00 | USD 0.00",
                        "Coverage, 2025-Q2 and 2025-Q1 | 0.30 | undefined");
    }

    @Test
    void runRatesAreExactPerYearAndRatiosAreFractions() {
        assertThat(exact(figures, 0)).containsExactly(null, "2880", "3200");
        assertThat(exact(figures, 1)).containsExactly(null, "2880", "3200");
        assertThat(exact(figures, 5)).containsExactly(null, "-2000", "-360");
        assertThat(exact(figures, 7)).containsExactly(null, "0.5625", Double.toString(3200.0 / 3560));
        assertThat(exact(figures, 9)).containsExactly(null, "0.5", Double.toString(1.0 / 3));
        assertThat(exact(figures, 10)).containsExactly(null, Double.toString(2040.0 / 2360), "0");
        assertThat(exact(figures, 14)).containsExactly(null, "0.5", null);
        assertThat(exact(figures, 15)).containsExactly(null, "3000", "0");
        assertThat(exact(figures, 16)).containsExactly(null, "0.3", null);
    }

    @Test
    void whatIsUndefinedSaysWhyOnceUnderTheTable() {
        Undefined<?> winRate = figures.rows().get(14).get(2).undefined();
        assertThat(winRate).isNotNull().returns(UndefinedCode.NONE_CLOSED, Undefined::code);
        assertThat(figures.notes())
                .containsExactly(
                        "undefined: No deal was closed in the span, so there is no share. Maybe a longer span.",
                        "undefined: Nobody has a quota in 2025-Q1. Maybe load quotas.csv, or another span.");
    }

    @Test
    void theFirstLineCountsTheFactsAndWhatIsDoubtfulAboutThem() {
        RevenueView view = RevenueView.of(
                SmallBook.builder()
                        .issue(issue(Severity.ERROR, 1))
                        .issue(issue(Severity.ERROR, 2))
                        .issue(issue(Severity.WARNING, 3))
                        .issue(issue(Severity.NOTE, 4))
                        .build(),
                RevenuePolicy.standard(),
                SmallBook.SPAN);
        assertThat(SummarySection.of(view).text())
                .containsExactly("From 4 accounts, 5 subscriptions and 5 deals; rows left out: 2, doubtful facts: 1 "
                        + "(see Data issues).");
    }

    @Test
    void aSpanInsideAQuarterIsCoveredByThatQuarter() {
        Section section = SummarySection.of(SmallBook.view().during(Span.month(2025, 4)));
        assertThat(printed(section.tables().get(0))).last().asString().startsWith("Coverage, 2025-Q2 and 2025-Q2");
    }

    private static Issue issue(Severity severity, long line) {
        return new Issue(
                IssueCode.BAD_VALUE, severity, new Source("stripe", "file.json", line), "", "", "", "It is wrong.");
    }
}
