package io.revops.report;

import static io.revops.report.SmallBook.exact;
import static io.revops.report.SmallBook.printed;
import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.Product;
import io.revops.book.ProductId;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import org.junit.jupiter.api.Test;

class SegmentsSectionTest {
    @Test
    void aDimensionInWhichAccountsDifferHasATable() {
        Section segments = SegmentsSection.of(SmallBook.view());
        assertThat(segments.tables()).extracting(Table::id).containsExactly("industry");
        Table industry = segments.tables().get(0);
        assertThat(industry.title()).isEqualTo("By industry");
        assertThat(industry.columns())
                .extracting(Column::key)
                .containsExactly("segment", "mrr", "active", "net", "gross");
        assertThat(printed(industry))
                .containsExactly(
                        "(not set) | USD 40.00 | 1 |  | ",
                        "Healthcare | USD 0.00 | 0 | 0.0 % | 0.0 %",
                        "Retail | USD 200.00 | 2 | 150.0 % | 100.0 %",
                        "total | USD 240.00 | 3 | 56.2 % | 37.5 %");
        assertThat(exact(industry, 2)).containsExactly(null, "2400", "2", "1.5", "1");
        assertThat(exact(industry, 3)).containsExactly(null, "2880", "3", "0.5625", "0.375");
    }

    /** 1,000 a year in each of three products: 83.33 a month each would make 249.99. */
    @Test
    void printedSegmentsAddUpToThePrintedTotal() {
        RevenueBook.Builder book = RevenueBook.builder();
        for (String name : new String[] {"Base", "Extra", "Support"}) {
            book.add(Product.builder(name).name(name).build());
            book.add(Subscription.builder("s-" + name, "a")
                    .items(SmallBook.item("i", "2024-06-01", SmallBook.yearly("1000", "USD")).toBuilder()
                            .product(new ProductId(name))
                            .build())
                    .build());
        }
        Section segments = SegmentsSection.of(RevenueView.of(book.build(), RevenuePolicy.standard(), SmallBook.SPAN));
        assertThat(segments.tables()).extracting(Table::id).containsExactly("product");
        assertThat(printed(segments.tables().get(0)))
                .containsExactly(
                        "Base | USD 83.34 | 1 | 100.0 % | 100.0 %",
                        "Extra | USD 83.33 | 1 | 100.0 % | 100.0 %",
                        "Support | USD 83.33 | 1 | 100.0 % | 100.0 %",
                        "total | USD 250.00 | 1 | 100.0 % | 100.0 %");
        assertThat(exact(segments.tables().get(0), 0).get(1)).isEqualTo("1000");
    }

    @Test
    void aDimensionWithMoreThanFifteenSegmentsIsLeftOut() {
        RevenueBook.Builder book = RevenueBook.builder();
        for (int i = 0; i < 16; i++) {
            book.add(SmallBook.account("a" + i, "Account " + i, "Industry " + i).toBuilder()
                    .attribute("region", i % 2 == 0 ? "East" : "West")
                    .build());
            book.add(Subscription.builder("s" + i, "a" + i)
                    .items(SmallBook.item("i", "2024-06-01", SmallBook.monthly("10", "USD")))
                    .build());
        }
        Section segments = SegmentsSection.of(RevenueView.of(book.build(), RevenuePolicy.standard(), SmallBook.SPAN));
        assertThat(segments.tables()).extracting(Table::id).containsExactly("region");
        assertThat(printed(segments.tables().get(0)))
                .containsExactly(
                        "East | USD 80.00 | 8 | 100.0 % | 100.0 %",
                        "West | USD 80.00 | 8 | 100.0 % | 100.0 %", "total | USD 160.00 | 16 | 100.0 % | 100.0 %");
    }

    @Test
    void accountsThatDoNotDifferSaySo() {
        RevenueBook book = RevenueBook.of(Subscription.builder("s", "a")
                .items(SmallBook.item("i", "2024-06-01", SmallBook.monthly("10", "USD")))
                .build());
        Section segments = SegmentsSection.of(RevenueView.of(book, RevenuePolicy.standard(), SmallBook.SPAN));
        assertThat(segments.tables()).isEmpty();
        assertThat(segments.text()).singleElement().asString().startsWith("The accounts do not differ in industry,");
    }

    @Test
    void withoutAnMrrTheReasonIsGiven() {
        RevenueBook book = RevenueBook.of(paying("s1", "a", "USD"), paying("s2", "b", "EUR"));
        Section segments = SegmentsSection.of(RevenueView.of(book, RevenuePolicy.standard(), SmallBook.SPAN));
        assertThat(segments.tables()).isEmpty();
        assertThat(segments.text())
                .singleElement()
                .asString()
                .startsWith("undefined: ")
                .contains("[EUR, USD]");
    }

    private static Subscription paying(String id, String account, String currency) {
        return Subscription.builder(id, account)
                .items(SmallBook.item("i", "2024-06-01", SmallBook.monthly("10", currency)))
                .build();
    }
}
