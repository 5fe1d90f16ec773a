package io.revops.report;

import static io.revops.report.SmallBook.exact;
import static io.revops.report.SmallBook.printed;
import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.metric.Explanation;
import io.revops.time.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class CustomersSectionTest {
    private final Section customers = CustomersSection.of(SmallBook.view());

    @Test
    void figuresOfTheAccounts() {
        assertThat(printed(table("figures")))
                .containsExactly("Active customers | 3", "Lost customers | 1", "ARPA | USD 80.00");
        assertThat(exact(table("figures"), 2)).containsExactly(null, "960");
    }

    @Test
    void largestAccountsComeFirstWithTheirLastChange() {
        assertThat(printed(table("largest")))
                .containsExactly(
                        "A | Alder | USD 150.00 | 2025-02-01 an item of the subscription changed",
                        "C | Cedar | USD 50.00 | 2025-03-01 an item of the subscription changed",
                        "D | Dogwood | USD 40.00 | 2025-01-20 an item of the subscription changed");
        assertThat(exact(table("largest"), 0)).containsExactly(null, null, "1800", null);
        assertThat(table("largest").columns().get(2))
                .isEqualTo(new Column("mrr", "per month", "USD/month", "USD/year"));
    }

    @Test
    void everyKindOfMovementHasATable() {
        assertThat(customers.tables())
                .extracting(Table::title)
                .containsExactly(
                        "",
                        "Largest accounts at the close",
                        "Largest new",
                        "Largest expansion",
                        "Largest contraction",
                        "Largest churn",
                        "Largest reactivation");
        assertThat(printed(table("new"))).singleElement().asString().startsWith("C | Cedar | USD 80.00 | ");
        assertThat(printed(table("expansion"))).singleElement().asString().startsWith("A | Alder | USD 50.00 | ");
        assertThat(printed(table("contraction"))).singleElement().asString().startsWith("C | Cedar | USD -30.00 | ");
        assertThat(printed(table("reactivation"))).singleElement().asString().startsWith("D | Dogwood | USD 40.00 | ");
    }

    @Test
    void churnIsExplainedByTheChangeThatEndedIt() {
        assertThat(printed(table("churn"))).containsExactly("B | Birch | USD -166.67 | 2025-03-10 it ended in billing");
        assertThat(exact(table("churn"), 0)).containsExactly(null, null, "-2000", null);
    }

    @Test
    void whoDidNotChangeSaysSo() {
        Section april = CustomersSection.of(SmallBook.view().during(Span.month(2025, 4)));
        assertThat(printed(april.tables().get(1))).allMatch(row -> row.endsWith(" | unchanged in the span"));
        assertThat(april.tables().get(2).rows()).isEmpty();
    }

    @Test
    void causesOfOneInstantAreNamedOnceEach() {
        RevenueBook book = RevenueBook.of(Subscription.builder("s", "a")
                .start(io.revops.time.Moment.of(2025, 1, 5))
                .items(
                        SmallBook.item("i", "2025-01-05", SmallBook.monthly("10", "USD")),
                        SmallBook.item("j", "2025-01-05", SmallBook.monthly("20", "USD")))
                .build());
        Section section = CustomersSection.of(RevenueView.of(book, RevenuePolicy.standard(), SmallBook.SPAN));
        assertThat(printed(section.tables().get(1)))
                .containsExactly(
                        "a | a | USD 20.00 | 2025-01-05 the subscription started; an item of the subscription changed");
    }

    @Test
    void atMostTenAccountsAreListed() {
        RevenueBook.Builder book = RevenueBook.builder();
        for (int i = 10; i < 22; i++) {
            book.add(Subscription.builder("s" + i, "a" + i)
                    .items(SmallBook.item("i", "2024-06-01", SmallBook.monthly(Integer.toString(i), "USD")))
                    .build());
        }
        Section section = CustomersSection.of(RevenueView.of(book.build(), RevenuePolicy.standard(), SmallBook.SPAN));
        List<String> largest = printed(section.tables().get(1));
        assertThat(largest).hasSize(10);
        assertThat(largest.get(0)).startsWith("a21 | a21 | USD 21.00");
        assertThat(largest.get(9)).startsWith("a12 | a12 | USD 12.00");
    }

    @Test
    void theAverageTellsHowItWasConcluded() {
        assertThat(customers.how()).extracting(Explanation::headline).containsExactly("ARPA, 2025-Q1: USD 80.00");
    }

    @Test
    void anAverageOverNobodyIsUndefined() {
        Section before = CustomersSection.of(SmallBook.view().during(Span.month(2023, 1)));
        assertThat(printed(before.tables().get(0)))
                .containsExactly("Active customers | 0", "Lost customers | 0", "ARPA | undefined");
        assertThat(before.tables().get(0).notes())
                .containsExactly(
                        "undefined: No account is active at the close, so there is no average. Maybe a span that ends earlier.");
    }

    private Table table(String id) {
        return customers.tables().stream()
                .filter(t -> t.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
