package io.revops.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.AccountId;
import io.revops.book.ItemId;
import io.revops.book.SubscriptionId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every answer of a unit's history is counted again, instant by instant, from the states that it was made of. */
class UnitHistoryTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final AccountId ACME = new AccountId("acme");
    private static final int ITEMS = 3;
    private static final int LATEST = 24;

    /** Three items, of which the second may belong to another unit, and what was said of them at the instants 0 to 24. */
    private record Facts(List<SubscriptionStates.State> states, int[] unitOf, boolean freeActive) {
        static Facts drawn(int seed) {
            Random random = new Random(seed);
            List<SubscriptionStates.State> states = new ArrayList<>();
            for (int item = 0; item < ITEMS; item++) {
                states.add(state(random.nextInt(3), item, random));
            }
            for (int at = 3; at < LATEST; at++) {
                if (random.nextInt(3) == 0) {
                    states.add(state(at, random.nextInt(ITEMS), random));
                }
            }
            return new Facts(states, new int[] {0, random.nextInt(2), 0}, random.nextBoolean());
        }

        private static SubscriptionStates.State state(int at, int item, Random random) {
            long[] worth = {0, 0, 1, 7, 7, -7, 12_000_000};
            long micros = worth[random.nextInt(worth.length)];
            byte[] standing = {Standing.GONE, Standing.OUT, Standing.RUNS, Standing.HELD};
            return new SubscriptionStates.State(
                    instant(at),
                    item(item),
                    USD,
                    micros,
                    micros == 0 ? standing[random.nextInt(standing.length)] : Standing.RUNS,
                    List.of());
        }

        LedgerBlock block() {
            return LedgerBlock.of(List.of(new LedgerBlock.States(ACME, states)));
        }

        UnitHistory history() {
            return UnitHistory.of(block(), 0, unitOf, 0, freeActive);
        }

        UnitHistory totals() {
            return UnitHistory.ofTotals(block(), 0, unitOf, 0, freeActive);
        }

        /** The instants at which something is said of the unit. */
        int[] instants() {
            return IntStream.rangeClosed(0, LATEST)
                    .filter(at -> states.stream().anyMatch(s -> s.at().equals(instant(at)) && unitOf[place(s)] == 0))
                    .toArray();
        }

        /** The last state of an item at an instant. */
        SubscriptionStates.State last(int item, int at) {
            return states.stream()
                    .filter(s -> place(s) == item && !s.at().isAfter(instant(at)))
                    .reduce((a, b) -> b)
                    .orElse(new SubscriptionStates.State(Instant.EPOCH, item(item), USD, 0, List.of()));
        }

        long worth(int item, int at) {
            return unitOf[item] == 0 ? last(item, at).micros() : 0;
        }

        long total(int at) {
            return IntStream.range(0, ITEMS).mapToLong(i -> worth(i, at)).sum();
        }

        boolean active(int at) {
            if (at < 0) {
                return false;
            }
            boolean kept = IntStream.range(0, ITEMS)
                    .filter(i -> unitOf[i] == 0)
                    .map(i -> last(i, at).standing())
                    .anyMatch(s -> s == Standing.HELD || (freeActive && s == Standing.RUNS));
            return total(at) > 0 || (kept && active(at - 1));
        }

        boolean alive(int item, int at) {
            return at >= 0
                    && unitOf[item] == 0
                    && (worth(item, at) > 0
                            || (alive(item, at - 1)
                                    && (last(item, at).standing() == Standing.HELD
                                            || (freeActive && last(item, at).standing() == Standing.RUNS))));
        }

        private static int place(SubscriptionStates.State state) {
            return Integer.parseInt(state.item().item());
        }
    }

    private static Instant instant(int at) {
        return Instant.EPOCH.plus(at, ChronoUnit.MICROS);
    }

    private static ItemId item(int place) {
        return new ItemId(new SubscriptionId("s"), String.valueOf(place), null);
    }

    static List<Facts> drawn() {
        return IntStream.range(0, 60).mapToObj(Facts::drawn).toList();
    }

    @ParameterizedTest(name = "drawn {index}")
    @MethodSource("drawn")
    void whatHoldsAtAnInstant(Facts facts) {
        UnitHistory history = facts.history();
        UnitHistory totals = facts.totals();
        int[] instants = facts.instants();
        assertThat(history.size()).isEqualTo(totals.size()).isEqualTo(instants.length);
        UnitHistory.Look look = new UnitHistory.Look(ITEMS);
        UnitHistory.Look sum = new UnitHistory.Look(1);
        for (int at = LATEST; at >= 0; at--) {
            int k = history.before(at + 1);
            assertThat(k == UnitHistory.NOTHING ? -1 : history.at(k)).isEqualTo(latest(instants, at));
            assertThat(totals.before(at + 1)).isEqualTo(k);
            assertThat(history.from(at)).isEqualTo(history.before(at) + 1);
            assertThat(history.total(k)).isEqualTo(totals.total(k)).isEqualTo(facts.total(at));
            assertThat(history.active(k)).isEqualTo(totals.active(k)).isEqualTo(facts.active(at));
            history.look(k, look);
            totals.look(k, sum);
            assertThat(look.active).isEqualTo(sum.active).isEqualTo(facts.active(at));
            assertThat(sum.natives).containsExactly(facts.total(at));
            boolean nothing = true;
            for (int i = 0; i < ITEMS; i++) {
                assertThat(look.natives[i]).isEqualTo(facts.worth(i, at));
                assertThat(look.standing[i])
                        .isEqualTo(facts.unitOf()[i] == 0 ? facts.last(i, at).standing() : Standing.GONE);
                assertThat(look.alive[i]).isEqualTo(facts.alive(i, at));
                nothing &= facts.worth(i, at) == 0;
            }
            assertThat(history.isNothing(k)).isEqualTo(nothing && !facts.active(at));
            assertThat(totals.isNothing(k)).isEqualTo(facts.total(at) == 0 && !facts.active(at));
        }
    }

    @ParameterizedTest(name = "drawn {index}")
    @MethodSource("drawn")
    void whenItWasActive(Facts facts) {
        UnitHistory history = facts.history();
        int[] instants = facts.instants();
        for (int at = 0; at <= LATEST + 1; at++) {
            int now = at;
            assertThat(history.nextChange(at))
                    .isEqualTo(IntStream.of(instants)
                            .filter(i -> i >= now)
                            .mapToLong(i -> i)
                            .findFirst()
                            .orElse(Long.MAX_VALUE));
            assertThat(history.activeAgain(at))
                    .isEqualTo(IntStream.of(instants)
                            .filter(i -> i >= now && facts.active(i))
                            .mapToLong(i -> i)
                            .findFirst()
                            .orElse(Long.MAX_VALUE));
            if (!facts.active(at - 1)) {
                long since = Long.MIN_VALUE;
                for (int then = at - 1; then > 0 && !facts.active(then); then--) {
                    since = facts.active(then - 1) ? then : since;
                }
                assertThat(history.inactiveSince(at)).isEqualTo(since);
            }
        }
    }

    @ParameterizedTest(name = "drawn {index}")
    @MethodSource("drawn")
    void meanOfAStretchCountsEveryInstantOfIt(Facts facts) {
        UnitHistory history = facts.history();
        UnitHistory.Look look = new UnitHistory.Look(ITEMS);
        for (int from = 0; from < LATEST; from += 5) {
            for (int to = from + 1; to <= LATEST + 3; to += 2) {
                history.mean(from, to, look);
                for (int i = 0; i < ITEMS; i++) {
                    int item = i;
                    long sum = IntStream.range(from, to)
                            .mapToLong(at -> facts.worth(item, at))
                            .sum();
                    assertThat(look.natives[i])
                            .isEqualTo(BigDecimal.valueOf(sum)
                                    .divide(BigDecimal.valueOf(to - from), 0, RoundingMode.HALF_EVEN)
                                    .longValueExact());
                    assertThat(look.standing[i])
                            .isEqualTo(
                                    facts.unitOf()[i] == 0
                                            ? facts.last(i, to - 1).standing()
                                            : Standing.GONE);
                }
                assertThat(look.active).isEqualTo(IntStream.range(from, to).anyMatch(facts::active));
            }
        }
    }

    @Test
    void whatWasSeenBeforeIsForgottenWhereThereIsNothing() {
        UnitHistory history = Facts.drawn(1).history();
        UnitHistory.Look look = new UnitHistory.Look(ITEMS);
        look.natives[1] = 5;
        look.standing[2] = Standing.HELD;
        look.alive[0] = true;
        look.active = true;
        history.look(UnitHistory.NOTHING, look);
        assertThat(look.natives).containsOnly(0);
        assertThat(look.standing).containsOnly(Standing.GONE);
        assertThat(look.alive).containsOnly(false);
        assertThat(look.active).isFalse();
        assertThat(history.isNothing(UnitHistory.NOTHING)).isTrue();
        assertThat(history.total(UnitHistory.NOTHING)).isZero();
    }

    private static long latest(int[] instants, int at) {
        return IntStream.of(instants).filter(i -> i <= at).max().orElse(-1);
    }
}
