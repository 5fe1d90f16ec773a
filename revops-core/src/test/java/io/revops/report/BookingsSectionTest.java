package io.revops.report;

import static io.revops.report.SmallBook.exact;
import static io.revops.report.SmallBook.printed;
import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.AccountId;
import io.revops.book.DealType;
import io.revops.book.Opportunity;
import io.revops.book.OpportunityChange;
import io.revops.book.OpportunityLine;
import io.revops.book.Outcome;
import io.revops.book.ProductKind;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.book.Term;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.metric.Explanation;
import io.revops.metric.UndefinedCode;
import io.revops.money.Money;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BookingsSectionTest {
    /** Three deals of a third of a dollar each and a half, one of three years with set-up, and a signed subscription. */
    private final Section bookings = of(RevenueBook.builder()
            .add(
                    deal("d1", DealType.NEW, "2025-01-10", line("100.335", ProductKind.RECURRING, 12)),
                    deal("d2", DealType.NEW, "2025-04-10", line("100.335", ProductKind.RECURRING, 12)),
                    deal("d3", DealType.EXPANSION, "2025-07-10", line("100.335", ProductKind.RECURRING, 6)),
                    deal(
                            "d4",
                            DealType.RENEWAL,
                            "2025-07-11",
                            line("330000", ProductKind.RECURRING, 36),
                            line("30000", ProductKind.ONE_TIME, 0)))
            .add(Subscription.builder("s", "S")
                    .signed(Moment.of(2025, 2, 1))
                    .term(new Term(12, Term.Renewal.AUTOMATIC, 0))
                    .items(SmallBook.item("i", "2025-03-01", SmallBook.monthly("50", "USD")))
                    .build())
            .build());

    @Test
    void quartersAddUpAsPrintedAndExactly() {
        Table quarters = table("quarters");
        assertThat(printed(quarters))
                .containsExactly(
                        "2025-Q1 | 2 | 700.34 | 700.34 | 0.00 | 700.34 | 700.34",
                        "2025-Q2 | 1 | 100.34 | 100.34 | 0.00 | 100.33 | 100.33",
                        "2025-Q3 | 2 | 360,100.33 | 330,100.33 | 30,000.00 | 110,200.67 | 110,200.67",
                        "2025-Q4 | 0 | 0.00 | 0.00 | 0.00 | 0.00 | 0.00",
                        "total | 5 | 360,901.01 | 330,901.01 | 30,000.00 | 111,001.34 | 111,001.34");
        assertThat(exact(quarters, 4))
                .containsExactly(null, "5", "360901.005", "330901.005", "30000", "111001.34", "111001.34");
        ties(quarters);
        assertThat(quarters.columns().get(5).unit()).isEqualTo("USD/year");
    }

    @Test
    void typesOfDealAddUpAndASubscriptionHasNone() {
        Table types = table("types");
        assertThat(types.rows())
                .extracting(row -> row.get(0).printed())
                .containsExactly("(not set)", "EXPANSION", "NEW", "RENEWAL", "total");
        ties(types);
    }

    @Test
    void yearsOfTheContractsAddUpToTheTotal() {
        Table years = table("years");
        assertThat(printed(years))
                .containsExactly("110,901.01 | 110,000.00 | 110,000.00 | 0.00 | 30,000.00 | 360,901.01");
    }

    @Test
    void theLargestContractsSayWhatHasToBeKnown() {
        assertThat(printed(table("largest")).get(0))
                .isEqualTo("2025-07-11 | d4 | Deal d4 | 360,000.00 | 110,000.00 | ");
        assertThat(printed(table("largest"))).anyMatch(row -> row.endsWith("| 200.67 | term under 12 months"));
        assertThat(printed(table("findings"))).containsExactly("term under 12 months | 1");
        assertThat(bookings.how())
                .extracting(Explanation::headline)
                .containsExactly("Bookings, TCV, 2025: USD 360,901.01", "ARR booked, 2025: USD 111,001.34");
    }

    @Test
    void dealsWithoutLinesHaveATotalAndOneReason() {
        Section section = of(SmallBook.accounts("").add(SmallBook.deals()).build());
        Table quarters = section.tables().get(0);
        assertThat(printed(quarters)).last().asString().contains("undefined | undefined | undefined | undefined");
        assertThat(quarters.notes())
                .singleElement()
                .asString()
                .contains("have an amount and no lines")
                .contains("Maybe");
        assertThat(java.util.Objects.requireNonNull(
                                section.tables().get(2).rows().get(0).get(0).undefined())
                        .code())
                .isEqualTo(UndefinedCode.NOT_SPLIT);
        assertThat(section.how()).hasSize(1);
    }

    @Test
    void nothingSignedIsSaidAndNotTabled() {
        Section section = of(SmallBook.accounts("").build());
        assertThat(section.tables()).isEmpty();
        assertThat(section.text())
                .containsExactly(
                        "Nothing was signed in the span. Maybe load deals that were won, or write when subscriptions were signed.");
    }

    /** What is printed of the parts adds up to what is printed of the total, in every column. */
    private static void ties(Table table) {
        int total = table.rows().size() - 1;
        for (int column = 1; column < table.columns().size(); column++) {
            int c = column;
            BigDecimal sum = IntStream.range(0, total)
                    .mapToObj(row -> number(table.rows().get(row).get(c)))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum)
                    .as(table.columns().get(c).key())
                    .isEqualByComparingTo(number(table.rows().get(total).get(c)));
        }
    }

    private static BigDecimal number(Cell cell) {
        return new BigDecimal(cell.printed().replace(",", ""));
    }

    private Table table(String id) {
        return bookings.tables().stream()
                .filter(t -> t.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Section of(RevenueBook book) {
        return BookingsSection.of(RevenueView.of(book, RevenuePolicy.standard(), Span.year(2025)));
    }

    private static OpportunityLine line(String amount, ProductKind kind, int months) {
        return OpportunityLine.builder(kind.name(), Money.of(amount, "USD"), kind)
                .termMonths(months == 0 ? null : months)
                .build();
    }

    private static Opportunity deal(String id, DealType type, String won, OpportunityLine... lines) {
        return Opportunity.builder(id, Moment.of(2025, 1, 1))
                .name("Deal " + id)
                .type(type)
                .account(new AccountId(id))
                .changes(OpportunityChange.builder("won", Moment.parse(won))
                        .outcome(Outcome.WON)
                        .build())
                .lines(List.of(lines))
                .build();
    }
}
