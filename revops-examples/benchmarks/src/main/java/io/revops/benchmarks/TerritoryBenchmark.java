package io.revops.benchmarks;

import io.revops.forecast.territory.Place;
import io.revops.forecast.territory.Territories;
import io.revops.forecast.territory.TerritoryAccount;
import io.revops.forecast.territory.TerritoryPlanner;
import io.revops.forecast.territory.TerritoryRep;
import io.revops.forecast.territory.Travel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Territories over two measures and ways on one core, and beside them the start alone: the better of the largest first and what the
 * relaxation rounds to. What each costs above the bound is printed at the end.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx2g", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1"})
public class TerritoryBenchmark {
    /** Accounts x reps. */
    @Param({"1000x20", "10000x100"})
    public String size = "";

    private final TerritoryPlanner planner =
            TerritoryPlanner.of("potential", "workload").with(Travel.BY_PLACE);
    private final List<TerritoryAccount> accounts = new ArrayList<>();
    private final List<TerritoryRep> reps = new ArrayList<>();
    private String last = "";

    @Setup
    public void draw() {
        int by = size.indexOf('x');
        int n = Integer.parseInt(size.substring(0, by));
        int r = Integer.parseInt(size.substring(by + 1));
        Random random = new Random(1);
        for (int i = 0; i < n; i++) {
            accounts.add(TerritoryAccount.of(String.format(Locale.ROOT, "a%05d", i))
                    .with("potential", StrictMath.round(StrictMath.exp(9 + random.nextGaussian())))
                    .with("workload", 1 + random.nextInt(40))
                    .withPlace(place(random)));
        }
        for (int i = 0; i < r; i++) {
            reps.add(TerritoryRep.of("r" + i).withCapacity(i % 5 == 4 ? 0.5 : 1).withHome(place(random)));
        }
    }

    private static Place place(Random random) {
        return Place.of(47 + random.nextDouble() * 7, 6 + random.nextDouble() * 9);
    }

    @Benchmark
    public Territories search() {
        return told(planner.draw(accounts, reps).orElseThrow());
    }

    @Benchmark
    public Territories start() {
        return told(planner.withSteps(0).draw(accounts, reps).orElseThrow());
    }

    private Territories told(Territories territories) {
        last = String.format(
                Locale.ROOT,
                "%s: cost %.6f, bound %.6f, %.2f %% above it, %d steps",
                size,
                territories.cost(),
                territories.bound(),
                (territories.cost() / territories.bound() - 1) * 100,
                territories.steps());
        return territories;
    }

    @TearDown
    public void print() {
        System.out.println(last);
    }
}
