package io.revops.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.revops.ledger.RevenuePolicy;
import io.revops.metric.Proportion;
import io.revops.metric.Undefined;
import io.revops.metric.UndefinedCode;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Three months of four customers, worked by hand: a score is ten times the uses of 28 days. */
class HealthHistoryTest {
    private static final HealthScorecard BY_USE = HealthScorecard.of(
            HealthFactor.of("use", 1, Scale.rising(0, 10), c -> c.usage(28).size()));
    private static final LocalDate KNOWN = LocalDate.parse("2025-04-30");

    /** 20 once it is red, and leaves on 15 March; 80 and leaves on 10 April; 30 and stays; 100 and stays. */
    private static HealthHistory history(String span) {
        HealthBooks books = HealthBooks.start()
                .pays("gone", "2024-01-01", 1)
                .seats(s -> s.ends("gone/1", "2025-03-15"))
                .uses("gone", "2025-01-10", 1, 5)
                .uses("gone", "2025-02-10", 1, 2)
                .pays("quiet", "2024-01-01", 2)
                .seats(s -> s.ends("quiet/1", "2025-04-10"))
                .pays("low", "2024-01-01", 3)
                .pays("high", "2024-01-01", 4);
        for (String day : List.of("2025-01-10", "2025-02-10", "2025-03-10", "2025-04-10")) {
            books.uses("quiet", day, 1, 8).uses("low", day, 1, 3).uses("high", day, 1, 12);
        }
        return BY_USE.history(books.book(), RevenuePolicy.standard(), Span.parse(span));
    }

    @Test
    void historyScoresEverybodyAtTheEndOfEachMonth() {
        HealthHistory history = history("2025-Q1");
        assertThat(history.days())
                .containsExactly(
                        LocalDate.parse("2025-01-31"), LocalDate.parse("2025-02-28"), LocalDate.parse("2025-03-31"));
        assertThat(history.of("gone").scores())
                .extracting(s -> s.score().orElseThrow().toString())
                .containsExactly("50.0", "20.0");
        assertThat(history.mix())
                .extracting(HealthMix::toString)
                .containsExactly(
                        "2025-01-31: RED 1 (USD 3,600.00 a year), YELLOW 1 (USD 1,200.00 a year),"
                                + " GREEN 2 (USD 7,200.00 a year), UNKNOWN 0",
                        "2025-02-28: RED 2 (USD 4,800.00 a year), YELLOW 0, GREEN 2 (USD 7,200.00 a year), UNKNOWN 0",
                        "2025-03-31: RED 1 (USD 3,600.00 a year), YELLOW 0, GREEN 2 (USD 7,200.00 a year), UNKNOWN 0");
        assertThatThrownBy(() -> history.of("nobody")).hasMessageContaining("was a customer in none of the months");
        assertThatThrownBy(() -> history("2025-01-01/2025-01-01")).hasMessageContaining("has no month");
        assertThatThrownBy(() -> history("2023-Q4")).hasMessageContaining("the first fact is of 2024-01-01");
    }

    @Test
    void pathsAreMadeOnceAndNotForEveryAccountThatIsAskedFor() {
        HealthHistory history = history("2025-Q1");
        assertThat(history.paths())
                .hasSize(4)
                .allSatisfy(
                        path -> assertThat(history.of(path.account().value())).isSameAs(path));
    }

    @Test
    void redAnewAfterMonthsAwayCountsFromItsReturn() {
        HealthBooks books = HealthBooks.start()
                .pays("back", "2024-01-01", 1)
                .seats(s -> s.ends("back/1", "2025-02-10")
                        .has("back/2", "seats", "2025-03-20", "1", "100")
                        .ends("back/2", "2025-04-20"));
        LeadTime lead = BY_USE.history(books.book(), RevenuePolicy.standard(), Span.parse("2025-01-01/2025-05-01"))
                .backtest(ChurnHorizon.ofDays(30), LocalDate.parse("2025-05-31"))
                .leadTime();
        // 31 January to 10 February, and 31 March to 20 April
        assertThat(lead.days()).containsExactly(10L, 20L);
        assertThat(lead.leavers()).isEqualTo(2);
    }

    @Test
    void lowerScoresLeaveIsToldByRanksWithTiesCountingHalf() {
        RankAccuracy ranking = history("2025-Q1")
                .backtest(ChurnHorizon.ofDays(30), KNOWN)
                .ranking()
                .orElseThrow();
        // 20 is below all nine that stayed; 80 is below three of 100 and equal to two of 80
        assertThat(ranking.auc()).isEqualTo((1 + (3 + 2 * 0.5) / 9) / 2, within(1e-15));
        assertThat(ranking.left()).isEqualTo(2);
        assertThat(ranking.stayed()).isEqualTo(9);
        // Obuchowski 1997, by customer, in eighteenths: gone 5 and −4, quiet −5 and 1, low −12, high 15
        double variance = (25 + 25) / 324.0 * 2 / (2 * 2)
                + (16 + 1 + 144 + 225) / 324.0 * (4 / 3.0) / (9 * 9)
                + 2 * (-20 - 5) / 324.0 * (4 / 3.0) / (2 * 9);
        assertThat(ranking.low())
                .isEqualTo(Math.max(0, ranking.auc() - 1.959963984540054 * Math.sqrt(variance)), within(1e-12));
        assertThat(ranking.high()).isEqualTo(1);
    }

    @Test
    void bandsCountWhoLeftWithinTheHorizon() {
        ScorecardBacktest test = history("2025-Q1").backtest(ChurnHorizon.ofDays(30), KNOWN);
        assertThat(test.of(HealthBand.RED).left()).contains(new Proportion(1, 4));
        assertThat(test.of(HealthBand.YELLOW).left()).contains(new Proportion(0, 1));
        assertThat(test.of(HealthBand.GREEN).left()).contains(new Proportion(1, 6));
        assertThat(test.of(HealthBand.UNKNOWN).left()).isEmpty();
        assertThat(test.of(HealthBand.RED)).hasToString("RED 25.0 % left (4.6 to 69.9 %, n = 4)");
        assertThat(test.warnings())
                .containsExactly(
                        "2 cases left: under 50, no more than a first impression",
                        "the ranking may be chance: 0.5 is within its interval",
                        "red and green may leave equally often: their intervals meet");
    }

    @Test
    void departureOnTheLastDayOfTheHorizonCountsAndOneLaterDoesNot() {
        HealthHistory history = history("2025-02");
        assertThat(history.backtest(ChurnHorizon.ofDays(15), KNOWN)
                        .of(HealthBand.RED)
                        .left())
                .contains(new Proportion(1, 2));
        assertThat(history.backtest(ChurnHorizon.ofDays(14), KNOWN)
                        .of(HealthBand.RED)
                        .left())
                .contains(new Proportion(0, 2));
    }

    @Test
    void leadTimeRunsFromTheFirstRedScoreToTheDeparture() {
        LeadTime lead =
                history("2025-Q1").backtest(ChurnHorizon.ofDays(30), KNOWN).leadTime();
        assertThat(lead.days()).containsExactly(15L); // 28 February to 15 March
        assertThat(lead.leavers()).isEqualTo(2);
        assertThat(lead).hasToString("1 of 2 who left were red before, half of them for 15 days or more");
    }

    @Test
    void monthWhoseHorizonIsNotOverIsLeftOut() {
        HealthHistory history = history("2025-Q1");
        ScorecardBacktest test = history.backtest(ChurnHorizon.ofDays(30), LocalDate.parse("2025-04-29"));
        assertThat(test.days()).hasSize(2);
        assertThat(test.tooLate()).containsExactly(LocalDate.parse("2025-03-31"));
        assertThat(test.warnings()).anyMatch(w -> w.startsWith("1 month was left out, from 2025-03-31"));
        assertThat(test.leadTime().leavers()).isEqualTo(2);
        assertThatThrownBy(() -> history.backtest(ChurnHorizon.ofDays(90), LocalDate.parse("2025-04-01")))
                .hasMessageContaining("Of no month is it known who left within 90 days: the first is 2025-01-31");
        assertThatThrownBy(() -> ChurnHorizon.ofDays(0)).hasMessageContaining("Maybe 90");
    }

    @Test
    void whereNobodyLeftThereIsNoRanking() {
        ScorecardBacktest test = history("2025-01").backtest(ChurnHorizon.ofDays(10), KNOWN);
        assertThat(((Undefined<RankAccuracy>) test.ranking()).code()).isEqualTo(UndefinedCode.TOO_FEW_CASES);
        assertThat(test).asString().contains("AUC undefined: 0 of 4 cases with a score left within 10 days");
    }

    @Test
    void trendIsTheDifferenceAndTheLineThroughTheLastScores() {
        HealthTrend trend = new HealthTrend(
                List.of("80", "60", "65", "50").stream().map(BigDecimal::new).toList(), TrendRule.STANDARD);
        assertThat(trend.delta()).isEqualByComparingTo("-30");
        // (−1.5·80 − 0.5·60 + 0.5·65 + 1.5·50) / (2·1.5² + 2·0.5²)
        assertThat(trend.slope()).isEqualTo(-8.5, within(1e-12));
        assertThat(trend.isDeclining()).isTrue();
        assertThat(trend).hasToString("80 -> 50 over 4 scores (-8.5 a month), declining");
        assertThat(new HealthTrend(trend.scores(), TrendRule.of(4, 31)).isDeclining())
                .isFalse();
        assertThatThrownBy(() -> TrendRule.of(1, 10)).hasMessageContaining("Maybe 10 points over 4 scores");
    }

    @Test
    void decliningIsWhoFellAndIsStillThere() {
        HealthHistory history = history("2025-01-01/2025-03-01");
        assertThat(history.declining(TrendRule.of(2, 30)))
                .extracting(p -> p.account().value())
                .containsExactly("gone");
        assertThat(history.declining(TrendRule.of(2, 31))).isEmpty();
        assertThat(history("2025-Q1").declining(TrendRule.of(2, 10))).isEmpty();
        assertThat(history.of("gone").trend()).asString().contains("2 months in a row have a score, and 4 are needed");
        assertThat(history.of("gone")).asString().contains("2025-02-28  20.0  RED");
    }
}
