package io.revops.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.metric.Proportion;
import io.revops.metric.Undefined;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawsTest {
    private static Support.Fitted days(int... months) {
        return new Support.Fitted(IntStream.of(months)
                .mapToObj(m -> LocalDate.of(2024, 1, 1).plusMonths(m))
                .toList());
    }

    private static Draws fitted(double... values) {
        return Draws.of(days(IntStream.range(0, values.length).toArray()), values);
    }

    private static Draws simulated(int draws, OptionalInt errors) {
        return Draws.of(
                new Support.Simulated(1, draws, errors),
                IntStream.rangeClosed(1, draws).mapToDouble(i -> i).toArray());
    }

    /** Position (n + 1) p: of 9 errors the first at 10 %, the ninth at 90 %; between two the outer one. */
    @ParameterizedTest
    @CsvSource({"0.1, 1", "0.15, 1", "0.2, 2", "0.25, 2", "0.5, 5", "0.75, 8", "0.8, 8", "0.85, 9", "0.9, 9"})
    void quantileOfErrorsIsTheOrderStatisticThatCoversItsShare(double p, double expected) {
        assertThat(fitted(9, 8, 7, 6, 5, 4, 3, 2, 1).quantile(p).orElseThrow()).isEqualTo(expected);
    }

    @Test
    void middleOfAnEvenNumberIsTheMeanOfTheMiddleTwo() {
        assertThat(fitted(4, 1, 3, 2).quantile(0.5).orElseThrow()).isEqualTo(2.5);
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 1",
        "0.25, 3",
        "0.75, 3",
        "0.2, 4",
        "0.8, 4",
        "0.1, 9",
        "0.9, 9",
        "0.05, 19",
        "0.95, 19",
        "0.99, 99"
    })
    void errorsCarryAQuantileOnlyIfTheyAreEnough(double p, int needed) {
        Draws one = fitted(new double[needed]);
        assertThat(one.quantile(p).value()).isPresent();
        assertThat(one.support().needed(p)).isEqualTo(needed);
        if (needed > 1) {
            assertThat(fitted(new double[needed - 1]).quantile(p))
                    .isInstanceOfSatisfying(
                            Undefined.class,
                            u -> assertThat(u.text())
                                    .contains("needs " + needed + " errors and there are " + (needed - 1))
                                    .contains("Maybe a longer history"));
        }
    }

    @Test
    void drawsCarryAQuantileWithTenBeyondIt() {
        assertThat(simulated(1000, OptionalInt.empty()).quantile(0.99).orElseThrow())
                .isEqualTo(990);
        assertThat(simulated(1000, OptionalInt.empty()).quantile(0.5).orElseThrow())
                .isEqualTo(500);
        assertThat(simulated(999, OptionalInt.empty()).quantile(0.99))
                .isInstanceOfSatisfying(
                        Undefined.class,
                        u -> assertThat(u.text())
                                .isEqualTo("The 99 % quantile needs 1000 draws and there are 999. Maybe draw more"
                                        + " often."));
    }

    @Test
    void drawingOftenFromFewErrorsMakesNoMoreOfThem() {
        assertThat(simulated(10_000, OptionalInt.of(9)).quantile(0.9).value()).isPresent();
        assertThat(simulated(10_000, OptionalInt.of(8)).quantile(0.9))
                .isInstanceOfSatisfying(
                        Undefined.class, u -> assertThat(u.text()).contains("from 8 errors"));
    }

    @Test
    void whatIsKnownIsKnownAtEveryQuantile() {
        Draws closed = Draws.exact(200);
        assertThat(closed.quantile(0.001).orElseThrow()).isEqualTo(200);
        assertThat(closed.plus(fitted(1, 2, 3))).isEqualTo(fitted(201, 202, 203));
        assertThat(fitted(1, 2, 3).plus(closed)).isEqualTo(fitted(201, 202, 203));
        assertThat(closed.plus(Draws.exact(1)).at(17)).isEqualTo(201);
    }

    @Test
    void errorsOfTheSameDayGoTogetherAndOthersAreLeftOut() {
        Draws a = Draws.of(days(0, 1, 2), 1, 2, 3);
        Draws b = Draws.of(days(1, 2, 3), 10, 20, 30);
        assertThat(a.plus(b)).isEqualTo(Draws.of(days(1, 2), 12, 23));
        assertThat(a.plus(b)).isEqualTo(b.plus(a)).hasSameHashCodeAs(b.plus(a));
    }

    @Test
    void outcomesThatShareNoWorldAreNotAdded() {
        Draws a = fitted(1, 2);
        for (Draws other : List.of(Draws.of(days(7, 8), 1, 2), simulated(100, OptionalInt.empty()))) {
            assertThatThrownBy(() -> a.plus(other))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Maybe draw both through one simulation");
        }
        Draws otherSeed = Draws.of(new Support.Simulated(2, 1, OptionalInt.empty()), 1);
        assertThatThrownBy(() -> simulated(1, OptionalInt.empty()).plus(otherSeed))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> otherSeed.through(Simulation.of(1, 1), "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("drawn already");
    }

    @Test
    void fewerErrorsBehindASumBindIt() {
        Draws sum = simulated(10, OptionalInt.of(12)).plus(simulated(10, OptionalInt.of(9)));
        assertThat(sum.support()).isEqualTo(new Support.Simulated(1, 10, OptionalInt.of(9)));
        assertThat(simulated(10, OptionalInt.empty()).plus(sum).support()).isEqualTo(sum.support());
        assertThat(sum.plus(simulated(10, OptionalInt.empty())).support()).isEqualTo(sum.support());
    }

    @Test
    void aTargetIsReachedInSomeWorldsAndMissedByAnAmountInOthers() {
        Draws draws = fitted(100, 200, 300, 400);
        assertThat(draws.reaching(300)).isEqualTo(new Proportion(2, 4));
        assertThat(draws.shortfall(300)).isEqualTo((200 + 100) / 4.0);
        assertThat(draws.mean()).isEqualTo(250);
        assertThat(draws.times(2).mean()).isEqualTo(500);
        assertThat(draws.times(fitted(1, 0, 0, 0)).mean()).isEqualTo(25);
        assertThat(draws).hasToString("mean 250.0 (fitted, 4 errors)");
        assertThat(fitted(1)).hasToString("mean 1.0 (fitted, 1 error)");
        assertThat(Draws.exact(1)).hasToString("mean 1.0 (known)");
    }

    @Test
    void whatIsWrongIsSaid() {
        assertThatThrownBy(() -> Draws.of(days(0, 1), 1)).hasMessageContaining("Maybe one for each case");
        assertThatThrownBy(() -> fitted()).hasMessageContaining("at least one");
        assertThatThrownBy(() -> fitted(Double.NaN)).hasMessageContaining("Maybe leave its case out");
        assertThatThrownBy(() -> fitted(1).quantile(1)).hasMessageContaining("Maybe a probability between 0 and 1");
        assertThatThrownBy(() -> days(1, 1)).hasMessageContaining("Maybe sort them, each once");
        assertThatThrownBy(() -> days(2, 1)).hasMessageContaining("Maybe sort them, each once");
    }
}
