package io.revops.report;

import static io.revops.report.SmallBook.exact;
import static io.revops.report.SmallBook.printed;
import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.Opportunity;
import io.revops.book.OpportunityChange;
import io.revops.book.RevenueBook;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.metric.Explanation;
import io.revops.money.Money;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PipelineSectionTest {
    private final Section pipeline = PipelineSection.of(SmallBook.view());

    @Test
    void openDealsByStageAddUp() {
        assertThat(printed(pipeline.tables().get(0)))
                .containsExactly(
                        "Negotiation | 1 | USD 1,800.00", "Proposal | 2 | USD 1,200.00", "total | 3 | USD 3,000.00");
        assertThat(exact(pipeline.tables().get(0), 2)).containsExactly(null, "3", "3000");
        assertThat(pipeline.tables().get(0).columns().get(2).unit()).isEqualTo("USD");
    }

    @Test
    void winRateByTypeOfDeal() {
        assertThat(printed(pipeline.tables().get(1)))
                .containsExactly(
                        "NEW | 1 | 1 | 50.0 % (9.5 to 90.5 %, n = 2)", "all | 1 | 1 | 50.0 % (9.5 to 90.5 %, n = 2)");
        assertThat(exact(pipeline.tables().get(1), 1)).containsExactly(null, "1", "1", "0.5");
    }

    @Test
    void coverageOfTheQuarterThatFollowsLeavesTheManagersQuotaOut() {
        Table coverage = pipeline.tables().get(2);
        assertThat(coverage.title()).isEqualTo("Coverage of quota, 2025-Q2");
        assertThat(printed(coverage))
                .containsExactly(
                        "EXPANSION | USD 1,200.00 | USD 4,000.00 | 0.30", "all | USD 1,200.00 | USD 4,000.00 | 0.30");
        assertThat(exact(coverage, 1)).containsExactly(null, "1200", "4000", "0.3");
    }

    @Test
    void pipelineAndCoverageTellHowTheyWereConcluded() {
        assertThat(pipeline.how())
                .extracting(Explanation::headline)
                .containsExactly("Open pipeline, 2025-Q1: USD 3,000.00", "Coverage of quota, 2025-Q2: 0.30");
    }

    @Test
    void theQuarterThatIsRunningAtTheCloseIsCovered() {
        assertThat(PipelineSection.nextQuarter(Span.year(2025))).isEqualTo(Span.quarter(2026, 1));
        assertThat(PipelineSection.nextQuarter(Span.month(2025, 4))).isEqualTo(Span.quarter(2025, 2));
    }

    @Test
    void withoutQuotasOnlyCoverageIsUndefined() {
        Section section = of(SmallBook.accounts("").add(SmallBook.deals()).build());
        Table coverage = section.tables().get(2);
        assertThat(printed(coverage)).containsExactly("all |  |  | undefined");
        assertThat(coverage.columns().get(1).unit()).isEqualTo("money");
        assertThat(coverage.notes())
                .contains("undefined: Nobody has a quota in 2025-Q2. Maybe load quotas.csv, or another span.");
        assertThat(printed(section.tables().get(0))).last().isEqualTo("total | 3 | USD 3,000.00");
    }

    @Test
    void aSpanInWhichNothingWasClosedHasNoWinRate() {
        Section section = PipelineSection.of(SmallBook.view().during(Span.month(2025, 4)));
        assertThat(printed(section.tables().get(1))).containsExactly("all | 0 | 0 | undefined");
        assertThat(section.tables().get(1).notes())
                .endsWith("undefined: No deal was closed in the span, so there is no share. Maybe a longer span.");
    }

    @Test
    void dealsOfSeveralCurrenciesAreNotAdded() {
        RevenueBook book = RevenueBook.of(open("d1", "USD"), open("d2", "EUR"));
        Table stages = of(book).tables().get(0);
        assertThat(printed(stages)).containsExactly("total |  | undefined");
        assertThat(stages.notes()).singleElement().asString().startsWith("undefined: The deals are in [EUR, USD]");
    }

    @Test
    void withoutDealsThereIsNoTable() {
        Section section = of(SmallBook.accounts("").build());
        assertThat(section.tables()).isEmpty();
        assertThat(section.text()).containsExactly("There are no deals. Maybe load a CRM export.");
    }

    private static Section of(RevenueBook book) {
        return PipelineSection.of(RevenueView.of(book, RevenuePolicy.standard(), SmallBook.SPAN));
    }

    private static Opportunity open(String id, String currency) {
        return Opportunity.builder(id, Moment.of(2025, 1, 1))
                .changes(OpportunityChange.builder(id + "-1", Moment.of(2025, 1, 1))
                        .stage("Proposal")
                        .amount(Money.of(100, currency))
                        .closeDate(LocalDate.of(2025, 4, 1))
                        .build())
                .build();
    }
}
