package io.revops.forecast.churn;

import static io.revops.forecast.churn.SmallBook.acme;
import static io.revops.forecast.churn.SmallBook.at;
import static io.revops.forecast.churn.SmallBook.row;
import static io.revops.forecast.churn.SmallBook.ticket;
import static io.revops.forecast.churn.SmallBook.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.AccountId;
import io.revops.book.Contact;
import io.revops.book.ContactId;
import io.revops.book.Fact;
import io.revops.book.StatusChange;
import io.revops.book.SupportTicket;
import io.revops.book.SurveyAnswer;
import io.revops.book.SurveyKind;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Worked by hand, as of 30 June 2025. */
class SupportFeaturesTest {
    private static StatusChange status(String on, String status) {
        return StatusChange.builder(on, at(on), status).build();
    }

    @Test
    void ticketsCountInTheirWindow() {
        List<Fact> facts = List.of(
                acme(),
                ticket("1", "2025-06-30").build(),
                ticket("2", "2025-06-01").priority("Urgent").build(),
                ticket("3", "2025-05-31").priority("low").build(),
                ticket("4", "2025-04-02").priority("p1").build(),
                ticket("5", "2025-04-01").priority("urgent").build());
        assertThat(value("tickets_opened_30d", facts)).hasValue(StrictMath.log1p(2));
        assertThat(value("tickets_opened_90d", facts)).hasValue(StrictMath.log1p(4));
        assertThat(value("urgent_tickets_90d", facts)).hasValue(StrictMath.log1p(2));
        assertThat(row("tickets_opened_30d", facts).told()).containsExactly("2 tickets opened in the last 30 days");
        assertThat(value("tickets_opened_30d", acme())).hasValue(0.0);
    }

    @Test
    void ticketIsOpenUntilItIsSolvedAndAgainWhenItIsReopened() {
        SupportTicket solvedLater = ticket("1", "2025-06-10")
                .statuses(status("2025-06-10", "open"), status("2025-07-01", "solved"))
                .build();
        SupportTicket solvedThatDay = ticket("2", "2025-05-01")
                .statuses(status("2025-05-01", "open"), status("2025-06-30", "Solved"))
                .build();
        SupportTicket reopened = ticket("3", "2025-06-05")
                .statuses(status("2025-06-06", "closed"), status("2025-06-20", "open"))
                .build();
        List<Fact> facts = List.of(acme(), solvedLater, solvedThatDay, reopened);
        assertThat(value("tickets_open", facts)).hasValue(StrictMath.log1p(2));
        assertThat(value("oldest_open_ticket", facts)).hasValue(25.0);
        assertThat(value("oldest_open_ticket", List.of(acme(), solvedThatDay))).isEmpty();
    }

    @Test
    void firstReplyIsTheMeanOfTicketsThatHaveOne() {
        List<Fact> facts = List.of(
                acme(),
                ticket("1", "2025-06-01T08:00:00Z")
                        .firstReply(at("2025-06-01T09:30:00Z"))
                        .build(),
                ticket("2", "2025-06-02T08:00:00Z")
                        .firstReply(at("2025-06-02T18:30:00Z"))
                        .build(),
                ticket("3", "2025-06-29T08:00:00Z")
                        .firstReply(at("2025-07-01T08:00:00Z"))
                        .build());
        assertThat(value("first_reply_90d", facts)).hasValue((1.5 + 10.5) / 2);
        assertThat(row("first_reply_90d", facts).told())
                .containsExactly("6.0 hours to the first reply, on average in the last 90 days");
        assertThat(value("first_reply_90d", acme())).isEmpty();
    }

    private static SurveyAnswer answer(String id, String on, SurveyKind kind, String score, String contact) {
        return SurveyAnswer.builder(id, at(on), kind, new BigDecimal(score))
                .account(new AccountId("acme"))
                .contact(new ContactId(contact))
                .build();
    }

    @Test
    void theLatestAnswerOfEachContactCounts() {
        List<Fact> facts = List.of(
                acme(),
                answer("1", "2025-01-10", SurveyKind.NPS, "2", "ann"),
                answer("2", "2025-05-10", SurveyKind.NPS, "9", "ann"),
                answer("3", "2025-03-01", SurveyKind.NPS, "6", "bob"),
                answer("4", "2025-06-20", SurveyKind.CSAT, "4", "ann"),
                answer("5", "2025-07-01", SurveyKind.NPS, "0", "bob"));
        assertThat(value("nps_answer_365d", facts)).hasValue((9 + 6) / 2.0);
        assertThat(value("nps_answer_age", facts)).hasValue(51.0);
        assertThat(value("csat_answer_365d", facts)).hasValue(4.0);
        assertThat(value("csat_answer_age", facts)).hasValue(10.0);
        assertThat(row("nps_answer_365d", facts).told()).containsExactly("would recommend us: 7.5 of 10");
    }

    @Test
    void anAggregateIsNoAnswerAndNoAnswerIsMissing() {
        List<Fact> facts = List.of(acme(), answer("1", "2025-06-01", SurveyKind.NPS, "40", "ann"));
        assertThat(value("nps_answer_365d", facts)).isEmpty();
        assertThat(value("nps_answer_age", facts)).isEmpty();
        assertThat(value("nps_answer_365d", acme())).isEmpty();
        List<Fact> old = List.of(acme(), answer("1", "2024-06-30", SurveyKind.NPS, "8", "ann"));
        assertThat(value("nps_answer_365d", old)).isEmpty();
        List<Fact> inTime = List.of(acme(), answer("1", "2024-07-01", SurveyKind.NPS, "8", "ann"));
        assertThat(value("nps_answer_365d", inTime)).hasValue(8.0);
    }

    @Test
    void whatNamesOnlyAContactIsOfItsAccount() {
        List<Fact> facts = List.of(
                acme(),
                Contact.builder("ann", "acme").build(),
                SupportTicket.builder("1", at("2025-06-12"))
                        .contact(new ContactId("ann"))
                        .build(),
                SupportTicket.builder("2", at("2025-06-12"))
                        .contact(new ContactId("who"))
                        .build(),
                ticket("3", "2025-06-20").build());
        assertThat(value("tickets_opened_30d", facts)).hasValue(StrictMath.log1p(2));
    }
}
