package io.revops.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.StatusChange;
import io.revops.book.SupportTicket;
import io.revops.time.Moment;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TicketHistoryTest {
    /** Statuses by day of June, {@code "1 open", "3 solved"}. */
    private static SupportTicket ticket(String... statuses) {
        SupportTicket.Builder ticket = SupportTicket.builder("t", Moment.of(2025, 6, 1));
        for (String status : statuses) {
            String[] parts = status.split(" ", 2);
            ticket.statuses(StatusChange.builder(status, Moment.of(2025, 6, Integer.parseInt(parts[0])), parts[1])
                    .build());
        }
        return ticket.build();
    }

    private static TicketHistory history(String... statuses) {
        return TicketHistory.of(ticket(statuses));
    }

    @Test
    void isOpenUntilItsLastStatusIsAnEnd() {
        assertThat(history().isOpen()).isTrue();
        assertThat(history("1 open").isOpen()).isTrue();
        assertThat(history("1 open", "2 Hold").isOpen()).isTrue();
        for (String end : new String[] {"solved", " Resolved ", "CLOSED", "done", "deleted"}) {
            assertThat(history("1 open", "2 " + end).isOpen()).as(end).isFalse();
        }
        assertThat(history("1 open", "2 solved", "3 open").isOpen()).isTrue();
        assertThat(history("1 open", "2 deleted").isDeleted()).isTrue();
        assertThat(history("1 open", "2 solved").isDeleted()).isFalse();
    }

    @Test
    void isSolvedForGoodFromTheFirstEndAfterWhichItStaysSo() {
        assertThat(history("1 open", "2 solved", "9 closed").solved()).contains(Moment.of(2025, 6, 2));
        assertThat(history("1 open", "2 solved", "4 open", "9 closed").solved()).contains(Moment.of(2025, 6, 9));
        assertThat(history("1 open", "2 solved", "4 open", "9 closed").firstSolved())
                .contains(Moment.of(2025, 6, 2));
        assertThat(history("1 open", "2 solved", "4 open").solved()).isEmpty();
        assertThat(history("1 open").firstSolved()).isEmpty();
    }

    @Test
    void isReopenedIfAnOpenStatusFollowsAnEnd() {
        assertThat(history("1 open", "2 solved", "3 closed").isReopened()).isFalse();
        assertThat(history("1 open", "2 solved", "3 pending").isReopened()).isTrue();
        assertThat(history("1 open", "2 solved", "3 deleted").isReopened()).isFalse();
        assertThat(history("1 open", "2 pending").isReopened()).isFalse();
    }

    @Test
    void anEndAloneDoesNotTellItsWay() {
        assertThat(history().tellsItsWay()).isFalse();
        assertThat(history().hasStatus()).isFalse();
        assertThat(history("2 solved").tellsItsWay()).isFalse();
        assertThat(history("2 open").tellsItsWay()).isTrue();
        assertThat(history("1 open", "2 solved").tellsItsWay()).isTrue();
    }

    @Test
    void beforeAnInstantNothingLaterIsSeen() {
        SupportTicket ticket = ticket("1 open", "5 solved", "8 open");
        assertThat(TicketHistory.before(ticket, Instant.parse("2025-06-05T00:00:00Z"), ZoneOffset.UTC))
                .hasToString("open");
        assertThat(TicketHistory.before(ticket, Instant.parse("2025-06-05T00:00:01Z"), ZoneOffset.UTC))
                .hasToString("open, solved");
        assertThat(TicketHistory.before(ticket, Instant.parse("2025-06-05T00:00:01Z"), ZoneId.of("America/New_York")))
                .hasToString("open");
        assertThat(TicketHistory.of(ticket)).hasToString("open, solved, open");
    }

    @Test
    void daysBeginWhereTheReportIsRead() {
        SupportTicket ticket = SupportTicket.builder("t", Moment.of(2025, 6, 1))
                .statuses(
                        StatusChange.builder("a", Moment.of(2025, 6, 5), "solved")
                                .build(),
                        StatusChange.builder("b", Moment.parse("2025-06-05T02:00:00Z"), "open")
                                .build())
                .build();
        Instant later = Instant.parse("2025-07-01T00:00:00Z");
        assertThat(TicketHistory.before(ticket, later, ZoneOffset.UTC).isOpen()).isTrue();
        assertThat(TicketHistory.before(ticket, later, ZoneId.of("America/New_York"))
                        .isOpen())
                .as("there, the fifth begins at 4 o'clock UTC")
                .isFalse();
    }

    @Test
    void statusesAreComparedWithoutCase() {
        assertThat(history("1 Escalated", "2 solved").had(Set.of("escalated"))).isTrue();
        assertThat(history("1 open", "2 solved").had(Set.of("escalated"))).isFalse();
    }
}
