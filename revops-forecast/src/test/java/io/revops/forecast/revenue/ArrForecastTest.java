package io.revops.forecast.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.revops.catalog.Metrics;
import io.revops.forecast.Backtest;
import io.revops.forecast.BacktestTrial;
import io.revops.forecast.Contribution;
import io.revops.forecast.Draws;
import io.revops.forecast.Forecast;
import io.revops.forecast.History;
import io.revops.forecast.Nature;
import io.revops.forecast.Overlap;
import io.revops.forecast.Propensity;
import io.revops.forecast.Quantity;
import io.revops.forecast.Refused;
import io.revops.forecast.Simulation;
import io.revops.forecast.series.LineMethod;
import io.revops.forecast.series.StraightLine;
import io.revops.metric.Unit;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A small company whose bridge is worked by hand. */
class ArrForecastTest {
    private static final double CENT = 1e-6;

    /**
     * Steady pays 10,000 throughout. In October up rises by 500, down falls by 300, gone leaves 700 unannounced, told leaves 900 as it had
     * written in August, and lapse, worth 600, is not renewed. After the close of the year late, worth 250, is to begin, and warned, worth
     * 110, is to end; due, worth 800, comes up.
     */
    private static TermBook company() {
        return TermBook.start()
                .pays("steady/1", "2023-01-01", 10_000)
                .pays("up/1", "2023-01-01", 1000)
                .pays("up/1", "2023-10-10", 1500)
                .pays("down/1", "2023-01-01", 2000)
                .pays("down/1", "2023-10-20", 1700)
                .pays("gone/1", "2023-01-01", 700)
                .ends("gone/1", "2023-10-05", "2023-10-05")
                .pays("told/1", "2023-01-01", 900)
                .ends("told/1", "2023-10-31", "2023-08-15")
                .pays("lapse/1", "2023-04-15", 600)
                .term("lapse/1", 6)
                .ends("lapse/1", "2023-10-15", "2023-10-12")
                .pays("fresh/1", "2023-10-25", 450)
                .pays("due/1", "2023-08-20", 800)
                .term("due/1", 5)
                .pays("warned/1", "2023-02-01", 110)
                .ends("warned/1", "2024-01-10", "2023-12-20")
                .signs("late/1", "2024-01-15", 250, "2023-12-01");
    }

    private static final ArrForecast A_MONTH =
            ArrForecast.ahead(1).with(due -> new Propensity(0.75, 1, "three of four"));

    private static ArrModel model() {
        return A_MONTH.train(company().history("2023-01-01", "2024-01-01")).orElseThrow();
    }

    @Test
    void whatFollowedAMonthEndAddsUpAccountByAccount() {
        List<PastFlows> past = model().past();
        assertThat(past).hasSize(11); // nothing recurred before January
        PastFlows october = past.stream()
                .filter(p -> p.origin().equals(LocalDate.of(2023, 9, 30)))
                .findFirst()
                .orElseThrow();
        double opening = 10_000 + 1000 + 2000 + 700 + 900 + 600 + 800 + 110;
        assertThat(october.opening()).isCloseTo(opening, within(CENT));
        assertThat(october.notified()).isCloseTo(-900, within(CENT));
        assertThat(october.notifiedLost()).isCloseTo(-900, within(CENT));
        assertThat(october.atRenewal()).isCloseTo(-600, within(CENT));
        assertThat(october.expansion()).isCloseTo(500, within(CENT));
        assertThat(october.contraction()).isCloseTo(-300, within(CENT));
        assertThat(october.churn()).isCloseTo(-700, within(CENT));
        assertThat(october.fresh()).isCloseTo(450, within(CENT));
        assertThat(october.closing()).isCloseTo(opening - 900 - 600 + 500 - 300 - 700 + 450, within(CENT));
        assertThat(october.expansionRate()).isCloseTo(500 / opening, within(1e-12));
        assertThat(october.contractionRate()).isCloseTo(-300 / (opening - 1500), within(1e-12));
        assertThat(october.churnRate()).isCloseTo(-700 / (opening - 1500), within(1e-12));
    }

    @Test
    void whatIsKnownIsTakenAsItIs() {
        ArrModel model = model();
        assertThat(model.span()).isEqualTo(Span.month(2024, 1));
        assertThat(model.opening()).isCloseTo(10_000 + 1500 + 1700 + 450 + 800 + 110, within(CENT));
        assertThat(model.booked()).isCloseTo(250, within(CENT));
        assertThat(model.notified()).isCloseTo(-110, within(CENT));
        assertThat(model.renewals().renewals()).hasSize(1);
        assertThat(model)
                .hasToString(
                        "ARR at the end of 2024-01: opening USD 14,560.00, booked USD 250.00, known to end USD -110.00, "
                                + "1 renewals, and what followed 11 month-ends");
        Forecast forecast = model.forecast(Simulation.of(1, 20_000), NewBusiness.none());
        assertThat(forecast.parts().stream().map(Contribution::name))
                .containsExactly(
                        "opening",
                        "booked, not live",
                        "new",
                        "expansion",
                        "contraction",
                        "churn known",
                        "churn at renewal",
                        "other churn");
        // a quarter of 800 is lost on average; of 20,000 draws the mean strays by 800 · √(3/16 / 20,000)
        assertThat(part(forecast, "churn at renewal"))
                .isCloseTo(-200, within(4 * 800 * StrictMath.sqrt(0.1875 / 20_000)));
        // October is one of eleven days that may happen again
        double rate = 500.0 / 16_110 / 11;
        double stray = 4 * 500.0 / 16_110 * StrictMath.sqrt(10.0 / 121 / 20_000);
        assertThat(part(forecast, "expansion") / model.opening()).isCloseTo(rate, within(stray));
        assertThat(forecast.reasons()).anyMatch(r -> r.equals("Of what was known to end, 100 % ended."));
    }

    private static double part(Forecast forecast, String name) {
        return forecast.part(name).orElseThrow().point();
    }

    /** A renewal that fails leaves less to lose otherwise: in each world all parts add up, and never below nothing. */
    @Test
    void theBridgeTiesInEveryWorld() {
        Simulation simulation = Simulation.of(7, 2000);
        Forecast forecast = model().forecast(simulation, NewBusiness.none());
        for (int world = 0; world < simulation.draws(); world++) {
            double sum = 0;
            for (Contribution part : forecast.parts()) {
                sum += part.draws().at(world);
            }
            assertThat(forecast.draws().at(world)).isCloseTo(sum, within(CENT));
        }
        Map<String, Double> october = new TreeMap<>();
        for (int world = 0; world < simulation.draws() && october.isEmpty(); world++) {
            if (forecast.part("expansion").orElseThrow().draws().at(world) > 0) {
                int here = world;
                forecast.parts().forEach(p -> october.put(p.name(), p.draws().at(here)));
            }
        }
        double left = 14_560 - 110 + october.get("churn at renewal");
        assertThat(october.get("expansion")).isCloseTo(14_560 * 500 / 16_110.0, within(CENT));
        assertThat(october.get("contraction")).isCloseTo(-left * 300 / 14_610.0, within(CENT));
        assertThat(october.get("other churn")).isCloseTo(-left * 700 / 14_610.0, within(CENT));
    }

    @Test
    void newBusinessComesFromAnotherForecastInItsOwnUnit() {
        ArrModel model = model();
        Simulation simulation = Simulation.of(2, 1000);
        Forecast monthly = fresh(Unit.MONEY_PER_MONTH, 100);
        Forecast deals = fresh(Unit.MONEY, 100);
        assertThat(part(model.forecast(simulation, NewBusiness.signed(monthly)), "new"))
                .isEqualTo(1200);
        assertThat(part(model.forecast(simulation, NewBusiness.recurring(monthly)), "new"))
                .isEqualTo(1200 - 250);
        assertThat(part(model.forecast(simulation, NewBusiness.yearlyDeals(deals)), "new"))
                .isEqualTo(100);
        assertThat(part(model.forecast(simulation, NewBusiness.none()), "new")).isZero();
        Forecast little = fresh(Unit.MONEY_PER_YEAR, 100);
        assertThat(part(model.forecast(simulation, NewBusiness.recurring(little)), "new"))
                .isZero();
        assertThatThrownBy(() -> NewBusiness.signed(deals)).hasMessageContaining("yearlyDeals()");
        assertThatThrownBy(() -> NewBusiness.yearlyDeals(monthly)).hasMessageContaining("signed()");
        Forecast february = Forecast.of(
                        new Quantity("new", "New", Unit.MONEY_PER_YEAR, "USD", Nature.FLOW),
                        LocalDate.of(2023, 12, 31),
                        Span.month(2024, 2))
                .part(Contribution.known("new", 1))
                .build();
        assertThatThrownBy(() -> model.forecast(simulation, NewBusiness.signed(february)))
                .hasMessageContaining("Maybe forecast it for 2024-01 in USD");
    }

    private static Forecast fresh(Unit unit, double amount) {
        return Forecast.of(
                        new Quantity("new", "New", unit, "USD", Nature.FLOW),
                        LocalDate.of(2023, 12, 31),
                        Span.month(2024, 1))
                .part(Contribution.known("new", amount))
                .build();
    }

    /** New MRR was 37.50 once, in October: carried on by its line, and drawn from its errors in the same worlds. */
    @Test
    void aStraightLineOfNewMrrFits() {
        History history = company().history("2023-01-01", "2024-01-01");
        Forecast line = StraightLine.ofFlow(Metrics.NEW_MRR)
                .with(LineMethod.GROWTH_LINE)
                .train(history)
                .orElseThrow()
                .forecast(Span.month(2024, 1));
        Forecast arr = model().forecast(Simulation.of(2, 1000), NewBusiness.recurring(line));
        Draws fresh = arr.part("new").orElseThrow().draws();
        assertThat(Arrays.stream(fresh.toArray()).min().orElseThrow()).isNotNegative();
        assertThat(arr.sources()).hasSize(2);
        assertThat(arr.support().cases()).isEqualTo(1000);
    }

    /** Deleting everything later changes no number. */
    @Test
    void whatHappensLaterChangesNothing() {
        TermBook more = company()
                .pays("up/1", "2024-01-05", 9000)
                .ends("down/1", "2023-12-15", "2024-01-03")
                .ends("due/1", "2024-01-20", "2024-01-20")
                .pays("next/1", "2024-01-09", 5000);
        History longer = more.history("2023-01-01", "2024-06-01").asOf(LocalDate.of(2023, 12, 31));
        ArrModel then = A_MONTH.train(longer).orElseThrow();
        assertThat(then.provenance()).isEqualTo(model().provenance());
        assertThat(then.past()).isEqualTo(model().past());
        Simulation simulation = Simulation.of(3, 500);
        assertThat(then.forecast(simulation, NewBusiness.none()))
                .isEqualTo(model().forecast(simulation, NewBusiness.none()));
    }

    @Test
    void withoutRatesRenewalsArePartOfOtherChurn() {
        ArrModel model = ArrForecast.ahead(1)
                .train(company().history("2023-01-01", "2024-01-01"))
                .orElseThrow();
        assertThat(model.renewals().renewals()).isEmpty();
        PastFlows october = model.past().get(8);
        assertThat(october.atRenewal()).isZero();
        assertThat(october.churn()).isCloseTo(-700 - 600, within(CENT));
        Forecast forecast = model.forecast(Simulation.of(1, 100), NewBusiness.none());
        assertThat(part(forecast, "churn at renewal")).isZero();
        assertThat(forecast.reasons().get(0)).startsWith("Renewals are part of other churn: There are ");
    }

    @Test
    void aShortHistoryIsRefusedWithItsNumber() {
        History half = company().history("2023-01-01", "2023-07-01");
        Refused<ArrModel> refused = (Refused<ArrModel>) A_MONTH.train(half);
        assertThat(refused.need()).contains(new Refused.Need("month-ends", 6, 5));
        assertThat(refused.fallback()).contains("straight line");
        assertThat(A_MONTH.train(company().history("2023-01-01", "2023-08-01")).model())
                .isPresent();
        assertThat(A_MONTH.train(TermBook.start().history("2023-01-01", "2024-01-01")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> ArrForecast.ahead(0)).hasMessageContaining("Maybe 3");
        assertThatThrownBy(() -> MonthEnds.latest(5)).hasMessageContaining("Maybe 24");
    }

    /** Six month-ends are the fewest; the seventh trial of July to December is the first that has six before it. */
    @Test
    void aBacktestForecastsWhatStayedFromEachMonthEnd() {
        History history = company().history("2023-01-01", "2024-01-01");
        ArrForecast six = A_MONTH.with(MonthEnds.latest(6));
        Backtest backtest = six.backtest(history, Simulation.of(1, 1000));
        assertThat(backtest.trials().stream().map(t -> t.origin()))
                .containsExactly(
                        LocalDate.of(2023, 7, 31),
                        LocalDate.of(2023, 8, 31),
                        LocalDate.of(2023, 9, 30),
                        LocalDate.of(2023, 10, 31),
                        LocalDate.of(2023, 11, 30));
        // told had written in August, gone and lapse had not; fresh is not among those that stayed
        double opening = 16_110;
        BacktestTrial october = backtest.trials().get(2);
        assertThat(october.forecast())
                .isCloseTo(opening - 900 - 0.25 * 600, within(4 * 600 * StrictMath.sqrt(0.1875 / 1000)));
        assertThat(october.actual()).isCloseTo(opening - 900 - 600 + 500 - 300 - 700, within(CENT));
        assertThat(six.train(history).orElseThrow().past()).hasSize(6);
    }

    /** Fewer than nine days behind them carry no 80 % interval, however often they are drawn. */
    @Test
    void anIntervalNeedsAsManyDaysAsItNeedsErrors() {
        Simulation simulation = Simulation.of(1, 1000);
        assertThat(model().forecast(simulation, NewBusiness.none())
                        .quantile(0.1)
                        .value())
                .isPresent();
        Forecast early = A_MONTH.train(company().history("2023-01-01", "2023-09-01"))
                .orElseThrow()
                .forecast(simulation, NewBusiness.none());
        assertThat(early.quantile(0.1).toString()).contains("7 errors");
        assertThat(early.quantile(0.5).value()).isPresent();
    }

    /** Of six windows of three months, each a month after the one before, about 1 + 5/3 are of their own. */
    @Test
    void sharesOfMonthsThatOverlapAreMovedApartAndKeepTheirMeanAndSign() {
        double[] shares = {0.02, 0.03, 0.04, 0.05, 0.06, 0.04};
        double[] wide = ArrModel.widened(shares, 3);
        double by = Overlap.widening(6, 1, 3);
        // R: qt(.9, 5 / 3) / qnorm(.9) * sqrt(1 + 3 / 8)
        assertThat(by).isCloseTo(1.888134588, within(0.006));
        for (int i = 0; i < shares.length; i++) {
            assertThat(wide[i]).isCloseTo(0.04 + by * (shares[i] - 0.04), within(1e-12));
        }
        double[] sparse = ArrModel.widened(new double[] {0, 0, 0, -0.3, 0, 0}, 3);
        assertThat(sparse).containsExactly(new double[] {0, 0, 0, -0.3, 0, 0}, within(1e-12));
        assertThat(ArrModel.widened(new double[3], 3)).containsOnly(0);
    }

    /** Nothing happens after September to those who stayed: the simpler number is right, and is what is advised. */
    @Test
    void whereNothingChangesTheSimplerNumberIsAdvised() {
        TermBook still = TermBook.start();
        for (int i = 0; i < 5; i++) {
            still.pays("steady" + i + "/1", "2023-01-01", 1000);
        }
        still.pays("up/1", "2023-01-01", 1000).pays("up/1", "2023-03-10", 2000);
        ArrAdvice advice = A_MONTH.advise(still.history("2023-01-01", "2024-01-01"), Simulation.of(1, 500));
        assertThat(advice.choice()).isEqualTo(ArrAdvice.Choice.UNCHANGED);
        assertThat(advice.why())
                .startsWith("Over the same " + advice.bridge().trials().size() + " month-ends the bridge missed by ")
                .contains("nothing changes by 0.0 %")
                .contains("The ARR of today is taken");

        TermBook rising = TermBook.start();
        for (int month = 1; month <= 12; month++) {
            rising.pays("up/1", LocalDate.of(2023, month, 1).toString(), 1000 + 50L * month);
        }
        ArrAdvice grows = A_MONTH.advise(rising.history("2023-01-01", "2024-01-01"), Simulation.of(1, 500));
        assertThat(grows.choice()).isEqualTo(ArrAdvice.Choice.BRIDGE);
        assertThat(grows.toString()).endsWith("The bridge is taken.");
        assertThat(grows.bridge())
                .isEqualTo(A_MONTH.backtest(rising.history("2023-01-01", "2024-01-01"), Simulation.of(1, 500)));

        ArrAdvice early = A_MONTH.advise(still.history("2023-01-01", "2023-05-01"), Simulation.of(1, 500));
        assertThat(early.choice()).isEqualTo(ArrAdvice.Choice.NOT_MEASURED);
        assertThat(early.why()).contains("Maybe a longer history");
    }
}
