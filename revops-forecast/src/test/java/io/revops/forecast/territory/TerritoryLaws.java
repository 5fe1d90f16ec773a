package io.revops.forecast.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds of territories whatever the accounts. */
class TerritoryLaws {
    private static final TerritoryPlanner PLANNER =
            TerritoryPlanner.of("potential", "workload").with(Travel.BY_PLACE).withSteps(40_000);

    private static TerritoryDrawing limited(RandomTerritories some, List<TerritoryRep> limited) {
        return PLANNER.withPin("a00003", "rep1")
                .withForbidden("a00004", "rep0")
                .withMostMoved(0.3)
                .with(SegmentRule.dense("SMB").withAtMost(40 / limited.size() + 3))
                .draw(some.accounts(), limited, some.today());
    }

    private static List<TerritoryRep> limited(RandomTerritories some) {
        int reps = some.reps().size();
        return some.reps().stream()
                .map(r -> r.withAtLeast(2).withAtMost(44 / reps + 3))
                .toList();
    }

    /** Otherwise hard limits would hold because nothing is drawn. */
    @Example
    void mostOfThoseWithHardLimitsAreDrawn() {
        long drawn = IntStream.range(0, 40)
                .mapToObj(seed -> RandomTerritories.of(seed, 40, 2 + seed % 4))
                .filter(some -> limited(some, limited(some)).territories().isPresent())
                .count();
        assertThat(drawn).isGreaterThan(20);
    }

    /** If it failed, a rep would have an account that was promised to another. */
    @Property(tries = 25)
    void hardLimitsHold(
            @ForAll @IntRange(min = 0, max = 100_000) int seed, @ForAll @IntRange(min = 2, max = 5) int reps) {
        RandomTerritories some = RandomTerritories.of(seed, 40, reps);
        List<TerritoryRep> limited = limited(some);
        TerritoryDrawing drawing = limited(some, limited);
        if (drawing instanceof TerritoriesBlocked blocked) {
            assertThat(blocked.smallestChange()).isNotEmpty();
            return;
        }
        Territories drawn = drawing.orElseThrow();
        assertThat(drawn.assignment()).hasSize(40);
        assertThat(drawn.repOf("a00003")).isEqualTo("rep1");
        assertThat(drawn.repOf("a00004")).isNotEqualTo("rep0");
        assertThat(drawn.movedShare()).isLessThanOrEqualTo(0.3);
        for (TerritoryRep rep : limited) {
            assertThat(drawn.accountsOf(rep.id()).size()).isBetween(2, 44 / reps + 3);
            assertThat(some.accounts().stream()
                            .filter(a -> a.segment().orElse("").equals("SMB"))
                            .filter(a -> drawn.repOf(a.id()).equals(rep.id())))
                    .hasSizeLessThanOrEqualTo(40 / reps + 3);
        }
        assertThat(drawn.bound()).isLessThanOrEqualTo(drawn.cost());
    }

    /** If it failed, whoever sorts the sheet, or is called Aaron, would get another territory. */
    @Property(tries = 12)
    void namesOfRepsAndTheOrderOfRowsChangeNothing(@ForAll @IntRange(min = 0, max = 100_000) int seed) {
        RandomTerritories some = RandomTerritories.of(seed, 30, 4);
        Territories one =
                PLANNER.draw(some.accounts(), some.reps(), some.today()).orElseThrow();
        List<TerritoryAccount> shuffled = new ArrayList<>(some.accounts());
        Collections.shuffle(shuffled, new Random(seed));
        List<TerritoryRep> renamed = new ArrayList<>();
        for (TerritoryRep rep : some.reps()) {
            renamed.add(TerritoryRep.of(other(rep.id()))
                    .withCapacity(rep.capacity())
                    .withHome(rep.home().orElseThrow()));
        }
        Collections.reverse(renamed);
        Map<String, String> today = new TreeMap<>();
        some.today().forEach((account, rep) -> today.put(account, other(rep)));
        Territories two = PLANNER.draw(shuffled, renamed, today).orElseThrow();
        assertThat(two.cost()).isEqualTo(one.cost());
        one.assignment()
                .forEach((account, rep) -> assertThat(two.repOf(account)).isEqualTo(other(rep)));
        assertThat(two.spread("potential")).isEqualByComparingTo(one.spread("potential"));
    }

    private static String other(String rep) {
        return "z" + (9 - (rep.charAt(rep.length() - 1) - '0'));
    }

    /** If it failed, patience would be punished. */
    @Property(tries = 10)
    void moreStepsAreNeverWorse(@ForAll @IntRange(min = 0, max = 100_000) int seed) {
        RandomTerritories some = RandomTerritories.of(seed, 40, 4);
        double cost = Double.POSITIVE_INFINITY;
        for (long steps : new long[] {0, 300, 3_000, 9_000, 30_000, 90_000}) {
            double now = PLANNER.withSteps(steps)
                    .draw(some.accounts(), some.reps(), some.today())
                    .orElseThrow()
                    .cost();
            assertThat(now).isLessThanOrEqualTo(cost + 1e-9);
            cost = now;
        }
    }

    /** If it failed, nobody could say afterwards how a territory came about. */
    @Property(tries = 10)
    void sameSeedSameTerritories(@ForAll @IntRange(min = 0, max = 100_000) int seed) {
        RandomTerritories some = RandomTerritories.of(seed, 40, 4);
        Territories one = PLANNER.withSeed(seed)
                .draw(some.accounts(), some.reps(), some.today())
                .orElseThrow();
        Territories two = PLANNER.withSeed(seed)
                .draw(some.accounts(), some.reps(), some.today())
                .orElseThrow();
        assertThat(two.fingerprint()).isEqualTo(one.fingerprint());
        assertThat(two.toString()).isEqualTo(one.toString());
        assertThat(two.moves()).isEqualTo(one.moves());
        assertThat(one.fairness("potential").gini())
                .isCloseTo(two.fairness("potential").gini(), within(0.0));
    }
}
