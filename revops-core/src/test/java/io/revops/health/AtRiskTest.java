package io.revops.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.book.Dimension;
import io.revops.book.Rep;
import io.revops.money.Money;
import io.revops.money.RunRate;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lists of 2025-06-30, worked by hand; a score is ten times the uses of 28 days. */
class AtRiskTest {
    private static final String DAY = "2025-06-30";
    private static final HealthScorecard BY_USE = HealthScorecard.of(
            HealthFactor.of("use", 1, Scale.rising(0, 10), c -> c.usage(28).size()));

    private static HealthBooks company() {
        return HealthBooks.start()
                .pays("red", "2025-01-01", 1) // renews in January
                .pays("late", "2025-01-01", 2)
                .bill("late", "2025-05-16", "2025-06-16") // 14 days
                .pays("soon", "2024-09-28", 3) // renews in 90 days, and is yellow
                .pays("fine", "2024-09-28", 4) // the same, and is green
                .pays("asleep", "2024-09-28", 5)
                .seats(s -> s.goLive("asleep/1", "2025-08-01").cancels("ending/1", "2025-06-01", "2026-01-01"))
                .pays("ending", "2025-01-01", 6)
                .pays("model", "2025-01-01", 7)
                .pays("well", "2025-01-01", 8)
                .bill("well", "2025-05-17", "2025-06-17")
                .uses("late", DAY, 1, 9)
                .uses("soon", DAY, 1, 5)
                .uses("fine", DAY, 1, 9)
                .uses("asleep", DAY, 1, 9)
                .uses("ending", DAY, 1, 9)
                .uses("model", DAY, 1, 9)
                .uses("well", DAY, 1, 9);
    }

    private static HealthScores scores() {
        return BY_USE.score(company().at(DAY));
    }

    @Test
    void oneReasonIsEnoughAndEachIsTold() {
        AtRisk risk = AtRisk.of(scores(), ChurnProbability.of(Map.of("model", 0.3, "well", 0.29)));
        assertThat(risk.customers())
                .extracting(CustomerAtRisk::toString)
                .containsExactly(
                        "model 90.0 GREEN, USD 8,400.00 a year: leaves with a probability of 30 %",
                        "ending 90.0 GREEN, USD 7,200.00 a year: known to end on 2026-01-01",
                        "asleep 90.0 GREEN, USD 6,000.00 a year: not live, renewal on 2025-09-28, in 90 days",
                        "soon 50.0 YELLOW, USD 3,600.00 a year: renewal on 2025-09-28, in 90 days",
                        "late 90.0 GREEN, USD 2,400.00 a year: 1 bill overdue, the oldest (bill-00001) for 14 days",
                        "red 0.0 RED, USD 1,200.00 a year: red for use (0)");
        assertThat(risk.arr().orElseThrow()).isEqualTo(RunRate.perYear(Money.of(28_800, "USD")));
        assertThat(risk).asString().startsWith("6 customers at risk at the end of 2025-06-30, USD 28,800.00 a year\n");
        assertThat(risk.withReason(AtRiskReason.Kind.NOT_LIVE)).hasSize(1);
        assertThat(risk.customers().get(0).probability()).hasValue(0.3);
    }

    @Test
    void ruleMovesTheLimits() {
        assertThat(AtRisk.of(scores(), ChurnProbability.unknown(), new RiskRule(89, 15, 1))
                        .customers())
                .extracting(c -> c.health().name())
                .containsExactly("ending", "red");
        assertThatThrownBy(() -> new RiskRule(90, 14, 30)).hasMessageContaining("Maybe 90, 14 and 0.3");
        assertThatThrownBy(() -> ChurnProbability.of(Map.of("a", 30.0))).hasMessageContaining("not in percent");
        assertThatThrownBy(() -> AtRisk.of(scores(), a -> java.util.OptionalDouble.of(Double.NaN)))
                .hasMessageContaining("leaves with the probability NaN");
    }

    @Test
    void overrideIsTheReasonOfARedCustomer() {
        HealthScorecard card = BY_USE.with(HealthOverride.of("well", HealthBand.RED, "the sponsor left")
                .by("ann", LocalDate.parse("2025-06-01"), LocalDate.parse("2025-08-01")));
        assertThat(AtRisk.of(card.score(company().at(DAY))).customers().get(0))
                .hasToString("well 90.0 RED, overridden, USD 9,600.00 a year: red, as ann says: the sponsor left");
    }

    @Test
    void readyToGrowIsWhoIsGreenAndHasASignalAndNoRisk() {
        HealthBooks books = HealthBooks.start();
        for (String account : List.of("full", "leaving", "troubled", "yellow")) {
            books.pays(account, "2025-01-01", account.equals("full") ? 6 : 5);
            for (int u = 0; u < (account.equals("yellow") ? 5 : 9); u++) {
                books.uses(account, DAY, "login", "u" + u);
            }
        }
        books.seats(s -> s.cancels("leaving/1", "2025-06-01", "2026-01-01"))
                .person("p", "troubled", "admin", "2025-01-01", "2025-06-20");
        ExpansionReady ready = ExpansionReady.of(BY_USE.score(books.at(DAY)));
        assertThat(ready.customers())
                .extracting(ReadyCustomer::toString)
                .containsExactly("full 90.0 GREEN, USD 7,200.00 a year: 9 people in the last 30 days on 6 seats");
        assertThat(ready.arr().orElseThrow()).isEqualTo(RunRate.perYear(Money.of(7_200, "USD")));
    }

    @Test
    void portfolioAddsUpWhatItsOwnerLooksAfter() {
        HealthBooks books = company()
                .add(Rep.builder("r1").name("Ann").build())
                .account("red", a -> a.attribute("owner", "r1"))
                .account("soon", a -> a.attribute("owner", "r1"))
                .account("fine", a -> a.attribute("owner", "r1"))
                .ticket("soon", "2025-06-01")
                .ticket("soon", "2025-06-01", "2025-06-03");
        Portfolios portfolios = Portfolios.of(BY_USE.score(books.at(DAY)));
        Portfolio ann = portfolios.of("Ann");
        assertThat(ann.customers()).isEqualTo(3);
        assertThat(ann.arr().orElseThrow()).isEqualTo(RunRate.perYear(Money.of(9_600, "USD")));
        assertThat(ann.renewing().orElseThrow()).isEqualTo(RunRate.perYear(Money.of(8_400, "USD")));
        assertThat(ann.renewals())
                .extracting(Portfolio.Renewal::toString)
                .containsExactly("2025-09-28 fine 90.0 GREEN", "2025-09-28 soon 50.0 YELLOW");
        assertThat(ann.openTickets()).isEqualTo(1);
        assertThat(ann.mix().of(HealthBand.RED).customers()).isEqualTo(1);
        assertThat(portfolios.all()).extracting(Portfolio::owner).containsExactly(Dimension.NOT_SET, "Ann");
        assertThat(portfolios)
                .asString()
                .contains("Ann                3   USD 9,600.00    1       1      1        0         2        1");
        assertThatThrownBy(() -> portfolios.of("Bob")).hasMessageContaining("Maybe one of [(not set), Ann]");
    }
}
