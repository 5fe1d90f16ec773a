package io.revops.report;

import static io.revops.report.SmallBook.exact;
import static io.revops.report.SmallBook.printed;
import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.metric.Explanation;
import io.revops.metric.MonthlyBooks;
import io.revops.metric.UndefinedCode;
import io.revops.time.Span;
import org.junit.jupiter.api.Test;

class CohortsSectionTest {
    private final Section cohorts = CohortsSection.of(MonthlyBooks.start()
            .pays("a", "2025-01-10", "100")
            .pays("b", "2025-01-20", "60")
            .ends("b", "2025-02-20")
            .pays("c", "2025-02-03", "40")
            .pays("c", "2025-03-01", "50")
            .during("2025-Q1"));

    @Test
    void inTheFirstYearCohortsAreMonths() {
        Table logos = cohorts.tables().get(0);
        assertThat(logos.title()).isEqualTo("Logo retention by month, in percent of the accounts that began");
        assertThat(printed(logos))
                .containsExactly(
                        "2025-01 | 2 | 100 | 50 | 50",
                        "2025-02 | 1 | 100 | 100 | -",
                        "2025-03 | 0 |  | - | -",
                        "all | 3 | 100 | 67 | 50");
        assertThat(exact(cohorts.tables().get(1), 0)).containsExactly(null, "2", "1", "0.625", "0.625");
        assertThat(exact(cohorts.tables().get(1), 1)).containsExactly(null, "1", "1", "1.25", null);
    }

    @Test
    void periodThatIsNotOverIsADashWithItsReason() {
        Table logos = cohorts.tables().get(0);
        Cell last = logos.rows().get(logos.rows().size() - 2).get(3);
        assertThat(last.printed()).isEqualTo("-");
        assertThat(java.util.Objects.requireNonNull(last.undefined()).code()).isEqualTo(UndefinedCode.INCOMPLETE);
        assertThat(logos.notes())
                .contains("undefined: The period is not over at the close of the span. Maybe a span that ends later.");
    }

    @Test
    void afterAYearCohortsAreQuartersAndTheLastTwelveAreShown() {
        Section late = CohortsSection.of(SmallBook.view().during(Span.year(2028)));
        Table revenue = late.tables().get(1);
        assertThat(revenue.title()).startsWith("Revenue retention by quarter");
        assertThat(revenue.rows()).hasSize(13);
        assertThat(printed(revenue).get(0)).startsWith("2026-Q1 | 0 |");
        assertThat(printed(revenue)).last().asString().startsWith("all | 4 | ");
        assertThat(revenue.columns().get(2)).isEqualTo(new Column("age_0", "0", "percent", "ratio"));
    }

    @Test
    void bothTellHowTheyWereConcluded() {
        assertThat(cohorts.how())
                .extracting(Explanation::headline)
                .allSatisfy(h -> assertThat(h).contains("retention by cohort, by month, 2025-Q1"));
    }

    @Test
    void currenciesWithoutRatesLeaveTheAccounts() {
        RevenueBook mixed = RevenueBook.of(
                Subscription.builder("s1", "a")
                        .items(SmallBook.item("i", "2024-01-01", SmallBook.monthly("10", "USD")))
                        .build(),
                Subscription.builder("s2", "b")
                        .items(SmallBook.item("i", "2024-01-01", SmallBook.monthly("10", "EUR")))
                        .build());
        Section section = CohortsSection.of(RevenueView.of(mixed, RevenuePolicy.standard(), SmallBook.SPAN));
        assertThat(section.tables()).extracting(Table::id).containsExactly("logos");
        assertThat(section.text())
                .singleElement()
                .asString()
                .contains("[EUR, USD]")
                .contains("Maybe");
        assertThat(section.how()).hasSize(1);
    }

    @Test
    void withoutAccountsThereIsNoTable() {
        Section section =
                CohortsSection.of(RevenueView.of(RevenueBook.empty(), RevenuePolicy.standard(), SmallBook.SPAN));
        assertThat(section.tables()).isEmpty();
        assertThat(section.text()).singleElement().asString().contains("Maybe load subscriptions");
    }
}
