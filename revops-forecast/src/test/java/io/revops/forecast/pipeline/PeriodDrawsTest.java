package io.revops.forecast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.revops.forecast.Simulation;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The moments of what is drawn, beside those that are computed of it. */
class PeriodDrawsTest {
    private static final int WORLDS = 200_000;
    private static final double[] NEW_WINS = {6, 2.5, 1};

    /** A segment of many small deals, one of two large ones, and one of which nothing was ever won. */
    private static NewWins values() {
        double[][] drawn = {{100, 120, 80, 150, 90, 60, 200, 110}, {5000, 9000}, {}};
        double[][] after = {{3, 5, 9, 2, 30, 12, 4, 7}, {6, 20}, {}};
        Creation.CreationRates rates = new Creation.CreationRates(new double[] {1, 1, 1}, new double[3], new double[4]);
        return NewWins.of(new Snapshot.Fresh(rates, new double[3], drawn, after), 100, 101, 131);
    }

    @Test
    void varianceOfDealsNotYetOpenIsThatOfWhatIsDrawn() {
        NewWins values = values();
        assertThat(values.isKnown(2)).isFalse();
        // Means are drawn towards each other, so that draws of the small are stretched and those of the large shrunk.
        assertThat(values.scale(0)).isGreaterThan(1.5);
        assertThat(values.scale(1)).isLessThan(0.8);
        Expected expected = new Expected(List.of(), new double[0], NEW_WINS, values);
        double[] drawn = PeriodDraws.fresh(expected, WORLDS, Simulation.streamFor(11, "new"));
        double mean = Arrays.stream(drawn).sum() / WORLDS;
        double square = Arrays.stream(drawn).map(x -> Math.pow(x - mean, 2)).sum() / WORLDS;
        double fourth = Arrays.stream(drawn).map(x -> Math.pow(x - mean, 4)).sum() / WORLDS;
        // The standard error of a variance of n is √((μ₄ − σ⁴) / n): four of these.
        assertThat(PeriodDraws.variance(expected))
                .isEqualTo(square, within(4 * Math.sqrt((fourth - square * square) / WORLDS)));
        assertThat(mean)
                .isEqualTo(
                        NEW_WINS[0] * values.value(0) + NEW_WINS[1] * values.value(1),
                        within(4 * Math.sqrt(square / WORLDS)));
    }
}
