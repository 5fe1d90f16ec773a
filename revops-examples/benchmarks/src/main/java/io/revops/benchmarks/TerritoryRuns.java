package io.revops.benchmarks;

import io.revops.forecast.territory.Place;
import io.revops.forecast.territory.Territories;
import io.revops.forecast.territory.TerritoryAccount;
import io.revops.forecast.territory.TerritoryNumbers;
import io.revops.forecast.territory.TerritoryPlanner;
import io.revops.forecast.territory.TerritoryRep;
import io.revops.forecast.territory.Travel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Territories over two measures and ways, and beside them what is done without a search: greedily, the largest account first to
 * whoever has least of the fair share, and the start of the search, the better of that and what the bound's parts round to. What
 * each costs, and how far that is above the bound, is printed at the end; the greedy one knows no bound.
 */
@State(Scope.Benchmark)
public abstract class TerritoryRuns {
    private final TerritoryPlanner planner =
            TerritoryPlanner.of("potential", "workload").with(Travel.BY_PLACE);
    private final List<TerritoryAccount> accounts = new ArrayList<>();
    private final List<TerritoryRep> reps = new ArrayList<>();
    private String last = "";

    /** Accounts x reps. */
    abstract String size();

    @Setup
    public void draw() {
        int by = size().indexOf('x');
        int n = Integer.parseInt(size().substring(0, by));
        int r = Integer.parseInt(size().substring(by + 1));
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

    @Benchmark
    public Territories greedy() {
        List<TerritoryAccount> order = new ArrayList<>(accounts);
        order.sort(Comparator.comparing((TerritoryAccount a) -> a.measures().get("potential"))
                .reversed()
                .thenComparing(TerritoryAccount::id));
        double[] load = new double[reps.size()];
        Map<String, String> assignment = new TreeMap<>();
        for (TerritoryAccount account : order) {
            int least = 0;
            for (int i = 1; i < load.length; i++) {
                least = load[i] / reps.get(i).capacity() < load[least] / reps.get(least).capacity() ? i : least;
            }
            load[least] += account.measures().get("potential").doubleValue();
            assignment.put(account.id(), reps.get(least).id());
        }
        return told(Territories.of(new TerritoryNumbers(planner, accounts, reps, Map.of(), assignment, 0, 0)));
    }

    private Territories told(Territories territories) {
        last = String.format(
                Locale.ROOT,
                "%s: cost %.6f%s",
                size(),
                territories.cost(),
                territories.bound() == 0
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                ", bound %.6f, %.2f %% above it, %d steps",
                                territories.bound(),
                                (territories.cost() / territories.bound() - 1) * 100,
                                territories.steps()));
        return territories;
    }

    @TearDown
    public void print() {
        System.out.println(last);
    }
}
