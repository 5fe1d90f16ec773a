package io.revops.forecast.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Worked cases, the causes of moves, and limits that bind. */
class TerritoryPlannerTest {
    private static List<TerritoryAccount> accounts(int... potentials) {
        List<TerritoryAccount> accounts = new ArrayList<>();
        for (int i = 0; i < potentials.length; i++) {
            accounts.add(TerritoryAccount.of("a" + (char) ('a' + i)).with("potential", potentials[i]));
        }
        return accounts;
    }

    private static List<TerritoryRep> reps(String... ids) {
        return List.of(ids).stream().map(TerritoryRep::of).toList();
    }

    private static List<BigDecimal> loads(Territories territories) {
        return territories.loads().stream().map(TerritoryLoad::load).sorted().toList();
    }

    @Test
    void largestFirstLeavesASpreadOfThreeAndTheSearchNone() {
        TerritoryPlanner planner = TerritoryPlanner.of("potential");
        List<TerritoryAccount> accounts = accounts(9, 8, 7, 6, 5, 4, 3, 3);
        Territories greedy =
                planner.withSteps(0).draw(accounts, reps("Ana", "Ben", "Cem")).orElseThrow();
        assertThat(loads(greedy)).extracting(BigDecimal::intValueExact).containsExactly(13, 16, 16);
        assertThat(greedy.spread("potential")).isEqualByComparingTo("3");
        assertThat(greedy.uneven("potential", TerritoryLoad.TOLERANCE)).isEmpty();
        assertThat(greedy.uneven("potential", 0.1)) // 13 is 13.3 % below the fair 15, 16 are 6.7 % above it
                .singleElement()
                .hasToString("Cem: 13 of potential, 86.7 % of the fair share");
        assertThatThrownBy(() -> greedy.uneven("potential", -1)).hasMessageContaining("Maybe 0.15");
        Territories drawn = planner.draw(accounts, reps("Ana", "Ben", "Cem")).orElseThrow();
        assertThat(drawn.spread("potential")).isEqualByComparingTo("0");
        assertThat(drawn.fairness("potential").variation()).isZero();
        assertThat(drawn.fairness("potential").gini()).isZero();
        assertThat(drawn.fairness("potential").maxToMin()).hasValue(1);
        assertThat(drawn.cost()).isZero();
    }

    @Test
    void twelveAccountsComeToThreeTimesOneHundredAndTen() {
        Territories drawn = TerritoryPlanner.of("potential")
                .draw(accounts(50, 45, 40, 38, 30, 28, 25, 20, 18, 15, 12, 9), reps("Ana", "Ben", "Cem"))
                .orElseThrow();
        assertThat(loads(drawn)).extracting(BigDecimal::intValueExact).containsExactly(110, 110, 110);
    }

    @Test
    void halfARepGetsHalf() {
        Territories drawn = TerritoryPlanner.of("potential")
                .draw(
                        accounts(10, 10, 10, 10, 10, 10),
                        List.of(TerritoryRep.of("Ana"), TerritoryRep.of("Ben").withCapacity(0.5)))
                .orElseThrow();
        assertThat(drawn.accountsOf("Ben")).hasSize(2);
        assertThat(drawn.load("Ben", "potential").fair()).isCloseTo(20, within(1e-9));
    }

    @Test
    void fractionsOfACentAreAddedUpExactly() {
        Territories drawn = TerritoryPlanner.of("potential")
                .draw(
                        List.of(
                                TerritoryAccount.of("a").with("potential", new BigDecimal("0.105")),
                                TerritoryAccount.of("b").with("potential", new BigDecimal("0.2")),
                                TerritoryAccount.of("c").with("potential", new BigDecimal("0.305"))),
                        reps("Ana", "Ben"))
                .orElseThrow();
        assertThat(loads(drawn)).extracting(BigDecimal::toPlainString).containsExactly("0.305", "0.305");
    }

    @Test
    void dedicatedSegmentIsServedByThoseWhoServeNothingElse() {
        List<TerritoryAccount> accounts = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            accounts.add(
                    TerritoryAccount.of("a" + i).with("potential", 5 + i).withSegment(i < 4 ? "Enterprise" : "SMB"));
        }
        Territories drawn = TerritoryPlanner.of("potential")
                .with(SegmentRule.dedicated("Enterprise").withAtMost(4))
                .with(SegmentRule.dense("SMB").withAtLeast(3))
                .draw(
                        accounts,
                        List.of(
                                TerritoryRep.of("Ana").withSegments("Enterprise"),
                                TerritoryRep.of("Ben").withSegments("SMB"),
                                TerritoryRep.of("Cem").withSegments("SMB", "Enterprise")))
                .orElseThrow();
        assertThat(drawn.accountsOf("Ana")).containsExactly("a0", "a1", "a2", "a3");
        assertThat(drawn.accountsOf("Ben")).hasSize(4); // 9+16, 10+15 ...: 8 accounts of 9 to 16, 50 each
        assertThat(drawn.load("Ben", "potential").load()).isEqualByComparingTo("50");
    }

    @Test
    void partnersKeepTheirOwn() {
        Territories drawn = TerritoryPlanner.of(TerritoryPlanner.ACCOUNTS)
                .draw(
                        List.of(
                                TerritoryAccount.of("a").with(SalesChannel.PARTNER),
                                TerritoryAccount.of("b").with(SalesChannel.DIRECT)),
                        List.of(
                                TerritoryRep.of("Ana").with(SalesChannel.DIRECT),
                                TerritoryRep.of("Ben").with(SalesChannel.PARTNER)))
                .orElseThrow();
        assertThat(drawn.assignment()).isEqualTo(Map.of("a", "Ben", "b", "Ana"));
    }

    @Test
    void everyMoveSaysWhy() {
        List<TerritoryAccount> accounts = new ArrayList<>(accounts(10, 10, 10, 10, 10, 10));
        accounts.add(TerritoryAccount.of("new").with("potential", 1));
        Territories drawn = TerritoryPlanner.of("potential")
                .withPin("aa", "Ben")
                .withForbidden("ab", "Ana")
                .draw(
                        accounts,
                        reps("Ana", "Ben", "Cem"),
                        Map.of("aa", "Ana", "ab", "Ana", "ac", "Ana", "ad", "Ana", "ae", "Ana", "af", "Dee"))
                .orElseThrow();
        Map<String, MoveCause> causes = new java.util.TreeMap<>();
        drawn.moves().forEach(m -> causes.put(m.account(), m.cause()));
        assertThat(causes)
                .containsEntry("aa", MoveCause.PINNED)
                .containsEntry("ab", MoveCause.NOT_SERVED)
                .containsEntry("af", MoveCause.REP_LEFT)
                .containsEntry("new", MoveCause.NEW)
                .containsValue(MoveCause.BALANCE)
                .hasSize(5);
        assertThat(drawn.explain("aa")).isEqualTo("aa: Ana → Ben: it is pinned to Ben");
        TerritoryMove even = drawn.moves().stream()
                .filter(m -> m.cause() == MoveCause.BALANCE)
                .findFirst()
                .orElseThrow();
        assertThat(even.text()).contains("left with Ana, all others as drawn, Ana would have ");
        assertThat(even.saving()).isPositive();
        assertThat(drawn.movedShare()).isCloseTo(3 / 5.0, within(1e-12));
    }

    @Test
    void shorterWayIsAReason() {
        List<TerritoryAccount> accounts = List.of(
                TerritoryAccount.of("north").withRegion("N"),
                TerritoryAccount.of("south").withRegion("S"));
        Territories drawn = TerritoryPlanner.of(TerritoryPlanner.ACCOUNTS)
                .with(Travel.BY_REGION)
                .draw(
                        accounts,
                        List.of(
                                TerritoryRep.of("Ana").withRegions("N"),
                                TerritoryRep.of("Ben").withRegions("S")),
                        Map.of("north", "Ben", "south", "Ana"))
                .orElseThrow();
        assertThat(drawn.assignment()).isEqualTo(Map.of("north", "Ana", "south", "Ben"));
        assertThat(drawn.travel().total()).isZero();
        assertThat(drawn.travelBefore().total()).isEqualTo(2);
        assertThat(drawn.explain("north")).contains("it lies in the region of Ana and not of Ben");
    }

    @Test
    void mostThatMayMoveIsKept() {
        RandomTerritories some = RandomTerritories.of(3, 60, 4);
        for (double share : new double[] {0.0, 0.1, 0.5}) {
            Territories drawn = TerritoryPlanner.of("potential")
                    .withMostMoved(share)
                    .draw(some.accounts(), some.reps(), some.today())
                    .orElseThrow();
            assertThat(drawn.movedShare()).isLessThanOrEqualTo(share);
        }
    }

    @Test
    void limitsThatCannotBeKeptAreNamedWithTheSmallestChange() {
        TerritoryDrawing drawing = TerritoryPlanner.of("potential")
                .draw(
                        accounts(1, 2, 3, 4, 5, 6, 7),
                        List.of(
                                TerritoryRep.of("Ana").withAtMost(2),
                                TerritoryRep.of("Ben").withAtMost(3)));
        assertThat(drawing.territories()).isEmpty();
        TerritoriesBlocked blocked = (TerritoriesBlocked) drawing;
        assertThat(blocked.conflicts().get(0).limits()).containsExactly(TerritoryLimit.AT_MOST);
        assertThat(blocked.conflicts().get(0).subjects()).containsExactly("Ana", "Ben");
        assertThat(blocked.smallestChange().stream()
                        .mapToInt(c -> c.to() - c.from())
                        .sum())
                .isEqualTo(2);
        assertThat(blocked.toString())
                .startsWith("no territories: 7 accounts can only go to Ana, Ben")
                .contains("Maybe raise the most");
    }

    @Test
    void tooManyAskedForIsNamed() {
        TerritoriesBlocked blocked = (TerritoriesBlocked) TerritoryPlanner.of("potential")
                .draw(
                        accounts(1, 2, 3),
                        List.of(
                                TerritoryRep.of("Ana").withAtLeast(2),
                                TerritoryRep.of("Ben").withAtLeast(3)));
        assertThat(blocked.conflicts().get(0).limits()).containsExactly(TerritoryLimit.AT_LEAST);
        assertThat(blocked.smallestChange().stream()
                        .mapToInt(c -> c.from() - c.to())
                        .sum())
                .isEqualTo(2);
        assertThat(blocked.toString()).contains("Ana, Ben are to have 2 more than 3 accounts");
    }

    @Test
    void forcedMovesAboveTheMostAreNamed() {
        TerritoriesBlocked blocked = (TerritoriesBlocked) TerritoryPlanner.of("potential")
                .withMostMoved(0.25)
                .withForbidden("aa", "Ana")
                .withForbidden("ab", "Ana")
                .draw(
                        accounts(1, 2, 3, 4),
                        reps("Ana", "Ben"),
                        Map.of("aa", "Ana", "ab", "Ana", "ac", "Ana", "ad", "Ana"));
        assertThat(blocked.conflicts().get(0).limits()).contains(TerritoryLimit.MOST_MOVED, TerritoryLimit.SERVES);
        assertThat(blocked.toString())
                .contains("At least 2 of 4 accounts have to move")
                .contains("Maybe let 2 move, a share of 0.5.");
    }

    @Test
    void accountThatNobodyMayHaveIsNamed() {
        TerritoriesBlocked blocked = (TerritoriesBlocked) TerritoryPlanner.of("potential")
                .draw(
                        List.of(TerritoryAccount.of("a").with("potential", 1).withSegment("Enterprise")),
                        List.of(TerritoryRep.of("Ana").withSegments("SMB")));
        assertThat(blocked.toString())
                .contains("Nobody may have the account (a): (Ana) serves [SMB] and not (Enterprise)")
                .contains("Maybe let one of the reps have (a)");
    }

    @Test
    void oneHugeAccountIsNoted() {
        Territories drawn = TerritoryPlanner.of("potential")
                .draw(accounts(100, 1, 1, 1), reps("Ana", "Ben"))
                .orElseThrow();
        assertThat(drawn.notes()).singleElement().satisfies(n -> {
            assertThat(n.code()).isEqualTo(TerritoryFaultCode.HUGE_ACCOUNT);
            assertThat(n.text())
                    .contains("The account (aa) alone is 1.9 times the fair potential")
                    .contains("Maybe split");
        });
    }

    @Test
    void progressGoesUpToTheEnd() {
        List<Long> told = new ArrayList<>();
        TerritoryPlanner.of("potential")
                .withSteps(20_000)
                .with((done, of) -> {
                    assertThat(of).isEqualTo(20_000);
                    told.add(done);
                })
                .draw(accounts(9, 8, 7, 6, 5, 4, 3, 2), reps("Ana", "Ben", "Cem"));
        assertThat(told).isSorted().hasSizeBetween(1, 101);
        assertThat(told.get(told.size() - 1)).isEqualTo(20_000);
    }
}
