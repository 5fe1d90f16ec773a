package io.revops.benchmarks;

import io.revops.forecast.Chance;
import io.revops.forecast.Chances;
import io.revops.forecast.Drawn;
import io.revops.forecast.Draws;
import io.revops.forecast.Normals;
import io.revops.forecast.Odds;
import io.revops.forecast.Simulation;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** 2,000 open deals in 100,000 worlds, on one thread, and their exact odds on a grid of thousands. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 9)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx1g", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1"})
public class SimulationBenchmark {
    private static final int DEALS = 2000;
    private static final int WORLDS = 100_000;

    private final Simulation simulation = Simulation.of(42, WORLDS);
    private final Map<String, Drawn> things = new TreeMap<>();
    private Chances deals = Chances.of(Map.of());
    private Chances thousands = deals;
    private Draws shock = Draws.exact(1);

    @Setup
    public void open() {
        SplittableRandom random = new SplittableRandom(1);
        Map<String, Chance> chances = new TreeMap<>();
        for (int i = 0; i < DEALS; i++) {
            Chance deal = Chance.of(random.nextDouble(), StrictMath.rint(random.nextDouble() * 10_000_000) / 100);
            chances.put("deal-" + i, deal);
            things.put(
                    "deal-" + i,
                    (world, stream) -> Normals.uniform(stream) < deal.probability() ? deal.amount() : 0);
        }
        deals = Chances.of(chances);
        thousands = deals.toNearest(1000);
        shock = simulation.draw("shock", (world, stream) -> 0.7 + 0.6 * Normals.uniform(stream));
        check(total());
        check(oneByOne());
    }

    /** Nothing is measured that is wrong: a mean strays by less than five standard errors. */
    private void check(Draws total) {
        double off = Math.abs(total.mean() - deals.mean());
        if (off > 5 * deals.deviation() / StrictMath.sqrt(WORLDS)) {
            throw new IllegalStateException("The mean is " + total.mean() + " and not " + deals.mean());
        }
    }

    /** Independent deals. */
    @Benchmark
    public Draws total() {
        return simulation.total(deals);
    }

    /** Deals that share a shock. */
    @Benchmark
    public Draws shaken() {
        return simulation.total(deals, shock);
    }

    /** The same deals as things that are drawn one by one. */
    @Benchmark
    public Draws oneByOne() {
        return simulation.total(things);
    }

    /** By convolution, to the nearest thousand. */
    @Benchmark
    public Odds odds() {
        return Odds.of(thousands).orElseThrow();
    }
}
