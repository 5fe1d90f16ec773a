package io.revops.forecast.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.revops.forecast.Draws;
import io.revops.forecast.Forecast;
import io.revops.forecast.Simulation;
import io.revops.forecast.Threads;
import io.revops.money.Money;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked year of the planning notes (cases 39 and 40), and what moves it. */
class CapacityTest {
    private static final Span YEAR = Span.year(2026);

    private static final CapacityModel TEAM = CapacityModel.of(YEAR, usd("75000"))
            .withRamped(8)
            .withHires(1, 1)
            .withHires(3, 1)
            .withHires(5, 1)
            .withHires(7, 1)
            .with(RampCurve.of(0, .25, .5, .75, 1));

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    @Test
    void rampedRepsOfEachMonth() {
        Capacity capacity = TEAM.capacity();
        assertThat(capacity.months())
                .extracting(CapacityMonth::ramped)
                .containsExactly(8.0, 8.25, 8.5, 9.0, 9.5, 10.0, 10.5, 11.0, 11.5, 11.75, 12.0, 12.0);
        assertThat(capacity.rampedMonths()).isEqualTo(122);
        assertThat(capacity.street()).isEqualTo(9_150_000);
        assertThat(TEAM.withAttainment(.8).capacity().expected()).isCloseTo(7_320_000, within(1e-6));
        assertThat(capacity.toString()).contains("2026-04  10.00  9.00  USD 675,000.00", "122.00 ramped months");
    }

    @Test
    void attritionIsCompounded() {
        CapacityModel leaving = TEAM.with(Attrition.perYear(.15));
        assertThat(leaving.attrition().monthlySurvival()).isCloseTo(.9865480529881311, within(1e-16));
        assertThat(leaving.capacity().street()).isCloseTo(8_410_636.846131, within(1e-6));
        assertThat(leaving.withAttainment(.8).capacity().expected()).isCloseTo(6_728_509.476905, within(1e-6));
    }

    @Test
    void leaverMayCountInTheMonthOfLeaving() {
        Attrition counted = Attrition.perYear(.15).with(Attrition.Leavers.COUNT_IN_THEIR_MONTH);
        CapacityModel ten = CapacityModel.of(YEAR, usd("1")).withRamped(10);
        double survival = StrictMath.pow(.85, 1 / 12.0);
        assertThat(ten.with(Attrition.perYear(.15)).capacity().months().get(11).people())
                .isCloseTo(8.5, within(1e-12));
        assertThat(ten.with(counted).capacity().months().get(0).people()).isEqualTo(10);
        assertThat(ten.with(counted).capacity().months().get(11).people()).isCloseTo(8.5 / survival, within(1e-12));
    }

    @Test
    void groupsStreetAndNeededReps() {
        assertThat(RepGroup.expected(List.of(
                        RepGroup.of("ramped", 7, usd("150000"), .85), RepGroup.of("new", 3, usd("150000"), .4))))
                .isEqualTo(usd("1072500"));
        assertThat(RepGroup.exactlyNeeded(usd("6000000"), usd("900000"), .8)).isEqualByComparingTo("8.3333");
        assertThat(RepGroup.needed(usd("6000000"), usd("900000"), .8)).isEqualTo(9);
        assertThat(RepGroup.needed(usd("7200000"), usd("900000"), .8)).isEqualTo(10);
        StreetQuota street = new StreetQuota(usd("1000000"), usd("800000"));
        assertThat(street.attainmentFactor().value()).isEqualTo(.8);
        assertThat(street.overAssignment().value()).isEqualTo(1.25);
        assertThatThrownBy(() -> RepGroup.expected(List.of())).isInstanceOf(InvalidPlanException.class);
        assertThatThrownBy(() -> RepGroup.of("x", -1, usd("1"), 1)).hasMessageContaining("Maybe both from 0 up");
        assertThatThrownBy(() -> RepGroup.needed(usd("1"), usd("1"), 0)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> RepGroup.needed(usd("1"), Money.of(1, "EUR"), 1))
                .hasMessageContaining("ExchangeRates");
        assertThatThrownBy(() -> new StreetQuota(usd("0"), usd("1"))).hasMessageContaining("Maybe amounts above 0");
    }

    @Test
    void leaveTakesItsShareOfTheMonth() {
        CapacityModel away = TEAM.withLeave(Span.of(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 16)), 2);
        assertThat(away.capacity().months().get(3).ramped()).isCloseTo(9 - 1, within(1e-12));
        assertThat(away.capacity().rampedMonths()).isCloseTo(121, within(1e-12));
    }

    @Test
    void seasonMovesProductivityAndKeepsTheYear() {
        CapacityModel flat = CapacityModel.of(YEAR, usd("100")).withRamped(1);
        Capacity seasonal = flat.with(Seasonality.quarters(1, 1, 1, 2)).capacity();
        assertThat(seasonal.street()).isCloseTo(1200, within(1e-9));
        assertThat(seasonal.months().get(11).street()).isCloseTo(160, within(1e-9));
    }

    @Test
    void gapIsTargetLessCapacity() {
        CapacityGap gap = TEAM.capacity().against(Collections.nCopies(12, usd("700000")));
        assertThat(gap.gap()).isEqualTo(8_400_000 - 9_150_000);
        assertThat(gap.months().get(0).gap()).isEqualTo(100_000);
        assertThat(gap.shortMonths()).hasSize(4); // 8, 8.25, 8.5, 9 reps × 75,000 are below 700,000
        assertThatThrownBy(() -> TEAM.capacity().against(List.of(usd("1")))).hasMessageContaining("1 targets for 12");
        assertThatThrownBy(() -> TEAM.capacity().against(Collections.nCopies(12, Money.of(1, "EUR"))))
                .isInstanceOf(InvalidPlanException.class);
        assertThatThrownBy(() -> new CapacityGap(List.of())).hasMessageContaining("There is no month");
    }

    @Test
    void figuresThatMeanNothingAreRefused() {
        assertThatThrownBy(() -> Attrition.perYear(1)).hasMessageContaining("Maybe 0.15");
        assertThatThrownBy(() -> TEAM.withAttainment(-.1)).hasMessageContaining("Maybe 0.8");
        assertThatThrownBy(() -> TEAM.withRamped(-1)).hasMessageContaining("-1.0 hires");
        assertThatThrownBy(() -> TEAM.withHires(13, 1)).hasMessageContaining("month 13");
        assertThatThrownBy(() -> TEAM.withHires(0, 1)).hasMessageContaining("Maybe 1");
        assertThatThrownBy(() -> CapacityModel.of(YEAR, usd("0"))).isInstanceOf(InvalidPlanException.class);
        assertThatThrownBy(() -> TEAM.with(Seasonality.months(1))).hasMessageContaining("has 1 months");
    }

    @Test
    void tornadoPutsTheWidestLeverFirst() {
        CapacityModel team = TEAM.with(Attrition.perYear(.15)).withAttainment(.8);
        Sensitivity tornado = Sensitivity.of(team);
        assertThat(tornado.base()).isEqualTo(team.capacity().expected());
        assertThat(tornado.swings()).hasSize(6).isSortedAccordingTo((a, b) -> Double.compare(b.width(), a.width()));
        assertThat(tornado.swings()).allSatisfy(s -> {
            assertThat(s.worse()).isLessThan(tornado.base());
            assertThat(s.better()).isGreaterThanOrEqualTo(tornado.base());
        });
        assertThat(tornado.swings().get(0).lever()).isEqualTo("attainment ± 10 %");
        assertThat(tornado.swings().get(0).width()).isCloseTo(tornado.base() * .2, within(1e-6));
        assertThat(tornado.toString()).startsWith("attainment ± 10 %: 6,055,6");
    }

    /** Two teams of one company are other people in the same market. */
    @Test
    void teamsOfDifferentNamesShareTheMarketAndNothingElse() {
        Simulation worlds = Simulation.of(7, 20_000);
        CapacityModel two = TEAM.withRamped(2).withHires(List.of());
        Draws west =
                CapacitySimulation.of(two, CapacityRisk.of(.4, 0)).named("West").draw(worlds);
        Draws east =
                CapacitySimulation.of(two, CapacityRisk.of(.4, 0)).named("East").draw(worlds);
        assertThat(correlation(west, east)).isCloseTo(0, within(.03));
        Draws again =
                CapacitySimulation.of(two, CapacityRisk.of(.4, 0)).named("West").draw(worlds);
        assertThat(again.toArray()).isEqualTo(west.toArray());
        double shared = .3 * .3;
        double own = .4 * .4 / 2 * (1 + shared); // of the mean of two, moved by the market
        assertThat(correlation(
                        CapacitySimulation.of(two, CapacityRisk.of(.4, .3))
                                .named("West")
                                .draw(worlds),
                        CapacitySimulation.of(two, CapacityRisk.of(.4, .3))
                                .named("East")
                                .draw(worlds)))
                .isCloseTo(shared / (shared + own), within(.03));
        assertThat(CapacitySimulation.of(two, CapacityRisk.of(.4, 0))
                        .named("West")
                        .forecast(worlds)
                        .parts())
                .singleElement()
                .satisfies(p -> assertThat(p.name()).isEqualTo("West"));
    }

    private static double correlation(Draws a, Draws b) {
        double[] x = a.toArray();
        double[] y = b.toArray();
        double mx = a.mean();
        double my = b.mean();
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - mx) * (y[i] - my);
            xx += (x[i] - mx) * (x[i] - mx);
            yy += (y[i] - my) * (y[i] - my);
        }
        return xy / StrictMath.sqrt(xx * yy);
    }

    @Test
    void meanOfTheWorldsIsTheExpectedCapacity() {
        CapacityModel team = TEAM.with(Attrition.perYear(.15)).withAttainment(.8);
        for (Attrition.Leavers leavers : Attrition.Leavers.values()) {
            CapacityModel of = team.with(new Attrition(.15, leavers));
            Draws sold = CapacitySimulation.of(of, CapacityRisk.of(.4, .1)).draw(Simulation.of(7, 20_000));
            // spread of the mean: about 12 reps × .4 and .1 of the whole, 20,000 draws: 0.15 %, of which four
            assertThat(sold.mean())
                    .isCloseTo(
                            of.capacity().expected(),
                            within(.006 * of.capacity().expected()));
        }
    }

    @Test
    void withoutRiskEveryWorldIsThePlan() {
        Draws sold = CapacitySimulation.of(
                        TEAM.withAttainment(.8).withLeave(Span.month(2026, 4), 1), CapacityRisk.of(0, 0))
                .draw(Simulation.of(7, 10));
        double[] plan = new double[10];
        Arrays.fill(plan, 7_320_000 - 60_000);
        assertThat(sold.toArray()).containsExactly(plan, within(1e-6));
        Draws past = CapacitySimulation.of(TEAM.withAttainment(.8), CapacityRisk.ofPast(List.of(.5, .5), 0))
                .draw(Simulation.of(7, 10));
        assertThat(past.mean()).isCloseTo(7_320_000, within(1e-6));
    }

    @Test
    void oneMoreHireChangesNobodyElsesLuck() {
        CapacityModel team = TEAM.with(Attrition.perYear(.15)).withAttainment(.8);
        CapacityRisk risk = CapacityRisk.of(.4, 0);
        Simulation worlds = Simulation.of(7, 100);
        double[] without = CapacitySimulation.of(team, risk).draw(worlds).toArray();
        double[] with =
                CapacitySimulation.of(team.withHires(2, 1), risk).draw(worlds).toArray();
        double[] alone = CapacitySimulation.of(team.withRamped(0).withHires(List.of(new Hires(2, 1))), risk)
                .draw(worlds)
                .toArray();
        for (int world = 0; world < alone.length; world++) {
            with[world] -= alone[world];
        }
        assertThat(with).containsExactly(without, within(1e-6));
    }

    @Test
    void worldsAreTheSameForAnyNumberOfThreadsAndMoveWithTheRisk() {
        CapacityModel team =
                TEAM.with(Attrition.perYear(.15)).withHires(2, 100.5).withAttainment(.8);
        CapacityRisk risk = CapacityRisk.of(.4, .1).withLateStarts(2);
        Simulation one = Simulation.of(7, 400);
        Draws sold = CapacitySimulation.of(team, risk).draw(one);
        assertThat(CapacitySimulation.of(team, risk).draw(one.with(Threads.of(3))))
                .isEqualTo(sold);
        assertThat(sold.mean())
                .isLessThan(CapacitySimulation.of(team, CapacityRisk.of(.4, .1))
                        .draw(one)
                        .mean());
        Forecast forecast = CapacitySimulation.of(team, risk).forecast(one);
        assertThat(forecast.horizon()).isEqualTo(YEAR);
        assertThat(forecast.draws()).isEqualTo(sold);
        assertThat(CapacitySimulation.of(CapacityModel.of(YEAR, usd("1")), risk)
                        .draw(one)
                        .mean())
                .isZero();
        assertThatThrownBy(() -> CapacityRisk.of(-1, 0)).hasMessageContaining("Maybe 0.4");
        assertThatThrownBy(() -> risk.withLateStarts(-1)).hasMessageContaining("Maybe 0 or more");
        assertThatThrownBy(() -> CapacityRisk.ofPast(List.of(0.0), 0)).hasMessageContaining("Nobody ever sold");
        assertThatThrownBy(() -> CapacityRisk.ofPast(List.of(-1.0), 0)).hasMessageContaining("past attainment");
    }
}
