package io.revops.metric.bookings;

import static io.revops.catalog.Metrics.BOOKINGS_TCV;
import static io.revops.catalog.Metrics.CURRENT_RPO;
import static io.revops.catalog.Metrics.CURRENT_RPO_STRAIGHT_LINE;
import static io.revops.catalog.Metrics.RPO;
import static io.revops.catalog.Metrics.RPO_STRAIGHT_LINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.BillingInterval;
import io.revops.book.Cancellation;
import io.revops.book.Dimension;
import io.revops.book.ItemChange;
import io.revops.book.Price;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.book.Term;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.metric.Metric;
import io.revops.metric.Part;
import io.revops.money.Money;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What remains of contracts, worked by hand, and laws. */
class RemainingObligationTest {
    private static final BillingInterval MONTH = BillingInterval.MONTHLY;

    private static String at(RevenueView view, Metric<Money> metric, String span) {
        return metric.measure(view.during(Span.parse(span)))
                .orElseThrow()
                .rounded(RoundingMode.HALF_UP)
                .amount()
                .stripTrailingZeros()
                .toPlainString();
    }

    @Test
    void rampIsBoundFromItsSignatureAndLessEveryMonth() { // T42
        RevenueView view = Contracts.start()
                .signed("ramp", "2024-12-15", 36)
                .pays("ramp", "2025-01-01", "1000", MONTH)
                .pays("ramp", "2026-01-01", "1500", MONTH)
                .pays("ramp", "2027-01-01", "2000", MONTH)
                .ends("ramp", "2028-01-01")
                .during("2024-12");
        assertThat(at(view, RPO, "2024-12-14")).isEqualTo("0");
        assertThat(at(view, RPO, "2024-12-15")).isEqualTo("54000");
        assertThat(at(view, RPO, "2024-12")).isEqualTo("54000").isEqualTo(at(view, BOOKINGS_TCV, "2024-12"));
        assertThat(at(view, RPO_STRAIGHT_LINE, "2024-12")).isEqualTo("54000");
        assertThat(at(view, CURRENT_RPO, "2024-12")).isEqualTo("12000");
        assertThat(at(view, CURRENT_RPO_STRAIGHT_LINE, "2024-12")).isEqualTo("18000");
        // at the close of June 2025: 6 x 1,000 are had; 6 x 1,000 + 6 x 1,500 come in the next year
        assertThat(at(view, RPO, "2025-06")).isEqualTo("48000");
        assertThat(at(view, CURRENT_RPO, "2025-06")).isEqualTo("15000");
        assertThat(at(view, RPO_STRAIGHT_LINE, "2025-06")).isEqualTo("45000"); // 54,000 x 30/36
        assertThat(at(view, CURRENT_RPO_STRAIGHT_LINE, "2025-06")).isEqualTo("18000");
        // at the close of June 2027: 6 x 2,000, or 54,000 x 6/36, and all of it within a year
        assertThat(at(view, RPO, "2027-06")).isEqualTo("12000").isEqualTo(at(view, CURRENT_RPO, "2027-06"));
        assertThat(at(view, RPO_STRAIGHT_LINE, "2027-06"))
                .isEqualTo("9000")
                .isEqualTo(at(view, CURRENT_RPO_STRAIGHT_LINE, "2027-06"));
        assertThat(at(view, RPO, "2027-12")).isEqualTo("0");
    }

    private static RevenueView yearly(UnaryOperator<Subscription.Builder> more, Term.Renewal renewal) {
        Subscription.Builder builder = Subscription.builder("s", "acme")
                .term(new Term(12, renewal, 30))
                .items(item("start", "2025-01-01", "100", null));
        return RevenueView.of(
                RevenueBook.builder().add(more.apply(builder).build()).build(),
                RevenuePolicy.standard(),
                Span.year(2025));
    }

    private static ItemChange item(
            String id, String from, String price, @org.jspecify.annotations.Nullable String rec) {
        return ItemChange.builder(id, Moment.parse(from), "seats")
                .price(Price.flat(Money.of(price, "USD"), MONTH))
                .recorded(rec == null ? null : Instant.parse(rec))
                .build();
    }

    @Test
    void nextTermBindsWhenItBeginsAndOnlyIfItRenewsByItself() {
        RevenueView automatic = yearly(s -> s, Term.Renewal.AUTOMATIC);
        assertThat(at(automatic, RPO, "2025-09")).isEqualTo("300");
        assertThat(at(automatic, RPO, "2025-12")).isEqualTo("0");
        assertThat(at(automatic, RPO, "2026-01")).isEqualTo("1100");
        RevenueView onRequest = yearly(s -> s, Term.Renewal.ON_REQUEST);
        assertThat(at(onRequest, RPO, "2025-09")).isEqualTo("300");
        assertThat(at(onRequest, RPO, "2026-01")).isEqualTo("0");
        assertThat(RPO.measure(onRequest.during(Span.month(2026, 1))).evidence().total(Part.WITHOUT_TERM))
                .isEqualTo(1);
    }

    @Test
    void changeWithinATermCountsWhenItIsRecorded() {
        RevenueView view =
                yearly(s -> s.items(item("more", "2025-07-01", "150", "2025-04-10T00:00:00Z")), Term.Renewal.AUTOMATIC);
        assertThat(at(view, RPO, "2025-03")).isEqualTo("900"); // nobody knew of it
        assertThat(at(view, RPO, "2025-04")).isEqualTo("1100"); // 2 x 100 + 6 x 150
        assertThat(at(view, RPO_STRAIGHT_LINE, "2025-04")).isEqualTo("1000"); // (6 x 100 + 6 x 150) x 8/12
    }

    @Test
    void endThatIsKnownEndsTheObligation() {
        RevenueView view = yearly(
                s -> s.cancellations(Cancellation.builder("c", Moment.of(2025, 3, 10), Moment.of(2025, 6, 1))
                        .withdrawn(Moment.of(2025, 4, 2))
                        .build()),
                Term.Renewal.AUTOMATIC);
        assertThat(at(view, RPO, "2025-02")).isEqualTo("1000");
        assertThat(at(view, RPO, "2025-03")).isEqualTo("200"); // April and May
        assertThat(at(view, RPO, "2025-04")).isEqualTo("800"); // taken back
        RevenueView ended = yearly(
                s -> s.endings(io.revops.book.Ending.builder("e", Moment.of(2025, 6, 1))
                        .recorded(Instant.parse("2025-03-10T00:00:00Z"))
                        .build()),
                Term.Renewal.AUTOMATIC);
        assertThat(at(ended, RPO, "2025-02")).isEqualTo("1000");
        assertThat(at(ended, RPO, "2025-03")).isEqualTo("200");
        assertThat(at(ended, RPO, "2025-06")).isEqualTo("0");
    }

    @Test
    void productsAddUpAndWhatHasNoTermBindsNobody() {
        RevenueView view = RevenueView.of(
                RevenueBook.builder()
                        .add(Subscription.builder("evergreen", "bolt")
                                .items(item("i", "2025-01-01", "100", null))
                                .build())
                        .add(Subscription.builder("bound", "acme")
                                .term(new Term(12, Term.Renewal.AUTOMATIC, 0))
                                .items(product("core", "100"), product("addon", "20"))
                                .build())
                        .build(),
                RevenuePolicy.standard(),
                Span.month(2025, 6));
        assertThat(at(view, RPO, "2025-06")).isEqualTo("720");
        assertThat(RPO.measure(view).by(Dimension.PRODUCT).of("addon").orElseThrow())
                .isEqualTo(Money.of(120, "USD"));
        assertThat(RPO.measure(view).evidence().total(Part.WITHOUT_TERM)).isEqualTo(1);
    }

    private static ItemChange product(String id, String price) {
        return ItemChange.builder(id, Moment.of(2025, 1, 1), id)
                .product(new io.revops.book.ProductId(id))
                .price(Price.flat(Money.of(price, "USD"), MONTH))
                .build();
    }

    /** If it failed, what is still to come would not be the contract less what was had, or next year more than everything. */
    @Property(tries = 200)
    void remainingIsTheContractLessWhatWasHad(
            @ForAll @IntRange(min = 1, max = 48) int term,
            @ForAll @IntRange(min = 0, max = 1500) int day,
            @ForAll @IntRange(min = 1, max = 999) int first,
            @ForAll @IntRange(min = 1, max = 999) int second) {
        Contracts facts = Contracts.start().signed("c", "2024-12-15", term).pays("c", "2025-01-01", "" + first, MONTH);
        facts.pays("c", "2026-01-01", "" + second, MONTH);
        facts.ends("c", java.time.LocalDate.of(2025, 1, 1).plusMonths(term).toString());
        java.time.LocalDate close = java.time.LocalDate.of(2024, 12, 31).plusDays(day);
        RevenueView view = facts.during(close.toString());
        Money remaining = RPO.measure(view).orElseThrow();
        Money even = RPO_STRAIGHT_LINE.measure(view).orElseThrow();
        long whole = (long) first * Math.min(term, 12) + (long) second * Math.max(0, term - 12);
        assertThat(CURRENT_RPO.measure(view).orElseThrow().compareTo(remaining)).isNotPositive();
        assertThat(CURRENT_RPO_STRAIGHT_LINE.measure(view).orElseThrow().compareTo(even))
                .isNotPositive();
        assertThat(remaining.amount()).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(whole));
        assertThat(even.amount()).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(whole));
        if (day == 0) {
            assertThat(remaining).isEqualTo(Money.of(whole, "USD")).isEqualTo(even);
        }
        if (!close.plusDays(1).isBefore(java.time.LocalDate.of(2025, 1, 1).plusMonths(term))) {
            assertThat(remaining.isZero() && even.isZero()).isTrue();
        }
    }
}
