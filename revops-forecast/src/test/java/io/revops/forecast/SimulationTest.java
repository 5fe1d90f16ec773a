package io.revops.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final int DEALS = 300;

    @AfterEach
    void clearTheInterrupt() {
        Thread.interrupted();
    }

    /** Deals of different size and probability. */
    private static Map<String, Drawn> deals(boolean backwards) {
        Map<String, Drawn> deals = new LinkedHashMap<>();
        for (int i = 0; i < DEALS; i++) {
            int n = backwards ? DEALS - 1 - i : i;
            double p = 0.1 + 0.8 * n / DEALS;
            double amount = 100.1 + 7.3 * n;
            deals.put("deal-" + n, (world, stream) -> Normals.uniform(stream) < p ? amount : 0);
        }
        return deals;
    }

    @Test
    void totalIsTheSameForAnyOrderAndAnyNumberOfThreads() {
        Simulation simulation = Simulation.of(42, 500);
        Draws one = simulation.total(deals(false));
        assertThat(simulation.total(deals(true))).isEqualTo(one);
        for (int threads : new int[] {2, 3, 8}) {
            assertThat(simulation.with(Threads.of(threads)).total(deals(true))).isEqualTo(one);
        }
        assertThat(Simulation.of(43, 500).total(deals(false))).isNotEqualTo(one);
    }

    /** The expected sum is Σ p · amount; a mean of n draws strays by its standard error. */
    @Test
    void meanOfManyWorldsIsTheExpectedSum() {
        int worlds = 4000;
        Draws total = Simulation.of(7, worlds).total(deals(false));
        double mean = 0;
        double variance = 0;
        for (int n = 0; n < DEALS; n++) {
            double p = 0.1 + 0.8 * n / DEALS;
            double amount = 100.1 + 7.3 * n;
            mean += p * amount;
            variance += p * (1 - p) * amount * amount;
        }
        assertThat(total.mean()).isCloseTo(mean, within(4 * Math.sqrt(variance / worlds)));
        assertThat(total.support()).hasToString("simulated, 4000 draws");
    }

    @Test
    void oneThingMoreLeavesTheStreamsOfTheOthersAlone() {
        Simulation simulation = Simulation.of(1, 20);
        Draws alone = simulation.draw("a", (world, stream) -> Normals.next(stream));
        Draws both = simulation.total(Map.of("a", (world, stream) -> Normals.next(stream), "b", (world, stream) -> 0));
        assertThat(both).isEqualTo(alone);
    }

    /** Golden: src/test/oracle/streams_oracle.py, from the published definitions. */
    @Test
    void streamsAreTheSameOnEveryMachine() {
        assertThat(Simulation.streamFor(42, "deal-1").nextLong()).isEqualTo(GOLDEN_1);
        assertThat(Simulation.streamFor(42, "deal-2").nextLong()).isEqualTo(GOLDEN_2);
        assertThat(Simulation.of(-1, 1).streamFor("\u0130stanbul").nextLong()).isEqualTo(GOLDEN_3);
    }

    private static final long GOLDEN_1 = -193144462813596220L;
    private static final long GOLDEN_2 = -3099686203020727035L;
    private static final long GOLDEN_3 = -2201065037179541667L;

    @Test
    void standardNormalsHaveMeanZeroAndDeviationOne() {
        Draws normal = Simulation.of(5, 20_000).draw("z", (world, stream) -> Normals.next(stream));
        assertThat(normal.mean()).isCloseTo(0, within(4 / Math.sqrt(20_000)));
        assertThat(normal.times(normal).mean()).isCloseTo(1, within(4 * Math.sqrt(2 / 20_000.0)));
    }

    @Test
    void listenerHearsHowFarItHasCome() {
        for (int threads : new int[] {1, 3}) {
            List<Long> heard = new ArrayList<>();
            Simulation.of(1, 10)
                    .with(Threads.of(threads))
                    .with((ProgressListener) (done, of) -> {
                        assertThat(of).isEqualTo(5);
                        heard.add(done);
                    })
                    .total(deals(false));
            assertThat(heard).containsExactly(1L, 2L, 3L, 4L, 5L);
        }
    }

    @Test
    void interruptedSimulationStopsAndKeepsTheInterrupt() {
        for (int threads : new int[] {1, 3}) {
            AtomicInteger blocks = new AtomicInteger();
            Simulation stopping = Simulation.of(1, 10).with(Threads.of(threads)).with((ProgressListener) (done, of) -> {
                blocks.incrementAndGet();
                Thread.currentThread().interrupt();
            });
            assertThatThrownBy(() -> stopping.total(deals(false)))
                    .isInstanceOf(CancellationException.class)
                    .hasMessageContaining("Maybe run it again");
            assertThat(blocks).hasValue(1);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void whatAThingThrowsReachesTheCaller() {
        Map<String, Drawn> broken = new LinkedHashMap<>(deals(false));
        broken.put("deal-77", (world, stream) -> {
            throw new IllegalStateException("deal-77 has no amount");
        });
        for (int threads : new int[] {1, 3}) {
            assertThatThrownBy(
                            () -> Simulation.of(1, 10).with(Threads.of(threads)).total(broken))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("deal-77 has no amount");
        }
    }

    @Test
    void nothingAddsUpToZeroInEveryWorld() {
        assertThat(Simulation.of(1, 3).total(Map.of()).toArray()).containsExactly(0, 0, 0);
    }

    @Test
    void whatIsWrongIsSaid() {
        assertThatThrownBy(() -> Simulation.of(1, 0)).hasMessageContaining("Maybe 10,000");
        assertThatThrownBy(() -> Threads.of(0)).hasMessageContaining("Maybe 1 or more");
        assertThat(Simulation.of(9, 10)).hasToString("10 worlds of seed 9");
    }
}
