package io.revops.ledger;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/**
 * What one unit (an account, a subscription or an item) was worth from which instant on, and when it was active.
 *
 * <p>It is active while something of it is worth more than 0; and it stays so, once it is, while something keeps it: a pause that
 * keeps its account active or, where free is active, whatever runs on.
 */
final class UnitHistory {
    /** Before the first state. */
    static final int NOTHING = -1;

    private static final long[][] NO_NATIVES = {};
    private static final byte[][] NO_STANDING = {};
    private static final boolean[][] NONE_ALIVE = {};

    /** What a unit is worth at a look: by item in its own currency, and whether it is active. */
    static final class Look {
        final long[] natives;
        final byte[] standing;
        /** Which items are worth more than 0 or, since they were, are kept. */
        final boolean[] alive;

        boolean active;

        Look(int items) {
            natives = new long[items];
            standing = new byte[items];
            alive = new boolean[items];
        }

        void clear() {
            Arrays.fill(natives, 0);
            Arrays.fill(standing, Standing.GONE);
            Arrays.fill(alive, false);
            active = false;
        }
    }

    private final boolean freeActive;
    private final int items;
    private final long[] at;
    private final long[] totals;
    /** By instant and item; empty if only totals are kept. */
    private final long[][] natives;

    private final byte[][] standing;
    private final boolean[][] alive;
    private final boolean[] active;

    /** Reads the rows of an account whose items belong to a unit. */
    static UnitHistory of(LedgerBlock block, int account, int[] unitOf, int unit, boolean freeActive) {
        return of(block, account, unitOf, unit, freeActive, Long.MIN_VALUE, List.of());
    }

    /**
     * The same of a unit that was several: until they were merged it was active while one of them was, so what each had lost does not
     * come back because another keeps something that is free.
     *
     * @param merged when they became one
     * @param parties what each was until then
     */
    static UnitHistory of(
            LedgerBlock block,
            int account,
            int[] unitOf,
            int unit,
            boolean freeActive,
            long merged,
            List<UnitHistory> parties) {
        int first = block.firstItem[account];
        int items = block.firstItem[account + 1] - first;
        int instants = 0;
        long last = Long.MIN_VALUE;
        for (int row = block.firstRow[account]; row < block.firstRow[account + 1]; row++) {
            if (unitOf[block.item[row] - first] == unit && (instants == 0 || block.at[row] != last)) {
                instants++;
                last = block.at[row];
            }
        }
        UnitHistory history = new UnitHistory(items, instants, freeActive);
        int k = NOTHING;
        for (int row = block.firstRow[account]; row < block.firstRow[account + 1]; row++) {
            int item = block.item[row] - first;
            if (unitOf[item] != unit) {
                continue;
            }
            if (k == NOTHING || block.at[row] != history.at[k]) {
                k++;
                history.at[k] = block.at[row];
                history.natives[k] = k == 0 ? new long[items] : history.natives[k - 1].clone();
                history.standing[k] = k == 0 ? new byte[items] : history.standing[k - 1].clone();
            }
            history.natives[k][item] = block.micros[row];
            history.standing[k][item] = block.standing(row);
        }
        for (int i = 0; i < instants; i++) {
            history.totals[i] = sum(history.natives[i]);
            long instant = history.at[i];
            boolean stays = instant >= merged || parties.stream().anyMatch(party -> party.activeAt(instant));
            history.active[i] = history.totals[i] > 0 || (i > 0 && history.active[i - 1] && history.keeps(i) && stays);
            history.alive[i] = history.alive(i);
        }
        return history;
    }

    /**
     * The same of a unit that is valued as it stands: only what all of it is worth, as that of one item. Its mean and how its items
     * stand are not known.
     */
    static UnitHistory ofTotals(LedgerBlock block, int account, int[] unitOf, int unit, boolean freeActive) {
        int first = block.firstItem[account];
        int items = block.firstItem[account + 1] - first;
        int firstRow = block.firstRow[account];
        int end = block.firstRow[account + 1];
        int instants = 0;
        long last = Long.MIN_VALUE;
        for (int row = firstRow; row < end; row++) {
            if (unitOf[block.item[row] - first] == unit && (instants == 0 || block.at[row] != last)) {
                instants++;
                last = block.at[row];
            }
        }
        UnitHistory history = new UnitHistory(instants, freeActive);
        long[] now = new long[items];
        boolean[] keeping = new boolean[items];
        int keepers = 0;
        long total = 0;
        int k = NOTHING;
        for (int row = firstRow; row < end; row++) {
            int item = block.item[row] - first;
            if (unitOf[item] != unit) {
                continue;
            }
            if (k == NOTHING || block.at[row] != history.at[k]) {
                k++;
                history.at[k] = block.at[row];
            }
            total = Math.addExact(total, Math.subtractExact(block.micros[row], now[item]));
            now[item] = block.micros[row];
            boolean keeps = history.keeps(block.standing(row));
            keepers += (keeps ? 1 : 0) - (keeping[item] ? 1 : 0);
            keeping[item] = keeps;
            history.totals[k] = total;
            history.active[k] = total > 0 || (k > 0 && history.active[k - 1] && keepers > 0);
        }
        return history;
    }

    private UnitHistory(int instants, boolean freeActive) {
        this.items = 1;
        this.freeActive = freeActive;
        at = new long[instants];
        totals = new long[instants];
        natives = NO_NATIVES;
        standing = NO_STANDING;
        alive = NONE_ALIVE;
        active = new boolean[instants];
    }

    private UnitHistory(int items, int instants, boolean freeActive) {
        this.items = items;
        this.freeActive = freeActive;
        at = new long[instants];
        totals = new long[instants];
        natives = new long[instants][];
        standing = new byte[instants][];
        alive = new boolean[instants][];
        active = new boolean[instants];
    }

    private boolean keeps(int k) {
        for (byte how : standing[k]) {
            if (keeps(how)) {
                return true;
            }
        }
        return false;
    }

    private boolean[] alive(int k) {
        boolean[] now = new boolean[items];
        for (int i = 0; i < items; i++) {
            now[i] = natives[k][i] > 0 || (k > 0 && alive[k - 1][i] && keeps(standing[k][i]));
        }
        return now;
    }

    /** Whether an item that stands like this keeps what was active active. */
    boolean keeps(byte how) {
        return how == Standing.HELD || (freeActive && how == Standing.RUNS);
    }

    static long sum(long[] natives) {
        long sum = 0;
        for (long value : natives) {
            sum = Math.addExact(sum, value);
        }
        return sum;
    }

    int size() {
        return at.length;
    }

    long at(int k) {
        return at[k];
    }

    boolean active(int k) {
        return k != NOTHING && active[k];
    }

    /** Whether it is active once what happens at an instant has happened. */
    private boolean activeAt(long instant) {
        return active(before(instant + 1));
    }

    /** Whether it is not active, and no item of it is worth anything: an item alone may be worth less than 0. */
    boolean isNothing(int k) {
        if (k == NOTHING) {
            return true;
        }
        boolean nothing = !active[k] && totals[k] == 0;
        for (int i = 0; natives.length > 0 && i < items; i++) {
            nothing &= natives[k][i] == 0;
        }
        return nothing;
    }

    /** The state that holds just before an instant. */
    int before(long instant) {
        int found = Arrays.binarySearch(at, instant);
        return (found < 0 ? -found - 1 : found) - 1;
    }

    /** The first state at an instant or later; {@link #size()} if there is none. */
    int from(long instant) {
        return before(instant) + 1;
    }

    /** When it next changes, at an instant or later; the greatest if it does not. */
    long nextChange(long instant) {
        int k = from(instant);
        return k < at.length ? at[k] : Long.MAX_VALUE;
    }

    /** What all of it is worth, whatever the currency. */
    long total(int k) {
        return k == NOTHING ? 0 : totals[k];
    }

    void look(int k, Look into) {
        if (k == NOTHING) {
            into.clear();
            return;
        }
        if (natives.length == 0) {
            into.natives[0] = totals[k];
            into.active = active[k];
            return;
        }
        System.arraycopy(natives[k], 0, into.natives, 0, items);
        System.arraycopy(standing[k], 0, into.standing, 0, items);
        System.arraycopy(alive[k], 0, into.alive, 0, items);
        into.active = active[k];
    }

    /** The mean over a stretch of time, rounded once per item, half-even; active if it was at some time in it. */
    void mean(long from, long to, Look into) {
        look(before(to), into);
        into.active = false;
        BigInteger[] sums = new BigInteger[items];
        Arrays.fill(sums, BigInteger.ZERO);
        int k = before(from + 1);
        for (long now = from; now < to; ) {
            long next = k + 1 < at.length && at[k + 1] < to ? at[k + 1] : to;
            if (k != NOTHING) {
                into.active |= active[k];
                for (int i = 0; i < items; i++) {
                    if (natives[k][i] != 0) {
                        sums[i] =
                                sums[i].add(BigInteger.valueOf(natives[k][i]).multiply(BigInteger.valueOf(next - now)));
                    }
                }
            }
            now = next;
            k++;
        }
        BigInteger length = BigInteger.valueOf(to - from);
        for (int i = 0; i < items; i++) {
            into.natives[i] = new Fraction(sums[i], length.multiply(BigInteger.TEN.pow(6))).micros();
        }
    }

    /** When the inactive stretch began that holds just before an instant; the least instant if it was never active. */
    long inactiveSince(long instant) {
        int k = before(instant);
        while (k != NOTHING && !active[k] && k > 0 && !active[k - 1]) {
            k--;
        }
        return k == NOTHING || (k == 0 && !active[0]) ? Long.MIN_VALUE : at[k];
    }

    /** The first instant, this one or later, from which on it is active; the greatest if there is none. */
    long activeAgain(long instant) {
        for (int k = from(instant); k < at.length; k++) {
            if (active[k]) {
                return at[k];
            }
        }
        return Long.MAX_VALUE;
    }
}
