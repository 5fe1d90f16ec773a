package io.revops.metric.recurring;

import static io.revops.catalog.Metrics.EXPANSION_MRR;
import static io.revops.catalog.Metrics.MAJOR_EXPANSION_MRR;
import static io.revops.catalog.Metrics.MINOR_EXPANSION_MRR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.revops.book.RevenueBook;
import io.revops.ledger.Basis;
import io.revops.ledger.Grain;
import io.revops.ledger.RandomBooks;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.metric.Metric;
import io.revops.metric.SeatBooks;
import io.revops.money.RunRate;
import io.revops.time.Span;
import java.math.BigDecimal;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** T39, second part: an uplift from 100 to 105 is minor, from 100 to 111 major. */
class SizedExpansionTest {
    private static RevenueView renewal(String to) {
        return SeatBooks.start()
                .has("a/1", "seats", "2025-01-01", "1", "100")
                .has("a/1", "seats", "2025-04-01", "1", to)
                .during("2025");
    }

    private static String perMonth(Metric<RunRate> metric, RevenueView view) {
        return metric.measure(view)
                .orElseThrow()
                .perMonth(2, java.math.RoundingMode.HALF_EVEN)
                .amount()
                .toPlainString();
    }

    @Test
    void anUpliftOfFivePerCentIsMinor() {
        assertThat(perMonth(MINOR_EXPANSION_MRR, renewal("105"))).isEqualTo("5.00");
        assertThat(perMonth(MAJOR_EXPANSION_MRR, renewal("105"))).isEqualTo("0.00");
    }

    @Test
    void oneOfElevenPerCentIsMajor() {
        assertThat(perMonth(MINOR_EXPANSION_MRR, renewal("111"))).isEqualTo("0.00");
        assertThat(perMonth(MAJOR_EXPANSION_MRR, renewal("111"))).isEqualTo("11.00");
    }

    @Test
    void exactlyTheLimitIsMinorAndAMicroUnitMoreIsMajor() {
        assertThat(perMonth(MINOR_EXPANSION_MRR, renewal("110"))).isEqualTo("10.00");
        assertThat(perMonth(MINOR_EXPANSION_MRR, renewal("110.000001"))).isEqualTo("0.00");
    }

    @Test
    void theLimitIsAnOption() {
        MinorUpTo four = MinorUpTo.of("0.04");
        assertThat(perMonth(SizedExpansion.minor().with(four), renewal("105"))).isEqualTo("0.00");
        assertThat(perMonth(SizedExpansion.major().with(four), renewal("105"))).isEqualTo("5.00");
        assertThat(SizedExpansion.major().with(four).definition().formula()).contains("above 4 %");
        assertThat(four).isEqualTo(new MinorUpTo(new BigDecimal("0.0400")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MinorUpTo.of("-0.1"))
                .withMessageContaining("-0.1")
                .withMessageContaining("Maybe ");
    }

    @Test
    void theUnitIsThatOfTheGrain() { // 5 of 300 for the account, 5 of 20 for its second subscription
        SeatBooks books = SeatBooks.start()
                .has("a/1", "seats", "2025-01-01", "1", "280")
                .has("a/2", "seats", "2025-01-01", "1", "20")
                .has("a/2", "seats", "2025-04-01", "1", "25");
        RevenueView byAccount = books.during("2025");
        RevenueView bySubscription =
                RevenueView.of(byAccount.book(), RevenuePolicy.standard().with(Grain.SUBSCRIPTION), Span.year(2025));

        assertThat(perMonth(MINOR_EXPANSION_MRR, byAccount)).isEqualTo("5.00");
        assertThat(perMonth(MAJOR_EXPANSION_MRR, bySubscription)).isEqualTo("5.00");
    }

    @Test
    void byEventsWhatIsNewWasThereBeforeItExpanded() {
        RevenueView view = SeatBooks.start()
                .has("a/1", "seats", "2025-01-02", "1", "100")
                .has("a/1", "seats", "2025-01-20", "1", "104")
                .during("2025");
        RevenueView events =
                RevenueView.of(view.book(), RevenuePolicy.standard().with(Basis.EVENT), Span.year(2025));

        assertThat(perMonth(MINOR_EXPANSION_MRR, events)).isEqualTo("4.00");
        assertThat(perMonth(MAJOR_EXPANSION_MRR, events)).isEqualTo("0.00");
    }

    @Provide
    static Arbitrary<RevenueBook> books() {
        return RandomBooks.inOneCurrency();
    }

    /** Otherwise the two sizes of expansion would not be the expansion of the same report. */
    @Property(tries = 100)
    void minorAndMajorAreAllExpansion(@ForAll("books") RevenueBook book, @ForAll Grain grain, @ForAll Basis basis) {
        RevenueView view = RevenueView.of(book, RevenuePolicy.standard().with(grain, basis), RandomBooks.WIDE);
        if (view.ledger().accounts() > 0) {
            RunRate both = MINOR_EXPANSION_MRR
                    .measure(view)
                    .orElseThrow()
                    .plus(MAJOR_EXPANSION_MRR.measure(view).orElseThrow());
            assertThat(both).isEqualTo(EXPANSION_MRR.measure(view).orElseThrow());
        }
    }
}
