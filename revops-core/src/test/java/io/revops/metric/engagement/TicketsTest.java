package io.revops.metric.engagement;

import static io.revops.catalog.Metrics.TICKETS_OPENED;
import static io.revops.catalog.Metrics.TICKETS_PER_CUSTOMER;
import static io.revops.catalog.Metrics.TICKET_BACKLOG;
import static io.revops.catalog.Metrics.TICKET_ESCALATION_RATE;
import static io.revops.catalog.Metrics.TICKET_REOPEN_RATE;
import static io.revops.catalog.Metrics.TIME_TO_FIRST_REPLY;
import static io.revops.catalog.Metrics.TIME_TO_RESOLUTION;
import static io.revops.metric.SeatBooks.code;
import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.Account;
import io.revops.book.Contact;
import io.revops.book.ContactId;
import io.revops.book.Dimension;
import io.revops.book.StatusChange;
import io.revops.book.SupportTicket;
import io.revops.ledger.RevenueView;
import io.revops.metric.Measurement;
import io.revops.metric.Part;
import io.revops.metric.Proportion;
import io.revops.metric.Ratio;
import io.revops.metric.Undefined;
import io.revops.metric.UndefinedCode;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tickets of June, worked by hand. */
class TicketsTest {
    private static RevenueView june() {
        return new EngagementBook()
                .add(Account.builder("a").name("Acme").build())
                .answered(
                        "1",
                        "a",
                        "2025-06-02T08:00:00Z",
                        "2025-06-02T09:30:00Z",
                        "2025-06-02T08:00:00Z new",
                        "2025-06-02T10:00:00Z escalated",
                        "2025-06-03T08:00:00Z solved",
                        "2025-06-05T08:00:00Z closed")
                .answered(
                        "2",
                        "a",
                        "2025-06-10T00:00:00Z",
                        "2025-06-10T06:00:00Z",
                        "2025-06-10T00:00:00Z open",
                        "2025-06-11T00:00:00Z solved",
                        "2025-06-12T00:00:00Z open",
                        "2025-07-02T00:00:00Z solved")
                .ticket("3", "b", "2025-06-30T12:00:00Z", "2025-06-30T12:00:00Z open", "2025-07-01T12:00:00Z solved")
                .ticket("4", "b", "2025-06-20", "2025-06-22 solved")
                .ticket("5", "", "2025-05-01", "2025-05-01 open")
                .ticket("6", "a", "2025-05-20", "2025-05-20 open", "2025-06-03 solved")
                .ticket("7", "a", "2025-06-01", "2025-06-01 open", "2025-06-02 deleted")
                .ticket("8", "a", "2025-07-01", "2025-07-01 open", "2025-07-02 escalated")
                .during("2025-06");
    }

    private static String text(Measurement<?> measurement) {
        return ((Undefined<?>) measurement.reading()).text();
    }

    @Test
    void volumeIsWhatWasOpenedInTheSpanAndNotDeleted() {
        var opened = TICKETS_OPENED.measure(june());
        assertThat(opened.orElseThrow()).as("1 2 3 4").isEqualTo(4);
        assertThat(opened.evidence().lines().map(line -> line.subject().value()))
                .containsExactly("1", "2", "3", "4");
        assertThat(opened.evidence().lines().findFirst().orElseThrow()).hasToString("Acme (1), tickets 1");
        assertThat(TICKETS_OPENED.measure(june().during(Span.month(2025, 9))).orElseThrow())
                .isZero();
    }

    @Test
    void perCustomerCountsThoseThatAskNothing() {
        RevenueView view = new EngagementBook()
                .begins("a", "2025-01-01")
                .begins("quiet", "2025-01-01")
                .begins("gone", "2025-01-01")
                .ends("gone", "2025-06-20")
                .ticket("1", "a", "2025-06-01")
                .ticket("2", "a", "2025-06-02")
                .ticket("3", "a", "2025-05-31")
                .ticket("4", "gone", "2025-06-02")
                .ticket("5", "", "2025-06-02")
                .during("2025-06");
        assertThat(TICKETS_PER_CUSTOMER.measure(view).orElseThrow()).isEqualTo(Ratio.of(2, 2));
        assertThat(TICKETS_PER_CUSTOMER
                        .measure(view)
                        .by(Dimension.ACCOUNT)
                        .segments()
                        .keySet())
                .containsExactly("a", "quiet");
        RevenueView nobody = new EngagementBook().ticket("1", "a", "2025-06-01").during("2025-06");
        assertThat(code(TICKETS_PER_CUSTOMER.measure(nobody))).isEqualTo(UndefinedCode.NO_ACCOUNTS);
    }

    @Test
    void backlogIsWhatIsOpenAtTheClose() {
        var backlog = TICKET_BACKLOG.measure(june());
        assertThat(backlog.evidence().lines().map(line -> line.subject().value()))
                .containsExactly("2", "3", "5");
        assertThat(backlog.orElseThrow()).isEqualTo(3);
        assertThat(backlog).hasToString("Ticket backlog, 2025-06: 3");
    }

    @Test
    void resolutionCountsTheTicketsThatAreStillOpen() {
        // 1 took 24 hours, 4 took 48; 2 was opened again and waits 21 days, 3 waits 12 hours: 3/3, 2/3, 1/3 at 48
        var hours = TIME_TO_RESOLUTION.measure(june());
        assertThat(hours.orElseThrow().median()).isEqualTo(48);
        assertThat(hours.orElseThrow().waiting()).isEqualTo(2);
        assertThat(hours.evidence().total(Part.STILL_WAITING)).isEqualTo(2);
        assertThat(hours.evidence().total(Part.MINUTES_WAITED)).isEqualTo(60 * (24 + 48 + 21 * 24 + 12));
        assertThat(hours.toString()).startsWith("Time to resolution, 2025-06: 48.0 hours (");
    }

    @Test
    void firstReplyWaitsUntilTheTicketIsSolvedOrTheSpanCloses() {
        // 1 after 1.5 hours, 2 after 6; 3 waits 12 hours, 4 was solved after 48: 3/4, 1/2 from 6 on, and no later
        // answer
        assertThat(TIME_TO_FIRST_REPLY.measure(june()).orElseThrow().median()).isEqualTo(6);
        var replies = TIME_TO_FIRST_REPLY.measure(june()).evidence();
        assertThat(replies.total(Part.MINUTES_WAITED)).isEqualTo(90 + 360 + 720 + 48 * 60);
        assertThat(replies.total(Part.STILL_WAITING)).isEqualTo(2);
    }

    @Test
    void reopenRateIsOfThoseWhoseWayIsTold() {
        var rate = TICKET_REOPEN_RATE.measure(june());
        // first solved in June: 1, 2, 4 and 6; of 4 only the end is written; 2 came back
        assertThat(rate.orElseThrow()).isEqualTo(new Proportion(1, 3));
        assertThat(rate.evidence().total(Part.TICKETS_WITHOUT_HISTORY)).isEqualTo(1);
        assertThat(code(TICKET_REOPEN_RATE.measure(june().during(Span.month(2025, 5)))))
                .isEqualTo(UndefinedCode.NO_TICKETS);
        var ends = TICKET_REOPEN_RATE.measure(new EngagementBook()
                .ticket("4", "b", "2025-06-20", "2025-06-22 solved")
                .during("2025-06"));
        assertThat(code(ends)).isEqualTo(UndefinedCode.NOT_RECORDED);
        assertThat(text(ends)).contains("Maybe read the history");
    }

    @Test
    void escalationIsAStatusThatSaysSo() {
        var rate = TICKET_ESCALATION_RATE.measure(june());
        assertThat(rate.orElseThrow()).as("1 of 1 2 3").isEqualTo(new Proportion(1, 3));
        assertThat(rate.evidence().total(Part.TICKETS_WITHOUT_HISTORY)).isEqualTo(1);
        assertThat(EscalationRate.of("Closed").measure(june()).orElseThrow()).isEqualTo(new Proportion(1, 3));
        var tier = EscalationRate.of("tier 2").measure(june());
        assertThat(code(tier)).isEqualTo(UndefinedCode.NOT_RECORDED);
        assertThat(text(tier))
                .startsWith("No ticket ever had the status tier 2 by 2025-06-30, of 6 tickets that are known.")
                .contains("Maybe");
        assertThat(code(TICKET_ESCALATION_RATE.measure(june().during(Span.month(2025, 8)))))
                .isEqualTo(UndefinedCode.NO_TICKETS);
    }

    @Test
    void whatNoTicketTellsIsNotGuessed() {
        RevenueView bare = new EngagementBook()
                .ticket("1", "a", "2025-06-01")
                .ticket("2", "a", "2025-06-02")
                .during("2025-06");
        assertThat(TICKETS_OPENED.measure(bare).orElseThrow()).isEqualTo(2);
        for (var metric : List.of(
                TICKET_BACKLOG, TIME_TO_RESOLUTION, TIME_TO_FIRST_REPLY, TICKET_REOPEN_RATE, TICKET_ESCALATION_RATE)) {
            assertThat(code(metric.measure(bare))).isEqualTo(UndefinedCode.NOT_RECORDED);
            assertThat(text(metric.measure(bare))).contains("Maybe");
            assertThat(code(metric.measure(bare.during(Span.month(2025, 5))))).isEqualTo(UndefinedCode.NO_TICKETS);
        }
        assertThat(code(TICKETS_OPENED.measure(bare.during(Span.month(2025, 5)))))
                .isEqualTo(UndefinedCode.NO_TICKETS);
    }

    @Test
    void ifFewerThanHalfAreSolvedItSaysHowMany() {
        RevenueView view = new EngagementBook()
                .ticket("1", "a", "2025-06-01", "2025-06-01 open", "2025-06-02 solved")
                .ticket("2", "a", "2025-06-01", "2025-06-01 open")
                .ticket("3", "a", "2025-06-01", "2025-06-01 open")
                .during("2025-06");
        assertThat(code(TIME_TO_RESOLUTION.measure(view))).isEqualTo(UndefinedCode.HALF_NOT_REACHED);
        assertThat(text(TIME_TO_RESOLUTION.measure(view))).startsWith("1 of 3 tickets are solved by the close");
        assertThat(code(TIME_TO_RESOLUTION.measure(view.during(Span.month(2025, 7)))))
                .isEqualTo(UndefinedCode.NO_TICKETS);
    }

    @Test
    void ticketIsOneOfItsAccountByItselfOrThroughItsContact() {
        RevenueView view = new EngagementBook()
                .add(Account.builder("a").attribute("industry", "Retail").build())
                .add(Contact.builder("ann", "a").build())
                .add(SupportTicket.builder("1", Moment.of(2025, 6, 1))
                        .contact(new ContactId("ann"))
                        .statuses(StatusChange.builder("s", Moment.of(2025, 6, 1), "open")
                                .build())
                        .build())
                .ticket("2", "", "2025-06-01")
                .during("2025-06");
        var cut = TICKETS_OPENED.measure(view).by(Dimension.INDUSTRY);
        assertThat(cut.of("Retail").orElseThrow()).isEqualTo(1);
        assertThat(cut.of(Dimension.NOT_SET).orElseThrow()).isEqualTo(1);
        assertThat(TICKETS_OPENED.measure(view).by(Dimension.ACCOUNT).of("a").orElseThrow())
                .isEqualTo(1);
    }
}
