package io.revops.metric.retention;

import static io.revops.catalog.Metrics.RENEWAL_RATE;
import static io.revops.catalog.Metrics.RENEWAL_RATE_BY_COUNT;
import static io.revops.metric.SeatBooks.code;
import static io.revops.metric.SeatBooks.monthly;
import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.Dimension;
import io.revops.ledger.RevenueView;
import io.revops.metric.Metric;
import io.revops.metric.Part;
import io.revops.metric.Ratio;
import io.revops.metric.SeatBooks;
import io.revops.metric.UndefinedCode;
import io.revops.time.Span;
import org.junit.jupiter.api.Test;

/** What came up for renewal and what of it went on, worked by hand. */
class RenewalRateTest {
    private static double rate(Metric<Ratio> metric, RevenueView view) {
        return metric.measure(view).orElseThrow().value();
    }

    private static SeatBooks yearly(SeatBooks books, String subscription, String price) {
        return books.has(subscription, "seats", "2024-04-15", "1", price).term(subscription, 12);
    }

    @Test
    void onlyWhatCameUpCountsByValueAndByCount() {
        SeatBooks books = SeatBooks.start();
        yearly(books, "kept/1", "100");
        yearly(books, "raised/1", "50").has("raised/1", "seats", "2025-04-15", "1", "90");
        yearly(books, "cut/1", "80").has("cut/1", "seats", "2025-04-15", "1", "20");
        yearly(books, "left/1", "70").ends("left/1", "2025-04-15");
        books.has("later/1", "seats", "2024-06-01", "1", "1000").term("later/1", 12);
        books.has("termless/1", "seats", "2024-04-15", "1", "1000");
        RevenueView view = books.during("2025-04");
        // due 100 + 50 + 80 + 70 = 300; renewed 100 + 50 + 20 + 0 = 170; 3 of 4 contracts
        assertThat(rate(RENEWAL_RATE, view)).isEqualTo(170.0 / 300);
        assertThat(rate(RENEWAL_RATE_BY_COUNT, view)).isEqualTo(0.75);
        assertThat(monthly(RENEWAL_RATE.measure(view).evidence().total(Part.DUE)))
                .isEqualTo("300.00");
        assertThat(RENEWAL_RATE.measure(view).explain().toString())
                .contains("due contracts 4, from 4 lines")
                .contains("left");
    }

    @Test
    void contractComesUpOnItsDayAndOnNoOther() {
        RevenueView view = yearly(SeatBooks.start(), "a/1", "10").during("2025-04");
        assertThat(rate(RENEWAL_RATE, view.during(Span.parse("2025-04-15")))).isEqualTo(1);
        assertThat(code(RENEWAL_RATE.measure(view.during(Span.parse("2025-04-14")))))
                .isEqualTo(UndefinedCode.NONE_DUE);
        assertThat(code(RENEWAL_RATE.measure(view.during(Span.parse("2025-04-16")))))
                .isEqualTo(UndefinedCode.NONE_DUE);
        assertThat(code(RENEWAL_RATE.measure(view.during(Span.parse("2024-04-15")))))
                .isEqualTo(UndefinedCode.NONE_DUE); // it begins, and is not renewed
        assertThat(rate(RENEWAL_RATE, view.during(Span.parse("2027-04-15")))).isEqualTo(1);
    }

    @Test
    void whatEndedBeforeItsTermWasNotUp() {
        RevenueView view = yearly(SeatBooks.start(), "early/1", "10")
                .ends("early/1", "2025-04-14")
                .during("2025-04");
        assertThat(code(RENEWAL_RATE.measure(view))).isEqualTo(UndefinedCode.NONE_DUE);
        RevenueView after = yearly(SeatBooks.start(), "late/1", "10")
                .ends("late/1", "2025-04-16")
                .during("2025-04");
        assertThat(rate(RENEWAL_RATE, after)).isEqualTo(1); // it went on, for a day
    }

    @Test
    void contractThatTakesThePlaceOfOneIsItsRenewal() {
        RevenueView view = yearly(SeatBooks.start(), "a/1", "100")
                .ends("a/1", "2025-04-15")
                .has("a/2", "seats", "2025-04-15", "1", "60")
                .during("2025-04");
        assertThat(rate(RENEWAL_RATE, view)).isEqualTo(0.6);
        assertThat(rate(RENEWAL_RATE_BY_COUNT, view)).isEqualTo(1);
    }

    @Test
    void monthEndIsCountedFromTheBeginning() { // T58: from 2024-01-31 on, 2024-02-29, 2024-03-31, 2024-04-30
        RevenueView view = SeatBooks.start()
                .has("a/1", "seats", "2024-01-31", "1", "10")
                .term("a/1", 1)
                .during("2024");
        assertThat(RENEWAL_RATE_BY_COUNT.measure(view).evidence().total(Part.DUE_CONTRACTS))
                .isEqualTo(11);
        for (String day : new String[] {"2024-02-29", "2024-03-31", "2024-04-30"}) {
            assertThat(rate(RENEWAL_RATE, view.during(Span.parse(day)))).isEqualTo(1);
        }
    }

    @Test
    void productsAreDueOnTheirOwn() {
        RevenueView view = yearly(SeatBooks.start(), "a/1", "100")
                .has("a/1", "storage", "2024-04-15", "1", "50")
                .has("a/1", "storage", "2025-04-15", "0", "50")
                .during("2025-04");
        assertThat(rate(RENEWAL_RATE, view)).isEqualTo(100.0 / 150);
        assertThat(RENEWAL_RATE
                        .measure(view)
                        .by(Dimension.PRODUCT)
                        .of("storage")
                        .orElseThrow()
                        .value())
                .isZero();
    }
}
