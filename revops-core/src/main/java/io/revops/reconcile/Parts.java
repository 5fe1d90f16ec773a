package io.revops.reconcile;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * What each rule adds to each account and month, added up over combinations; only cells that any combination changes are
 * kept. A sum is kept in two halves of 32 bits, so that none outgrows a long.
 */
final class Parts {
    private static final long LOW = 0xffff_ffffL;

    private final int rules;
    private final Amounts base;
    private int[] slots = new int[64];
    private int used = 1; // slot 0 means: none
    private long[] high;
    private long[] low;

    Parts(int rules, Amounts base) {
        this.rules = rules;
        this.base = base;
        high = new long[rules * 64];
        low = new long[rules * 64];
    }

    /** Counts a combination, so often for each rule. */
    void add(Amounts now, long[] weights) {
        int cells = Math.max(now.size(), base.size());
        for (int cell = 0; cell < cells; cell++) {
            long change = Math.subtractExact(now.get(cell), base.get(cell));
            if (change == 0) {
                continue;
            }
            int at = slot(cell) * rules;
            for (int i = 0; i < rules; i++) {
                high[at + i] += weights[i] * (change >> 32);
                low[at + i] += weights[i] * (change & LOW);
            }
        }
    }

    private int slot(int cell) {
        if (cell >= slots.length) {
            slots = Arrays.copyOf(slots, Math.max(cell + 1, slots.length * 2));
        }
        if (slots[cell] == 0) {
            slots[cell] = used++;
            int size = Math.multiplyExact(used, rules);
            if (size > high.length) {
                high = Arrays.copyOf(high, Math.max(size, high.length * 2));
                low = Arrays.copyOf(low, Math.max(size, low.length * 2));
            }
        }
        return slots[cell];
    }

    /** How many cells may have parts. */
    int cells() {
        return slots.length;
    }

    /** Whether any combination changes a cell. */
    boolean has(int cell) {
        return slots[cell] != 0;
    }

    /**
     * The parts of a cell in whole micro-units: each is cut off towards 0, and what is missing goes, one each, to those with the
     * largest remainders of its sign, of equal ones to the first. So swapping the policies turns every sign, and a rule that
     * changes nothing here gets nothing.
     */
    long[] of(int cell, long denominator, long difference) {
        BigInteger by = BigInteger.valueOf(denominator);
        long[] parts = new long[rules];
        long[] remainders = new long[rules];
        long missing = difference;
        for (int i = 0; i < rules; i++) {
            int at = slots[cell] * rules + i;
            BigInteger[] divided = BigInteger.valueOf(high[at])
                    .shiftLeft(32)
                    .add(BigInteger.valueOf(low[at]))
                    .divideAndRemainder(by);
            parts[i] = divided[0].longValueExact();
            remainders[i] = divided[1].longValueExact();
            missing = Math.subtractExact(missing, parts[i]);
        }
        int sign = Long.signum(missing);
        for (long left = Math.abs(missing); left > 0; left--) {
            int most = 0;
            for (int i = 1; i < rules; i++) {
                if (sign * remainders[i] > sign * remainders[most]) {
                    most = i;
                }
            }
            parts[most] += sign;
            remainders[most] -= sign * denominator;
        }
        return parts;
    }
}
