package io.revops.metric.engagement;

import static io.revops.catalog.Metrics.CLOSED_LOOP_RATE;
import static io.revops.catalog.Metrics.FEEDBACK_BY_THEME;
import static io.revops.metric.SeatBooks.code;
import static io.revops.metric.SeatBooks.yearly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.book.Account;
import io.revops.book.AccountId;
import io.revops.book.Activity;
import io.revops.book.Dimension;
import io.revops.book.SurveyAnswer;
import io.revops.book.SurveyKind;
import io.revops.ledger.RevenueView;
import io.revops.metric.Part;
import io.revops.metric.Proportion;
import io.revops.metric.UndefinedCode;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Answers of June with their comments, worked by hand; a customer pays 10 a month. */
class FeedbackTest {
    private static final FeedbackByTheme THEMES = FeedbackByTheme.of(
            Theme.of("pricing", "pric", "Expensive"), Theme.of("speed", "slow"), Theme.of("sso", "sso"));

    private static SurveyAnswer answer(
            String id, String account, String at, SurveyKind kind, int score, String comment) {
        return SurveyAnswer.builder(id, Moment.parse(at), kind, BigDecimal.valueOf(score))
                .account(account.isEmpty() ? null : new AccountId(account))
                .comment(comment.isEmpty() ? null : comment)
                .build();
    }

    private static Activity call(String id, String account, String at) {
        return Activity.builder(id, Moment.parse(at))
                .account(new AccountId(account))
                .build();
    }

    private static RevenueView june() {
        return new EngagementBook()
                .begins("a", "2025-01-01")
                .begins("b", "2025-01-01")
                .add(Account.builder("a").attribute("industry", "Retail").build())
                .add(answer("1", "a", "2025-06-02", SurveyKind.NPS, 3, "Too EXPENSIVE, and so slow."))
                .add(answer("2", "a", "2025-06-03", SurveyKind.CSAT, 2, "New prices!"))
                .add(answer("3", "b", "2025-06-10", SurveyKind.NPS, 9, "Fast. Fair pricing"))
                .add(answer("4", "b", "2025-06-25", SurveyKind.NPS, 6, "no comprice"))
                .add(answer("5", "free", "2025-06-11", SurveyKind.NPS, 10, "slowly"))
                .add(answer("6", "", "2025-06-12", SurveyKind.NPS, 0, "slow"))
                .add(answer("7", "a", "2025-06-12", SurveyKind.CES, 1, ""))
                .add(answer("8", "a", "2025-07-01", SurveyKind.NPS, 0, "slow"))
                .add(call("c1", "a", "2025-06-16"))
                .add(call("c2", "b", "2025-06-26"))
                .during("2025-06");
    }

    @Test
    void themesCountAnswersAccountsAndTheirRevenue() {
        FeedbackThemes heard = THEMES.measure(june()).orElseThrow();
        FeedbackThemes.Heard pricing = heard.of("pricing").orElseThrow();
        assertThat(pricing.answers()).as("1 2 3").isEqualTo(3);
        assertThat(pricing.accounts()).isEqualTo(2);
        assertThat(yearly(pricing.arr())).isEqualTo("240");
        FeedbackThemes.Heard speed = heard.of("speed").orElseThrow();
        assertThat(speed.answers()).as("1 5 6").isEqualTo(3);
        assertThat(speed.accounts())
                .as("a, and free; of 6 nobody knows whose it is")
                .isEqualTo(2);
        assertThat(yearly(speed.arr())).as("free pays nothing").isEqualTo("120");
        assertThat(heard.of("sso").orElseThrow().answers()).isZero();
        assertThat(heard.answers()).isEqualTo(7);
        assertThat(heard.withoutTheme()).as("4 7").isEqualTo(2);
        assertThat(heard)
                .hasToString("pricing: 3 answers of 2 accounts, USD 240.00 a year; speed: 3 answers of 2 accounts,"
                        + " USD 120.00 a year; sso: 0 answers of 0 accounts, USD 0.00 a year; no theme: 2 of 7");
    }

    @Test
    void themesOfSegmentsAddUp() {
        var cut = THEMES.measure(june()).by(Dimension.INDUSTRY);
        assertThat(cut.of("Retail").orElseThrow().of("pricing").orElseThrow().answers())
                .isEqualTo(2);
        assertThat(cut.of(Dimension.NOT_SET)
                        .orElseThrow()
                        .of("pricing")
                        .orElseThrow()
                        .answers())
                .isEqualTo(1);
    }

    @Test
    void withoutThemesTheScoresSpeak() {
        FeedbackThemes heard = FEEDBACK_BY_THEME.measure(june()).orElseThrow();
        assertThat(heard.of("would recommend").orElseThrow().answers())
                .as("3 5")
                .isEqualTo(2);
        assertThat(heard.of("would not recommend").orElseThrow().answers())
                .as("1 4 6")
                .isEqualTo(3);
        assertThat(yearly(heard.of("would not recommend").orElseThrow().arr()))
                .as("a and b")
                .isEqualTo("240");
        assertThat(heard.of("not satisfied").orElseThrow().answers()).isEqualTo(1);
        assertThat(heard.withoutTheme()).as("the effort of 7").isEqualTo(1);
        assertThat(code(FEEDBACK_BY_THEME.measure(june().during(Span.month(2025, 4)))))
                .isEqualTo(UndefinedCode.NO_ANSWERS);
    }

    @Test
    void themesThatCannotBeAreRefused() {
        assertThatThrownBy(FeedbackByTheme::of).hasMessageContaining("Maybe");
        assertThatThrownBy(() -> FeedbackByTheme.of(Theme.of("x", "a"), Theme.of("x", "b")))
                .hasMessageContaining("(x)");
        assertThatThrownBy(() -> Theme.of("x")).hasMessageContaining("Maybe");
    }

    @Test
    void loopIsClosedIfSomebodySpokeToTheAccountInTime() {
        // unhappy: 1 and 2 of a, 4 of b, 6 of nobody; a was called on day 14 of 1 and day 13 of 2, 4 is due in July
        var rate = CLOSED_LOOP_RATE.measure(june());
        assertThat(rate.orElseThrow()).isEqualTo(new Proportion(2, 2));
        assertThat(rate.evidence().total(Part.NOT_YET_DUE)).isEqualTo(1);
        assertThat(rate.evidence().total(Part.ANSWERS_WITHOUT_ACCOUNT)).isEqualTo(1);
        assertThat(rate.evidence().lines().map(line -> line.subject().value())).containsExactly("1", "2", "4", "6");
        assertThat(ClosedLoopRate.within(13).measure(june()).orElseThrow()).isEqualTo(new Proportion(1, 2));
        assertThat(ClosedLoopRate.within(1).measure(june()).orElseThrow())
                .as("b was called on the day after")
                .isEqualTo(new Proportion(1, 3));
        assertThat(ClosedLoopRate.within(0).measure(june()).orElseThrow()).isEqualTo(new Proportion(0, 3));
    }

    @Test
    void whatWasSaidBeforeIsNoAnswer() {
        RevenueView view = new EngagementBook()
                .add(answer("1", "a", "2025-06-02T12:00:00Z", SurveyKind.NPS, 3, ""))
                .add(answer("2", "b", "2025-06-02T12:00:00Z", SurveyKind.NPS, 3, ""))
                .add(answer("3", "c", "2025-06-02T12:00:00Z", SurveyKind.NPS, 3, ""))
                .add(call("c1", "a", "2025-06-02T11:00:00Z"))
                .add(call("c2", "b", "2025-06-02T13:00:00Z"))
                .add(call("c3", "c", "2025-06-02"))
                .during("2025-06");
        assertThat(ClosedLoopRate.within(3).measure(view).orElseThrow()).isEqualTo(new Proportion(2, 3));
    }

    @Test
    void withoutActivitiesNobodyKnows() {
        RevenueView view = new EngagementBook()
                .add(answer("1", "a", "2025-06-02", SurveyKind.NPS, 3, ""))
                .during("2025-06");
        assertThat(code(CLOSED_LOOP_RATE.measure(view))).isEqualTo(UndefinedCode.NOT_RECORDED);
        assertThat(code(CLOSED_LOOP_RATE.measure(june().during(Span.month(2025, 9)))))
                .isEqualTo(UndefinedCode.NOTHING_DUE);
        assertThatThrownBy(() -> ClosedLoopRate.within(-1)).hasMessageContaining("Maybe");
    }
}
