package io.revops.metric.recurring;

import static io.revops.catalog.Metrics.AVAILABLE_TO_RENEW;
import static io.revops.metric.SeatBooks.yearly;
import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.Account;
import io.revops.book.Dimension;
import io.revops.book.Term;
import io.revops.ledger.RevenueView;
import io.revops.metric.Part;
import io.revops.metric.SeatBooks;
import io.revops.time.Span;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A calendar of renewals, worked by hand. */
class AvailableToRenewTest {
    private static SeatBooks term(SeatBooks books, String id, int months, Term.Renewal renewal, int notice) {
        return books.with(id, s -> s.term(new Term(months, renewal, notice)));
    }

    private static RevenueView view() {
        SeatBooks books = SeatBooks.start()
                .add(Account.builder("acme").name("Acme Ltd").build())
                .has("acme/1", "seats", "2024-06-01", "10", "10")
                .has("acme/1", "addon", "2024-06-01", "1", "5")
                .has("bolt/1", "seats", "2024-06-15", "1", "30")
                .ends("bolt/1", "2025-06-15")
                .has("core/1", "seats", "2025-03-31", "1", "7")
                .has("evergreen/1", "seats", "2024-06-01", "1", "50")
                .has("gone/1", "seats", "2024-06-10", "1", "60")
                .ends("gone/1", "2025-01-01");
        term(books, "acme/1", 12, Term.Renewal.AUTOMATIC, 30);
        term(books, "bolt/1", 12, Term.Renewal.ON_REQUEST, 0);
        term(books, "core/1", 1, Term.Renewal.AUTOMATIC, 0);
        term(books, "gone/1", 12, Term.Renewal.AUTOMATIC, 0);
        return books.during("2025-05-01/2025-08-01");
    }

    @Test
    void everyTermThatEndsIsInItsMonthWithItsWorthAndItsNotice() {
        RenewalCalendar calendar = AVAILABLE_TO_RENEW.measure(view()).orElseThrow();
        assertThat(calendar.months())
                .extracting(RenewalCalendar.Month::toString)
                .containsExactly(
                        "2025-05: 1 renewal, USD 84.00 a year\n"
                                + "  2025-05-31 core (core/1) USD 84.00 a year, renews by itself, notice by 2025-05-30",
                        "2025-06: 3 renewals, USD 1,704.00 a year\n"
                                + "  2025-06-01 Acme Ltd (acme/1) USD 1,260.00 a year, renews by itself, notice by 2025-05-01\n"
                                + "  2025-06-15 bolt (bolt/1) USD 360.00 a year, ends unless it is renewed, known to end\n"
                                + "  2025-06-30 core (core/1) USD 84.00 a year, renews by itself, notice by 2025-06-29",
                        "2025-07: 1 renewal, USD 84.00 a year\n"
                                + "  2025-07-31 core (core/1) USD 84.00 a year, renews by itself, notice by 2025-07-30");
        assertThat(calendar)
                .hasToString("2025-05: 1 renewal, USD 84.00 a year; 2025-06: 3 renewals, USD 1,704.00 a year; "
                        + "2025-07: 1 renewal, USD 84.00 a year");
        RenewalCalendar.Renewal acme =
                calendar.of(Span.month(2025, 6)).orElseThrow().renewals().get(0);
        assertThat(acme.noticeBy()).isEqualTo(LocalDate.of(2025, 5, 1));
        assertThat(acme.automatic()).isTrue();
        assertThat(yearly(acme.due())).isEqualTo("1260");
        assertThat(calendar.renewals()).hasSize(5);
        assertThat(calendar.of(Span.month(2025, 9))).isEmpty();
    }

    @Test
    void productsOfACalendarAddUp() {
        RevenueView view = view();
        assertThat(yearly(AVAILABLE_TO_RENEW.measure(view).evidence().total(Part.DUE)))
                .isEqualTo("1872"); // 1,260 + 360 + 3 x 84
        assertThat(yearly(AVAILABLE_TO_RENEW
                        .measure(view)
                        .by(Dimension.PRODUCT)
                        .of("addon")
                        .evidence()
                        .total(Part.DUE)))
                .isEqualTo("60");
    }

    @Test
    void nothingThatComesUpIsAnEmptyCalendar() {
        RenewalCalendar none = AVAILABLE_TO_RENEW
                .measure(SeatBooks.start()
                        .has("a/1", "seats", "2025-01-01", "1", "10")
                        .during("2025"))
                .orElseThrow();
        assertThat(none.months()).isEmpty();
        assertThat(none).hasToString("nothing comes up");
    }
}
