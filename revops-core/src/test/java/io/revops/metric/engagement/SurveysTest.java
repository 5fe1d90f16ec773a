package io.revops.metric.engagement;

import static io.revops.catalog.Metrics.NET_PROMOTER_SCORE;
import static io.revops.catalog.Metrics.SATISFACTION;
import static io.revops.metric.SeatBooks.code;
import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.Account;
import io.revops.book.AccountId;
import io.revops.book.Contact;
import io.revops.book.ContactId;
import io.revops.book.Dimension;
import io.revops.book.SurveyAnswer;
import io.revops.book.SurveyKind;
import io.revops.ledger.RevenueView;
import io.revops.metric.Part;
import io.revops.metric.Proportion;
import io.revops.metric.Ratio;
import io.revops.metric.SeatBooks;
import io.revops.metric.UndefinedCode;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Answers of a quarter, counted by hand. */
class SurveysTest {
    private int answers;

    private SeatBooks with(SeatBooks books, SurveyKind question, String account, String day, String... scores) {
        for (String score : scores) {
            SurveyAnswer.Builder answer =
                    SurveyAnswer.builder("answer-" + answers++, Moment.parse(day), question, new BigDecimal(score));
            books.add((account.isEmpty() ? answer : answer.account(new AccountId(account))).build());
        }
        return books;
    }

    private RevenueView view() {
        SeatBooks books = SeatBooks.start()
                .add(Account.builder("a").attribute("industry", "Retail").build())
                .add(Account.builder("b").attribute("industry", "Fintech").build());
        with(books, SurveyKind.NPS, "a", "2025-04-01", "10", "9", "8.5", "7", "6.5");
        with(books, SurveyKind.NPS, "b", "2025-06-30", "0", "6", "9", "11", "-1");
        with(books, SurveyKind.NPS, "", "2025-06-30", "10");
        with(books, SurveyKind.NPS, "b", "2025-07-01", "0");
        with(books, SurveyKind.NPS, "b", "2025-03-31", "0");
        with(books, SurveyKind.CSAT, "a", "2025-05-05", "5", "4", "3.9", "1", "90");
        return books.during("2025-Q2");
    }

    @Test
    void netPromoterScoreIsPromotersLessDetractorsOfTheAnswersInTheSpan() {
        var nps = NET_PROMOTER_SCORE.measure(view());
        // promote: 10 9 9 10; detract: 6.5 0 6; passive: 8.5 7; off the scale: 11 and −1
        assertThat(nps.orElseThrow()).isEqualTo(Ratio.of(4 - 3, 9));
        assertThat(nps).hasToString("Net promoter score, 2025-Q2: 11.1 %");
        assertThat(nps.evidence().total(Part.PASSIVES)).isEqualTo(2);
        assertThat(nps.evidence().total(Part.OFF_SCALE)).isEqualTo(2);
    }

    @Test
    void segmentsHaveTheAnswersOfTheirAccountsAndTheRestIsNotSet() {
        var cut = NET_PROMOTER_SCORE.measure(view()).by(Dimension.INDUSTRY);
        assertThat(cut.of("Retail").orElseThrow()).isEqualTo(Ratio.of(2 - 1, 5));
        assertThat(cut.of("Fintech").orElseThrow()).isEqualTo(Ratio.of(1 - 2, 3));
        assertThat(cut.of(Dimension.NOT_SET).orElseThrow()).isEqualTo(Ratio.of(1, 1));
    }

    @Test
    void satisfiedAreFourAndFiveOfFive() {
        assertThat(SATISFACTION.measure(view()).orElseThrow()).isEqualTo(new Proportion(2, 4));
    }

    @Test
    void whereNobodyAnsweredThereIsNoScore() {
        RevenueView before = view().during(Span.quarter(2024, 1));
        assertThat(code(NET_PROMOTER_SCORE.measure(before))).isEqualTo(UndefinedCode.NO_ANSWERS);
        assertThat(code(SATISFACTION.measure(before))).isEqualTo(UndefinedCode.NO_ANSWERS);
    }

    @Test
    void answerOfAContactIsOneOfItsAccount() {
        RevenueView view = SeatBooks.start()
                .add(Account.builder("a").attribute("industry", "Retail").build())
                .add(Contact.builder("ann", "a").build())
                .add(SurveyAnswer.builder("1", Moment.parse("2025-04-01"), SurveyKind.NPS, BigDecimal.TEN)
                        .contact(new ContactId("ann"))
                        .build())
                .during("2025-Q2");
        assertThat(NET_PROMOTER_SCORE
                        .measure(view)
                        .by(Dimension.INDUSTRY)
                        .of("Retail")
                        .orElseThrow())
                .isEqualTo(Ratio.of(1, 1));
    }
}
