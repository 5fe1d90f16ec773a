package io.revops.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.book.ContactId;
import io.revops.book.Dimension;
import io.revops.book.PaymentOutcome;
import io.revops.book.SupportTicket;
import io.revops.book.SurveyAnswer;
import io.revops.book.SurveyKind;
import io.revops.metric.Undefined;
import io.revops.metric.UndefinedCode;
import io.revops.time.Moment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scores worked by hand. */
class HealthScorecardTest {
    private static final String DAY = "2025-06-30";

    /** Ten seats; every factor of the standard has a figure. */
    private static HealthBooks acme() {
        HealthBooks books = HealthBooks.start()
                .pays("acme", "2024-01-01", 10)
                .pays("other", "2024-01-01", 1)
                .uses("other", DAY, "api", "x")
                .uses("other", DAY, "report", "x");
        for (int d = 0; d < 8; d++) { // 8 of the last 28 days, by 4 people, two of four features
            books.uses("acme", "2025-06-1" + d, d < 4 ? "login" : "export", "u" + d % 4);
        }
        return books.uses("acme", "2025-05-01", 16, 2) // 32 uses in the 56 days before: 16 in 28
                .ticket("acme", "2025-06-16") // open for 14 days
                .ticket("acme", "2025-01-02", "2025-01-05")
                .answers("acme", "2025-03-01", SurveyKind.NPS, "2") // replaced by the later one of the same person
                .answers("acme", "2025-06-01", SurveyKind.NPS, "6")
                .answers("acme", "2025-06-02", SurveyKind.CSAT, "4")
                .bill("acme", "2025-05-01", "2025-05-31") // 30 days overdue
                .call("acme", "2025-05-31"); // 30 days ago
    }

    private static String points(HealthScore score, String factor) {
        return score.factor(factor).points().toString();
    }

    @Test
    void standardScoreIsTheWeightedSumOfItsFactors() {
        HealthScore score = HealthScorecard.standard().score(acme().at(DAY)).of("acme");
        // 20·8/16 + 15·0 + 10·(2/4)/0.75 + 15·(0.4−0.2)/0.6 + 10·0.5 + 10·(0.6+0.75)/2 + 10·0.4 + 10·1 = 47.4166…
        assertThat(score.score().orElseThrow()).isEqualTo(new BigDecimal("47.4"));
        assertThat(score.band()).isEqualTo(HealthBand.YELLOW);
        assertThat(score.profile()).isEqualTo("standard");
        assertThat(score.missing()).isEmpty();
        assertThat(points(score, "usage")).isEqualTo("10.0");
        assertThat(points(score, "usage trend")).isEqualTo("0.0");
        assertThat(points(score, "adoption")).isEqualTo("6.7");
        assertThat(points(score, "seats used")).isEqualTo("5.0");
        assertThat(points(score, "tickets")).isEqualTo("5.0");
        assertThat(points(score, "sentiment")).isEqualTo("6.7");
        assertThat(points(score, "payment")).isEqualTo("4.0");
        assertThat(points(score, "engagement")).isEqualTo("10.0");
    }

    @Test
    void everyShareNamesItsFigureAndItsFacts() {
        HealthScore score = HealthScorecard.standard().score(acme().at(DAY)).of("acme");
        assertThat(score.factor("tickets").text()).isEqualTo("1 open ticket, the oldest for 14 days");
        assertThat(score.factor("tickets").figure()).isEqualTo(14);
        assertThat(score.factor("tickets").facts()).hasSize(1);
        assertThat(score.factor("usage trend").text()).isEqualTo("8 uses in the last 28 days, 50 % of the 16 before");
        assertThat(score.factor("seats used").text()).isEqualTo("4 of 10 seats in the last 28 days");
        assertThat(score.factor("payment").text()).isEqualTo("1 bill overdue, the oldest for 30 days");
        assertThat(score.factor("sentiment").text()).isEqualTo("2 answers in 365 days, 68 % of the best");
        assertThat(score.factor("engagement").text()).isEqualTo("call 30 days ago");
        assertThat(score.weakest(2)).extracting(FactorShare::factor).containsExactly("usage trend", "usage");
        assertThat(score).asString().startsWith("acme 47.4 YELLOW at the end of 2025-06-30 (profile standard, 100 %");
    }

    @Test
    void missingFactorIsNamedAndTheOthersCountMore() {
        HealthScorecard card = HealthScorecard.of(
                HealthFactor.of("one", 30, c -> 1),
                HealthFactor.of("half", 30, c -> 0.5),
                HealthFactor.finding("gone", 40, Scale.SHARE, c -> HealthFinding.missing("nobody asked")));
        HealthScore score = card.score(acme().at(DAY)).of("acme");
        assertThat(score.score().orElseThrow()).isEqualTo(new BigDecimal("75.0")); // (30·1 + 30·0.5) / 60
        assertThat(score.known()).isEqualTo(0.6);
        assertThat(score.missing()).containsExactly(new MissingFactor("gone", 40, "nobody asked"));
        assertThat(score.factor("one").most()).isEqualTo(new BigDecimal("50.0"));
    }

    @Test
    void bestOfEqualFactorsAddsUpTo100WhicheverOfThemHasTheTenthMore() {
        HealthScore score = HealthScorecard.of(
                        HealthFactor.of("nil", 10, c -> 0),
                        HealthFactor.of("one", 10, c -> 1),
                        HealthFactor.of("two", 10, c -> 1))
                .score(acme().at(DAY))
                .of("acme");
        // 66.67 of 100: 33.3 twice and a tenth more for the first of the two; 100 is 33.3 thrice and a tenth more
        assertThat(score.factors())
                .extracting(share -> share.points() + " of " + share.most())
                .containsExactly("0.0 of 33.3", "33.4 of 33.4", "33.3 of 33.3");
    }

    @Test
    void ticketAndAnswerOfAContactCountForItsAccount() {
        HealthBooks books = HealthBooks.start()
                .pays("acme", "2024-01-01", 10)
                .person("ann", "acme", "admin", "2024-01-01", "")
                .add(SupportTicket.builder("t", Moment.parse("2025-06-16"))
                        .contact(new ContactId("ann"))
                        .build())
                .add(SurveyAnswer.builder("s", Moment.parse("2025-06-01"), SurveyKind.NPS, BigDecimal.valueOf(6))
                        .contact(new ContactId("ann"))
                        .build());
        HealthScore score = HealthScorecard.standard().score(books.at(DAY)).of("acme");
        assertThat(score.factor("tickets").text()).isEqualTo("1 open ticket, the oldest for 14 days");
        assertThat(score.factor("sentiment").text()).isEqualTo("1 answer in 365 days, 60 % of the best");
    }

    @Test
    void belowTheLeastShareOfTheWeightThereIsNoScoreAndTheBandIsUnknown() {
        HealthScorecard card = HealthScorecard.of(
                HealthFactor.of("one", 49, c -> 1),
                HealthFactor.finding("gone", 51, Scale.SHARE, c -> HealthFinding.missing("nobody asked")));
        HealthScore score = card.score(acme().at(DAY)).of("acme");
        assertThat(score.band()).isEqualTo(HealthBand.UNKNOWN);
        assertThat(((Undefined<BigDecimal>) score.score()).code()).isEqualTo(UndefinedCode.TOO_FEW_FACTORS);
        assertThat(score.score()).asString().contains("only 49 % of the weight").contains("gone");
        assertThat(score.factors()).hasSize(1);
        assertThat(card.with(LeastKnown.of(0.49))
                        .score(acme().at(DAY))
                        .of("acme")
                        .band())
                .isEqualTo(HealthBand.GREEN);
    }

    @Test
    void sourceThatWasNotLoadedIsMissingAndACustomerWithoutFactsInOneThatWasIsNot() {
        HealthScore score = HealthScorecard.standard()
                .score(HealthBooks.start().pays("a", "2024-01-01", 1).at(DAY))
                .of("a");
        assertThat(score.missing()).hasSize(8);
        assertThat(score.band()).isEqualTo(HealthBand.UNKNOWN);
        HealthScore silent = HealthScorecard.standard()
                .score(acme().pays("silent", "2024-01-01", 5).at(DAY))
                .of("silent");
        assertThat(silent.factor("usage").points()).isEqualTo(new BigDecimal("0.0"));
        assertThat(silent.factor("engagement").text()).isEqualTo("nobody ever spoke with them");
        assertThat(silent.missing())
                .extracting(MissingFactor::factor)
                .containsExactly("usage trend", "seats used", "sentiment");
    }

    @Test
    void failedPaymentCountsUntilOneSucceeds() {
        HealthBooks books = HealthBooks.start()
                .pays("a", "2024-01-01", 1)
                .payment("a", "2025-03-01", PaymentOutcome.FAILED)
                .payment("a", "2025-03-05", PaymentOutcome.SUCCEEDED)
                .payment("a", "2025-06-15", PaymentOutcome.FAILED)
                .payment("a", "2025-06-20", PaymentOutcome.FAILED);
        HealthScore score = HealthScorecard.standard().score(books.at(DAY)).of("a");
        assertThat(score.factor("payment").figure()).isEqualTo(15);
        assertThat(score.factor("payment").text()).isEqualTo("nothing overdue, 2 payments failed since 15 days");
        assertThat(HealthScorecard.standard()
                        .score(books.at("2025-06-14"))
                        .of("a")
                        .factor("payment")
                        .figure())
                .isZero();
    }

    @Test
    void answerOffItsScaleIsLeftOutAndSaid() {
        HealthBooks books =
                HealthBooks.start().pays("a", "2024-01-01", 1).answers("a", "2025-06-01", SurveyKind.CSAT, "87");
        assertThat(HealthScorecard.standard().score(books.at(DAY)).of("a").missing())
                .extracting(MissingFactor::why)
                .contains("an answer is off its scale (CSAT 87)");
        HealthScore both = HealthScorecard.standard()
                .score(books.answers("a", "2025-06-01", SurveyKind.CSAT, "87")
                        .answers("a", "2025-06-01", SurveyKind.NPS, "10")
                        .at(DAY))
                .of("a");
        assertThat(both.factor("sentiment").text())
                .isEqualTo("1 answer in 365 days, 100 % of the best, 2 off its scale left out");
    }

    @Test
    void newCustomerIsScoredByTheOnboardingProfileUntilItsNinetiethDay() {
        HealthBooks books = acme().pays("young", "2025-04-01", 5);
        HealthScorecard card = HealthScorecard.standard();
        HealthScore last = card.score(books.at("2025-06-29")).of("young");
        assertThat(last.profile()).isEqualTo("onboarding");
        assertThat(last.missing()).extracting(MissingFactor::factor).doesNotContain("sentiment", "usage trend");
        assertThat(last.factor("adoption").weight()).isEqualTo(20);
        assertThat(card.score(books.at("2025-06-30")).of("young").profile()).isEqualTo("standard");
    }

    @Test
    void profileOfASegmentWeighsAndBandsItsOwnWay() {
        HealthScorecard card = HealthScorecard.of(
                        HealthFactor.of("one", 50, c -> 1), HealthFactor.of("nil", 50, c -> 0))
                .with(HealthProfile.named("large")
                        .where(Dimension.SEGMENT, "Enterprise")
                        .weigh("one", 150)
                        .with(HealthLimits.of(80, 90)));
        HealthScores scores = card.score(HealthBooks.start()
                .account("big", a -> a.attribute("segment", "Enterprise"))
                .pays("big", "2024-01-01", 1)
                .pays("small", "2024-01-01", 1)
                .at(DAY));
        assertThat(scores.of("big").headline()).isEqualTo("big 75.0 RED");
        assertThat(scores.of("small").headline()).isEqualTo("small 50.0 YELLOW");
    }

    private static HealthOverride override(HealthBand band, String from, String until) {
        return HealthOverride.of("acme", band, "the sponsor left")
                .by("ann", LocalDate.parse(from), LocalDate.parse(until));
    }

    @Test
    void overrideCountsFromTheDayItWasSaidUntilItExpiresAndThenSaysSo() {
        HealthScorecard card = HealthScorecard.standard().with(override(HealthBand.RED, "2025-06-10", "2025-06-30"));
        var book = acme().book();
        HealthScore before = card.score(HealthBooks.at(book, "2025-06-09")).of("acme");
        assertThat(before.override()).isEmpty();
        assertThat(before.expired()).isEmpty();
        HealthScore first = card.score(HealthBooks.at(book, "2025-06-10")).of("acme");
        assertThat(first.band()).isEqualTo(HealthBand.RED);
        assertThat(first.bandOfScore()).isNotEqualTo(HealthBand.RED);
        assertThat(first)
                .asString()
                .contains("RED by ann (2025-06-10 until 2025-06-30): the sponsor left; the score alone says");
        assertThat(card.score(HealthBooks.at(book, "2025-06-29")).of("acme").band())
                .isEqualTo(HealthBand.RED);
        HealthScore after = card.score(HealthBooks.at(book, DAY)).of("acme");
        assertThat(after.band()).isEqualTo(HealthBand.YELLOW);
        assertThat(after.expired()).isPresent();
        assertThat(after).asString().contains("no longer: RED by ann");
    }

    @Test
    void overrideSaidLastCounts() {
        HealthScorecard card = HealthScorecard.standard()
                .with(
                        override(HealthBand.GREEN, "2025-06-20", "2025-08-01"),
                        override(HealthBand.RED, "2025-06-10", "2025-09-01"));
        assertThat(card.score(acme().at(DAY)).of("acme").band()).isEqualTo(HealthBand.GREEN);
    }

    @Test
    void hostsOwnFactorIsOneLine() {
        HealthScorecard card = HealthScorecard.standard()
                .with(HealthFactor.of("champion", 10, c -> c.contacts().isEmpty() ? 0 : 1));
        HealthScore score = card.score(
                        acme().person("p", "acme", "champion", "2024-01-01", "").at(DAY))
                .of("acme");
        assertThat(score.factor("champion").points()).isEqualTo(new BigDecimal("9.1")); // 10 of 110
        assertThat(card.without("champion").factors()).hasSize(8);
        assertThat(card.weigh("champion", 20).factor("champion").weight()).isEqualTo(20);
        assertThat(HealthScorecard.standard()
                        .without("adoption")
                        .profiles()
                        .get(0)
                        .weights())
                .doesNotContainKey("adoption");
    }

    @Test
    void whatMakesNoScorecardIsNamedWithTheNextStep() {
        assertThatThrownBy(() -> HealthFactor.of("usage", 0, c -> 1))
                .hasMessage("The factor (usage) has the weight 0. Maybe a weight above 0, or leave the factor out with"
                        + " without(\"usage\").");
        assertThatThrownBy(() -> HealthFactor.of("usage", Double.NaN, c -> 1)).hasMessageContaining("the weight NaN");
        assertThatThrownBy(() -> HealthFactor.of(" ", 1, c -> 1)).hasMessageContaining("no name. Maybe");
        assertThatThrownBy(() -> HealthScorecard.standard().with(HealthFactor.of("usage", 5, c -> 1)))
                .hasMessageContaining("two factors of the name (usage). Maybe");
        assertThatThrownBy(() -> HealthScorecard.of(List.of())).hasMessageContaining("no factors. Maybe");
        assertThatThrownBy(() ->
                        HealthScorecard.standard().with(HealthProfile.named("p").weigh("nps", 5)))
                .hasMessageContaining("names a factor (nps) that the scorecard does not have. Maybe one of [adoption,");
        assertThatThrownBy(() -> HealthScorecard.standard().with(HealthProfile.named("onboarding")))
                .hasMessageContaining("two profiles of the name (onboarding)");
        assertThatThrownBy(() -> HealthProfile.named("p").where(Dimension.PRODUCT, "x"))
                .hasMessageContaining("Maybe Dimension.SEGMENT");
        assertThatThrownBy(() -> HealthProfile.named("p").tenure(90, 90)).hasMessageContaining("Maybe from 0 to 90");
        assertThatThrownBy(() -> HealthOverride.of("acme", HealthBand.RED, " ")
                        .by("ann", LocalDate.parse(DAY), LocalDate.parse("2025-07-30")))
                .hasMessageContaining("has no reason. Maybe");
        assertThatThrownBy(() -> HealthOverride.of("acme", HealthBand.RED, "left")
                        .by("", LocalDate.parse(DAY), LocalDate.parse("2025-07-30")))
                .hasMessageContaining("Nobody said");
        assertThatThrownBy(() -> override(HealthBand.RED, "2025-06-10", "2025-06-10"))
                .hasMessageContaining("ends on 2025-06-10");
        assertThatThrownBy(() -> HealthScorecard.of(HealthFactor.of("odd", 1, c -> 0.0 / 0.0))
                        .score(acme().at(DAY)))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> HealthScorecard.standard().factor("nps")).hasMessageContaining("Maybe one of [usage,");
        assertThatThrownBy(() -> LeastKnown.of(50)).hasMessageContaining("Maybe 0.5");
    }
}
