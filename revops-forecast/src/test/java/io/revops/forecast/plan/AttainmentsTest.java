package io.revops.forecast.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.revops.metric.Ratio;
import io.revops.metric.Undefined;
import io.revops.metric.UndefinedCode;
import io.revops.money.Money;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Case 41 of the planning notes, linearity, relief and pacing by hand. */
class AttainmentsTest {
    private static final Span Q1 = Span.quarter(2026, 1);

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private static Attainment row(String rep, String team, Span period, String quota, String closed) {
        return new Attainment(rep, team, period, usd(quota), usd(closed));
    }

    private static Attainments five() {
        return Attainments.of(List.of(
                row("a", "x", Q1, "100", "40"),
                row("b", "x", Q1, "100", "60"),
                row("c", "y", Q1, "100", "80"),
                row("d", "y", Q1, "100", "100"),
                row("e", "y", Q1, "100", "120")));
    }

    @Test
    void fiveRepsOfTheNotes() {
        Attainments five = five();
        assertThat(five.mean().orElseThrow().value()).isEqualTo(.8);
        assertThat(five.median().orElseThrow().value()).isEqualTo(.8);
        assertThat(five.atQuota().orElseThrow().hits()).isEqualTo(2);
        assertThat(five.atQuota().orElseThrow().cases()).isEqualTo(5);
        assertThat(five.gini().orElseThrow().value()).isEqualTo(.2);
        assertThat(five.ofAll().orElseThrow().value()).isEqualTo(.8);
        assertThat(five).hasToString("2 of 5 at quota, mean 80.0 %");
    }

    @Test
    void bandsAreQuartersOfAQuota() {
        assertThat(five().distribution()).extracting(AttainmentBand::count).containsExactly(0L, 1L, 1L, 1L, 2L, 0L, 0L);
        Attainments edges = Attainments.of(List.of(
                row("a", "", Q1, "4", "0"),
                row("b", "", Q1, "4", "1"),
                row("c", "", Q1, "4", "6"),
                row("d", "", Q1, "4", "900"),
                row("e", "", Q1, "4", "-1")));
        assertThat(edges.distribution()).extracting(AttainmentBand::count).containsExactly(2L, 1L, 0L, 0L, 0L, 0L, 2L);
        assertThat(edges.distribution().get(3).label()).isEqualTo("75 to 100 %");
        assertThat(edges.distribution().get(6).label()).isEqualTo("150 % and more");
    }

    @Test
    void cutsAddUpPeriodsAndTeams() {
        Attainments rows = Attainments.of(List.of(
                row("b", "x", Span.quarter(2026, 2), "100", "50"),
                row("b", "x", Q1, "100", "150"),
                row("a", "y", Q1, "100", "40")));
        assertThat(rows.rows()).extracting(Attainment::rep).containsExactly("a", "b", "b");
        assertThat(rows.byPeriod().keySet()).containsExactly(Q1, Span.quarter(2026, 2));
        assertThat(rows.byTeam().get("x").ofAll().orElseThrow().value()).isEqualTo(1);
        assertThat(rows.perRep().rows()).hasSize(2);
        Attainment b = rows.perRep().rows().get(1);
        assertThat(b.atQuota()).isTrue();
        assertThat(b.period()).isEqualTo(Span.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 7, 1)));
        assertThat(b).hasToString("b, " + b.period() + ": USD 200.00 of USD 200.00, 100.0 %");
        assertThat(rows.quota().orElseThrow()).isEqualTo(usd("300"));
        assertThat(rows.closed().orElseThrow()).isEqualTo(usd("240"));
        assertThat(rows.median().orElseThrow().value()).isEqualTo(.5);
        assertThat(Attainments.of(rows.rows().subList(0, 2))
                        .median()
                        .orElseThrow()
                        .value())
                .isEqualTo(.95);
    }

    @Test
    void nothingIsAShareOfNoQuota() {
        Attainments none = Attainments.of(List.of(row("a", "", Q1, "0", "5")));
        for (var reading : List.of(none.mean(), none.median(), none.gini(), none.ofAll(), none.atQuota())) {
            assertThat(reading)
                    .isInstanceOfSatisfying(
                            Undefined.class, u -> assertThat(u.code()).isEqualTo(UndefinedCode.NO_QUOTA));
        }
        assertThat(none).hasToString("nobody had a quota");
        assertThat(Attainments.of(List.of()).quota().value()).isEmpty();
        assertThat(none.rows().get(0).atQuota()).isFalse();
    }

    /** If it failed, who comes first in an export, or in what currency quotas are told, would change how fair they look. */
    @Property(tries = 200)
    void giniIsTheMeanDifferenceAndKnowsNoOrderOrScale(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 200) Integer> closed) {
        List<Attainment> rows = new java.util.ArrayList<>();
        for (int i = 0; i < closed.size(); i++) {
            rows.add(row("r" + i, "", Q1, "100", closed.get(i).toString()));
        }
        double sum = closed.stream().mapToInt(x -> x).sum();
        double difference = 0;
        for (int a : closed) {
            for (int b : closed) {
                difference += Math.abs(a - b);
            }
        }
        var gini = Attainments.of(rows).gini();
        if (sum == 0) {
            assertThat(gini.value()).isEmpty();
            return;
        }
        assertThat(gini.orElseThrow().value()).isCloseTo(difference / (2 * closed.size() * sum), within(1e-12));
        Collections.reverse(rows);
        assertThat(Attainments.of(rows).gini()).isEqualTo(gini);
    }

    @Test
    void linearityOfTwentyThirtyFifty() {
        Linearity months = Linearity.of(usd("20"), usd("30"), usd("50"));
        assertThat(months.cumulative().orElseThrow()).extracting(Ratio::value).containsExactly(.2, .5, 1.0);
        assertThat(months.fromEven().orElseThrow().value()).isCloseTo(1 / 6.0, within(1e-15));
        assertThat(months.from(List.of(2.0, 3.0, 5.0)).orElseThrow().value()).isZero();
        assertThat(Linearity.of(usd("0")).fromEven().value()).isEmpty();
        assertThat(Linearity.of(usd("0")).cumulative().value()).isEmpty();
        assertThatThrownBy(() -> months.from(List.of(1.0))).hasMessageContaining("Maybe one for each");
        assertThatThrownBy(Linearity::of).hasMessageContaining("Maybe the three of a quarter");
        assertThatThrownBy(() -> Linearity.of(usd("-1"))).hasMessageContaining("Maybe wins alone");
    }

    @Test
    void reliefIsTheQuotaByDays() {
        List<Span> leave = List.of(
                Span.of(LocalDate.of(2025, 12, 20), LocalDate.of(2026, 1, 10)),
                Span.of(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 19)));
        QuotaRelief relief = QuotaRelief.of(usd("90000"), Q1, leave); // 18 of 90 days
        assertThat(relief.away()).isEqualTo(18);
        assertThat(relief.relieved()).isEqualTo(usd("72000"));
        assertThat(relief.relief()).isEqualTo(usd("18000"));
        assertThat(row("a", "", Q1, "90000", "72000").relieved(leave).atQuota()).isTrue();
        assertThatThrownBy(() -> new QuotaRelief(usd("1"), 3, 4)).hasMessageContaining("Maybe leave");
    }

    @Test
    void paceIsToldByTheMonthsOfThePlan() {
        List<Money> months = List.of(usd("200"), usd("300"), usd("500"));
        Pacing half = Pacing.of(months, Q1, usd("440"), LocalDate.of(2026, 2, 14));
        assertThat(half.due()).isEqualTo(usd("350")); // 200 + 300 × 14/28
        assertThat(half.ahead()).isEqualTo(usd("90"));
        assertThat(half.pace().orElseThrow().value()).isCloseTo(440 / 350.0, within(1e-12));
        assertThat(half.projected().orElseThrow()).isEqualTo(usd("1257.14"));
        Pacing before = Pacing.of(months, Q1, usd("0"), LocalDate.of(2025, 12, 31));
        assertThat(before.elapsed()).isZero();
        assertThat(before.pace().value()).isEmpty();
        assertThat(before.projected().value()).isEmpty();
        assertThat(Pacing.of(months, Q1, usd("1"), LocalDate.of(2026, 3, 31)).elapsed())
                .isEqualTo(1);
        assertThat(Pacing.of(months, Q1, usd("1"), LocalDate.of(2027, 3, 31)).elapsed())
                .isEqualTo(1);
        assertThatThrownBy(() -> Pacing.of(List.of(), Q1, usd("1"), LocalDate.of(2026, 3, 31)))
                .hasMessageContaining("Maybe one for each");
        assertThatThrownBy(() -> new Pacing(usd("1"), usd("1"), 2)).hasMessageContaining("Maybe 0 to 1");
    }

    @Test
    void figuresThatMeanNothingAreRefused() {
        assertThatThrownBy(() -> new Attainment("a", "", Q1, usd("1"), Money.of(1, "EUR")))
                .isInstanceOf(InvalidPlanException.class);
        assertThatThrownBy(() -> row("a", "", Q1, "-1", "1")).hasMessageContaining("below 0");
        assertThatThrownBy(() -> Attainments.of(List.of(
                        row("a", "", Q1, "1", "1"),
                        new Attainment("b", "", Q1, Money.of(1, "EUR"), Money.of(1, "EUR")))))
                .hasMessageContaining("ExchangeRates");
    }
}
