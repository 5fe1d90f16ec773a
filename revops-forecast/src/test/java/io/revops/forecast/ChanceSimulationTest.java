package io.revops.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Totals of chances that are drawn, held against what is known of them exactly. */
class ChanceSimulationTest {
    private static final int WORLDS = 100_000;

    @AfterEach
    void clearTheInterrupt() {
        Thread.interrupted();
    }

    private static Chances deals(int count) {
        Map<String, Chance> deals = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            deals.put("deal-" + i, Chance.of((i % 97 + 1) / 100.0, 1000 + i * 37 % 9000));
        }
        return Chances.of(deals);
    }

    /** 4σ / √N = 1.186 for the twelve deals of the worked case. */
    @Test
    void twelveDealsComeToTheirExactMeanWithinFourStandardErrors() {
        Chances twelve = OddsTest.twelveDeals();
        for (long seed = 1; seed <= 5; seed++) {
            Draws total = Simulation.of(seed, WORLDS).total(twelve);
            assertThat(total.mean()).isCloseTo(277.75, within(1.186));
            assertThat(total.quantile(.1).orElseThrow()).isEqualTo(160);
            assertThat(total.quantile(.5).orElseThrow()).isEqualTo(270);
            assertThat(total.quantile(.9).orElseThrow()).isEqualTo(405);
            double p = 0.4050719863250001;
            assertThat((double) total.reaching(300).hits() / WORLDS)
                    .isCloseTo(p, within(4 * StrictMath.sqrt(p * (1 - p) / WORLDS)));
        }
    }

    /** Half of the worlds at 0.8 and half at 1.2: worked case 13, whose exact mean is 275.05 and deviation 106.58. */
    @Test
    void aSharedShockWidensTheTotal() {
        Simulation simulation = Simulation.of(8, WORLDS);
        Draws shock = simulation.draw("regime", (world, stream) -> Normals.uniform(stream) < 0.5 ? 0.8 : 1.2);
        Draws total = simulation.total(OddsTest.twelveDeals(), shock);
        assertThat(total.mean()).isCloseTo(275.05, within(4 * 106.577 / StrictMath.sqrt(WORLDS)));
        assertThat(total.quantile(.1).orElseThrow()).isEqualTo(135);
        assertThat(total.quantile(.5).orElseThrow()).isEqualTo(270);
        assertThat(total.quantile(.9).orElseThrow()).isEqualTo(425);
        assertThat(total.support()).isEqualTo(new Support.Simulated(8, WORLDS, OptionalInt.empty()));
    }

    /** The mean strays by σ / √N, the variance by about σ² · √(2 / N). */
    @Test
    void twoThousandDealsHaveTheirExactMoments() {
        int worlds = 20_000;
        Chances deals = deals(2000);
        Draws total = Simulation.of(3, worlds).total(deals);
        assertThat(total.mean()).isCloseTo(deals.mean(), within(4 * deals.deviation() / StrictMath.sqrt(worlds)));
        double variance =
                total.map(x -> (x - deals.mean()) * (x - deals.mean())).mean();
        assertThat(variance).isCloseTo(deals.variance(), within(4 * deals.variance() * StrictMath.sqrt(2.0 / worlds)));
    }

    /** Neighbouring deals, and the two halves of one lot, must not move together. */
    @Test
    void worldsAndDealsAreIndependent() {
        int worlds = 200_000;
        Simulation simulation = Simulation.of(12, worlds);
        double[] one = simulation.total(single("deal-1")).toArray();
        double[] two = simulation.total(single("deal-2")).toArray();
        double across = 0;
        double along = 0;
        double skipping = 0;
        for (int world = 0; world + 2 < worlds; world++) {
            across += (one[world] - 0.5) * (two[world] - 0.5);
            along += (one[world] - 0.5) * (one[world + 1] - 0.5);
            skipping += (one[world] - 0.5) * (one[world + 2] - 0.5);
        }
        double bound = 4 * 0.25 * StrictMath.sqrt(worlds);
        assertThat(across).isCloseTo(0, within(bound));
        assertThat(along).isCloseTo(0, within(bound));
        assertThat(skipping).isCloseTo(0, within(bound));
    }

    private static Chances single(String id) {
        return Chances.of(Map.of(id, Chance.of(0.5, 1)));
    }

    /** The same worlds: the number won of a total is its number won, and a deal alone is what it is among others. */
    @Test
    void aDealDrawsTheSameWhoeverIsDrawnWithIt() {
        Simulation simulation = Simulation.of(5, 4097);
        Map<String, Chance> both = Map.of("a", Chance.of(0.3, 100), "b", Chance.of(0.6, 7));
        Draws a = simulation.total(Chances.of(Map.of("a", Chance.of(0.3, 100))));
        Draws b = simulation.total(Chances.of(Map.of("b", Chance.of(0.6, 7))));
        assertThat(simulation.total(Chances.of(both))).isEqualTo(a.plus(b));
        Draws count = simulation.total(Chances.of(both).counted());
        for (int world = 0; world < simulation.draws(); world++) {
            double total = a.at(world) + b.at(world);
            assertThat(count.at(world)).isEqualTo(total == 0 ? 0 : total == 107 ? 2 : 1);
        }
    }

    /** By the published definitions: the first number of the stream, then SplitMix64 from it. */
    @Test
    void lotsAreThoseOfTheDocumentation() {
        Simulation simulation = Simulation.of(42, 5);
        long key = Simulation.streamFor(42, "deal-1").nextLong();
        double[] drawn = simulation
                .total(Chances.of(Map.of("deal-1", Chance.of(0.4, 3))))
                .toArray();
        SplittableRandom reference = new SplittableRandom(key);
        for (int world = 0; world < 5; world += 2) {
            long bits = reference.nextLong();
            assertThat(drawn[world]).isEqualTo((bits >>> 32) < 0.4 * 0x1p32 ? 3 : 0);
            if (world + 1 < 5) {
                assertThat(drawn[world + 1]).isEqualTo((bits & 0xFFFFFFFFL) < 0.4 * 0x1p32 ? 3 : 0);
            }
        }
    }

    @Test
    void whatIsSureIsSureAndWhatIsImpossibleNeverHappens() {
        Chances chances =
                Chances.of(Map.of("sure", Chance.of(1, 5), "never", Chance.of(0, 1000), "taken", Chance.of(1, -2)));
        assertThat(Simulation.of(1, 5000).total(chances).toArray()).containsOnly(3);
        assertThat(Simulation.of(1, 5000).total(chances, Draws.exact(7)).toArray())
                .containsOnly(3);
        assertThat(Simulation.of(1, 5000).total(chances, Draws.exact(0)).toArray())
                .containsOnly(0);
    }

    @Test
    void manyThreadsGiveTheSameBytes() {
        Simulation simulation = Simulation.of(9, 10_001);
        Draws shock = simulation.draw("shock", (world, stream) -> 0.8 + 0.4 * Normals.uniform(stream));
        Draws one = simulation.total(deals(500), shock);
        for (int threads : new int[] {2, 3, 8}) {
            List<Long> heard = new ArrayList<>();
            Simulation many =
                    simulation.with(Threads.of(threads)).with((ProgressListener) (done, of) -> heard.add(done));
            assertThat(many.total(deals(500), shock)).isEqualTo(one);
            assertThat(heard).containsExactly(1L, 2L, 3L, 4L, 5L);
        }
    }

    @Test
    void interruptedTotalStopsAndKeepsTheInterrupt() {
        for (int threads : new int[] {1, 3}) {
            Simulation stopping = Simulation.of(1, 10_000)
                    .with(Threads.of(threads))
                    .with((ProgressListener)
                            (done, of) -> Thread.currentThread().interrupt());
            assertThatThrownBy(() -> stopping.total(deals(10))).isInstanceOf(CancellationException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void theErrorsBehindAShockAreThoseBehindItsTotal() {
        Simulation simulation = Simulation.of(2, 1000);
        Draws errors =
                Draws.of(new Support.Fitted(List.of(LocalDate.of(2025, 1, 31), LocalDate.of(2025, 2, 28))), 0.9, 1.1);
        Draws shock = errors.through(simulation, "shock");
        assertThat(simulation.total(deals(3), shock).support())
                .isEqualTo(new Support.Simulated(2, 1000, OptionalInt.of(2)));
        assertThatThrownBy(() -> simulation.total(deals(3), errors)).hasMessageContaining("Maybe draw it");
        assertThatThrownBy(() -> Simulation.of(3, 1000).total(deals(3), shock)).hasMessageContaining("Maybe draw it");
        assertThatThrownBy(() -> Simulation.of(2, 999).total(deals(3), shock)).hasMessageContaining("Maybe draw it");
        assertThatThrownBy(() -> simulation.total(deals(3), Draws.exact(-1))).hasMessageContaining("0 or more");
    }
}
