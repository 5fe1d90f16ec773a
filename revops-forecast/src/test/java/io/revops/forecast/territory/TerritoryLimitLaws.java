package io.revops.forecast.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Territories are refused exactly when no division keeps the limits: every division of 6 accounts among 3 reps is looked at. */
class TerritoryLimitLaws {
    private static final int N = 6;

    /** Accounts, reps and limits, drawn from a seed. */
    private record Limited(
            TerritoryPlanner planner,
            List<TerritoryAccount> accounts,
            List<TerritoryRep> reps,
            Map<String, String> today) {
        TerritoryDrawing drawn() {
            return planner.draw(accounts, reps, today);
        }
    }

    /** If it failed, a team would be told that there is no way where there is one, or be given one that breaks a promise. */
    @Property(tries = 300)
    void refusedExactlyWhenNoDivisionKeepsTheLimits(@ForAll @IntRange(min = 0, max = 1_000_000) int seed) {
        Limited some = limited(seed);
        judge(some.planner(), some.accounts(), some.reps(), some.today(), some.drawn());
    }

    /** Otherwise the law would have seen one side only. */
    @Example
    void bothSidesComeUpOften() {
        long refused = IntStream.range(0, 200)
                .filter(seed -> limited(seed).drawn().territories().isEmpty())
                .count();
        assertThat(refused).isBetween(40L, 160L);
    }

    private static Limited limited(int seed) {
        Random random = new Random(seed);
        List<TerritoryRep> reps = new ArrayList<>();
        for (int r = 0; r < 3; r++) {
            int least = random.nextInt(3);
            TerritoryRep rep = TerritoryRep.of("r" + r).withAtLeast(least).withAtMost(least + random.nextInt(3));
            reps.add(random.nextInt(3) == 0 ? rep.withSegments(random.nextBoolean() ? "A" : "B") : rep);
        }
        List<TerritoryAccount> accounts = new ArrayList<>();
        Map<String, String> today = new TreeMap<>();
        TerritoryPlanner planner = TerritoryPlanner.of("potential").withSteps(2_000);
        for (int i = 0; i < N; i++) {
            accounts.add(TerritoryAccount.of("a" + i)
                    .with("potential", 1 + random.nextInt(9))
                    .withSegment(i == 0 || random.nextBoolean() ? "A" : "B"));
            today.put("a" + i, "r" + random.nextInt(3));
            if (random.nextInt(4) == 0) {
                planner = planner.withForbidden("a" + i, "r" + random.nextInt(3));
            }
        }
        planner = planner.with(
                SegmentRule.dense("A").withAtLeast(random.nextInt(2)).withAtMost(2 + random.nextInt(3)));
        return new Limited(planner.withMostMoved(random.nextInt(7) / 6.0), accounts, reps, today);
    }

    private static void judge(
            TerritoryPlanner planner,
            List<TerritoryAccount> accounts,
            List<TerritoryRep> reps,
            Map<String, String> today,
            TerritoryDrawing drawing) {
        TerritoryModel model = TerritoryModelBuilder.of(planner, accounts, reps, today);
        boolean possible = false;
        int[] at = new int[N];
        for (int code = 0; code < 729 && !possible; code++) {
            boolean may = true;
            for (int i = 0, rest = code; i < N; i++, rest /= 3) {
                at[i] = rest % 3;
                may &= model.may(i, at[i]);
            }
            possible = may && new Division(model, at).keepsLimits();
        }
        assertThat(drawing.territories().isPresent()).isEqualTo(possible);
        if (drawing instanceof TerritoriesBlocked blocked) {
            assertThat(blocked.conflicts()).isNotEmpty();
            assertThat(blocked.smallestChange()).isNotEmpty();
            assertThat(blocked.toString())
                    .startsWith("no territories: ")
                    .contains(" Maybe ")
                    .endsWith(".");
        } else {
            Territories drawn = drawing.orElseThrow();
            int[] found = new int[N];
            for (int i = 0; i < N; i++) {
                String rep = drawn.repOf(accounts.get(i).id());
                for (int r = 0; r < 3; r++) {
                    found[i] = model.reps.get(r).id().equals(rep) ? r : found[i];
                }
                assertThat(model.may(i, found[i])).isTrue();
            }
            assertThat(new Division(model, found).keepsLimits()).isTrue();
        }
    }
}
