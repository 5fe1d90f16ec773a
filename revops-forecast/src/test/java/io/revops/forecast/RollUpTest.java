package io.revops.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.revops.forecast.series.MonthsAhead;
import io.revops.forecast.series.StraightLine;
import io.revops.forecast.series.StraightLineModel;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Two teams, two months, parts that are known and parts that are not: added world by world, never quantile by quantile. */
class RollUpTest {
    private static final LocalDate AS_OF = LocalDate.of(2025, 12, 31);
    private static final Span JANUARY = Span.month(2026, 1);
    private static final Span FEBRUARY = Span.month(2026, 2);
    private static final Simulation WORLDS = Simulation.of(2026, 20_000);

    /** A team's month: 100 are closed, and ten deals of 20 are won with 40 % each, or more or less often in a good or bad world. */
    private static Forecast month(String team, Span month, Draws market) {
        Draws open = WORLDS.total(java.util.stream.IntStream.range(0, 10)
                .boxed()
                .collect(java.util.stream.Collectors.toMap(
                        deal -> team + "/" + month + "/" + deal,
                        deal -> (world, stream) -> Normals.uniform(stream) < 0.4 * market.at(world) ? 20 : 0)));
        return Forecast.of(Months.quantity(team, Nature.FLOW), AS_OF, month)
                .part(Contribution.known("closed", 100))
                .part(Contribution.drawn("from open", open))
                .build();
    }

    /** Half of the worlds are good, half are bad. */
    private static Draws sharedMarket() {
        return WORLDS.draw("market", (world, stream) -> Normals.uniform(stream) < 0.5 ? 0.5 : 1.5);
    }

    private static Draws steadyMarket() {
        return Draws.exact(1);
    }

    private static Forecast quarter(Draws market) {
        Forecast north = month("north", JANUARY, market).then(month("north", FEBRUARY, market));
        Forecast south = month("south", JANUARY, market).then(month("south", FEBRUARY, market));
        return north.plus(south);
    }

    @Test
    void partsStayApartAndTheirMeansAddUp() {
        Forecast sum = quarter(steadyMarket());
        assertThat(sum.horizon()).isEqualTo(Span.of(JANUARY.from(), FEBRUARY.to()));
        assertThat(sum.quantity().title()).isEqualTo("Sales of north + Sales of south");
        assertThat(sum.parts()).extracting(Contribution::name).containsExactly("closed", "from open");
        assertThat(sum.part("closed").orElseThrow().point()).isEqualTo(400);
        assertThat(sum.part("closed").orElseThrow().draws()).isEqualTo(Draws.exact(400));
        double means = 0;
        for (String team : List.of("north", "south")) {
            for (Span month : List.of(JANUARY, FEBRUARY)) {
                means += month(team, month, steadyMarket()).mean();
            }
        }
        assertThat(sum.mean()).isCloseTo(means, within(1e-9 * means));
        assertThat(sum.point()).isCloseTo(sum.mean(), within(1e-9 * means));
    }

    /** Forty independent deals: 400 closed + binomial(40, 0.4) · 20, whose 10 % and 90 % quantiles are 12 and 20 deals (R: qbinom). */
    @Test
    void quantileOfTheSumIsNotTheSumOfQuantiles() {
        Forecast sum = quarter(steadyMarket());
        assertThat(sum.quantile(0.1).orElseThrow()).isEqualTo(400 + 12 * 20);
        assertThat(sum.quantile(0.9).orElseThrow()).isEqualTo(400 + 20 * 20);
        double low = 0;
        double high = 0;
        for (String team : List.of("north", "south")) {
            for (Span month : List.of(JANUARY, FEBRUARY)) {
                low += month(team, month, steadyMarket()).quantile(0.1).orElseThrow();
                high += month(team, month, steadyMarket()).quantile(0.9).orElseThrow();
            }
        }
        // binomial(10, 0.4): 2 and 6 deals, four times
        assertThat(low).isEqualTo(4 * (100 + 2 * 20));
        assertThat(high).isEqualTo(4 * (100 + 6 * 20));
        assertThat(sum.quantile(0.1).orElseThrow()).isGreaterThan(low);
        assertThat(sum.quantile(0.9).orElseThrow()).isLessThan(high);
    }

    /** In bad worlds all forty deals win at 20 %, in good ones at 60 %: the mean stays, the spread does not average out. */
    @Test
    void aSharedShockWidensTheSumAndLeavesItsMean() {
        Forecast alone = quarter(steadyMarket());
        Forecast shared = quarter(sharedMarket());
        assertThat(shared.mean()).isCloseTo(alone.mean(), within(5.0));
        // each regime has half of the worlds: the 10 % quantile is the 20 % one of binomial(40, 0.2), which is 6 (R:
        // qbinom),
        // the 90 % quantile the 80 % one of binomial(40, 0.6), which is 27
        assertThat(shared.quantile(0.1).orElseThrow()).isEqualTo(400 + 6 * 20);
        assertThat(shared.quantile(0.9).orElseThrow()).isEqualTo(400 + 27 * 20);
    }

    @Test
    void orderOfAdditionMovesNoOutcome() {
        Draws market = sharedMarket();
        Forecast byTeam = quarter(market);
        Forecast january = month("north", JANUARY, market).plus(month("south", JANUARY, market));
        Forecast february = month("north", FEBRUARY, market).plus(month("south", FEBRUARY, market));
        assertThat(january.then(february).draws()).isEqualTo(byTeam.draws());
    }

    private static StraightLineModel line(String id, long seed) {
        return StraightLine.of(id)
                .with(MonthsAhead.of(2))
                .train(History.of(Months.flow(id, Months.uneven(24, seed, 1000, 0, 400))))
                .orElseThrow();
    }

    @Test
    void fittedMonthsOfOneModelAreAddedByThePastDayTheirErrorsComeFrom() {
        StraightLineModel north = line("north", 3);
        Forecast january = north.forecast(north.months().get(0));
        Forecast february = north.forecast(north.months().get(1));
        Forecast both = january.then(february);
        assertThat(january.support().cases()).isEqualTo(23);
        assertThat(february.support().cases()).isEqualTo(22);
        assertThat(both.support().cases()).isEqualTo(22);
        Span whole = Span.of(january.horizon().from(), february.horizon().to());
        assertThat(both.draws().toArray())
                .containsExactly(north.forecast(whole).draws().toArray(), within(1e-9));
        double sumOfQuantiles =
                january.quantile(0.9).orElseThrow() + february.quantile(0.9).orElseThrow();
        assertThat(both.quantile(0.9).orElseThrow()).isNotCloseTo(sumOfQuantiles, within(1.0));
    }

    @Test
    void fittedTeamsDrawnUnderOneIdShareTheirPastDaysAndUnderTwoTheyDoNot() {
        Forecast north = line("north", 3).forecast(JANUARY);
        Forecast south = line("north", 3).forecast(JANUARY).named("south", "South");
        Forecast together = north.through(WORLDS, "past").plus(south.through(WORLDS, "past"));
        Forecast apart = north.through(WORLDS, "north").plus(south.through(WORLDS, "south"));
        // the same team twice: together every outcome is twice that of one, apart good and bad days even out
        assertThat(together.draws())
                .isEqualTo(north.through(WORLDS, "past").draws().times(2));
        assertThat(apart.quantile(0.9).orElseThrow())
                .isLessThan(together.quantile(0.9).orElseThrow());
        assertThat(apart.mean()).isCloseTo(together.mean(), within(0.01 * together.mean()));
        assertThat(apart.support()).isEqualTo(new Support.Simulated(2026, 20_000, OptionalInt.of(23)));
        assertThat(together.mean()).isCloseTo(2 * north.mean(), within(0.01 * together.mean()));
    }

    @Test
    void monthsDrawnUnderOneIdPickTheSamePastDayWhereBothHaveIt() {
        StraightLineModel model = line("north", 3);
        Draws first = model.forecast(model.months().get(0)).through(WORLDS, "n").draws();
        Draws second =
                model.forecast(model.months().get(1)).through(WORLDS, "n").draws();
        double[] one = model.forecast(model.months().get(0)).draws().toArray();
        double[] two = model.forecast(model.months().get(1)).draws().toArray();
        int same = 0;
        for (int world = 0; world < WORLDS.draws(); world++) {
            for (int day = 0; day < two.length; day++) {
                if (first.at(world) == one[day] && second.at(world) == two[day]) {
                    same++;
                    break;
                }
            }
        }
        // 22 of 23 days are in both; only the worlds that picked the last one differ
        assertThat((double) same / WORLDS.draws()).isCloseTo(22 / 23.0, within(0.01));
    }

    @Test
    void aShockShakesOutcomesAndNotThePoint() {
        Forecast shaken = month("north", JANUARY, steadyMarket()).shaken(Draws.exact(2));
        assertThat(shaken.mean())
                .isCloseTo(2 * month("north", JANUARY, steadyMarket()).mean(), within(1e-9));
        assertThat(shaken.point())
                .isEqualTo(month("north", JANUARY, steadyMarket()).point());
    }

    @Test
    void whatDoesNotAddUpIsRefusedWithTheNextStep() {
        Forecast north = month("north", JANUARY, steadyMarket());
        assertThatThrownBy(() -> north.plus(month("south", FEBRUARY, steadyMarket())))
                .hasMessageContaining("Maybe add months with then()");
        Forecast march = month("north", Span.month(2026, 3), steadyMarket());
        assertThatThrownBy(() -> north.then(march)).hasMessageContaining("Maybe the period that begins on 2026-02-01");
        Forecast level = Forecast.of(Months.quantity("mrr", Nature.LEVEL), AS_OF, JANUARY)
                .part(Contribution.known("closed", 1))
                .build();
        assertThatThrownBy(() -> level.then(level)).hasMessageContaining("does not add up over time");
        assertThatThrownBy(() -> north.plus(level)).hasMessageContaining("Maybe forecast both in one unit");
        Forecast earlier = Forecast.of(Months.quantity("north", Nature.FLOW), AS_OF.minusDays(1), JANUARY)
                .part(Contribution.known("closed", 1))
                .build();
        assertThatThrownBy(() -> north.plus(earlier)).hasMessageContaining("Maybe train both on the same day");
        assertThatThrownBy(() -> Forecast.of(north.quantity(), AS_OF, Span.month(2025, 12)))
                .hasMessageContaining("is over on 2025-12-31");
        assertThatThrownBy(() -> Forecast.of(north.quantity(), AS_OF, JANUARY).build())
                .hasMessageContaining("Maybe add what is known");
        assertThatThrownBy(() -> Forecast.of(north.quantity(), AS_OF, JANUARY)
                        .part(Contribution.known("closed", 1))
                        .part(Contribution.known("closed", 2)))
                .hasMessageContaining("two parts (closed)");
        assertThatThrownBy(() -> new Contribution("closed", Double.NaN, Draws.exact(1)))
                .hasMessageContaining("Maybe leave it out");
    }

    @Test
    void aForecastPrintsItsIntervalOrSaysThatItHasNone() {
        Forecast known = Forecast.of(Months.quantity("north", Nature.FLOW), AS_OF, JANUARY)
                .part(Contribution.known("closed", 1234.5))
                .build();
        assertThat(known)
                .hasToString("Sales of north, 2026-01: USD 1,234.50 (80 %: USD 1,234.50 to USD 1,234.50; known)");
        Forecast few = Forecast.of(Months.quantity("north", Nature.FLOW), AS_OF, JANUARY)
                .part(new Contribution(
                        "run rate", 7, Draws.of(new Support.Fitted(List.of(AS_OF.minusMonths(1), AS_OF)), 6, 8)))
                .build();
        assertThat(few).hasToString("Sales of north, 2026-01: USD 7.00 (no 80 % interval; fitted, 2 errors)");
        assertThat(few.reaching(7.5).value()).isEqualTo(0.5);
        assertThat(known).isEqualTo(known.named("north", "Sales of north")).isNotEqualTo(few);
        assertThat(known).hasSameHashCodeAs(known.named("north", "Sales of north"));
    }
}
