package io.revops.ledger;

import java.util.Arrays;

/** The amounts and the number of movements of each kind, while they are added up. */
final class Moves {
    private final long[] amounts = new long[MovementKind.COUNT];
    private final int[] counts = new int[MovementKind.COUNT];

    void clear() {
        Arrays.fill(amounts, 0);
        Arrays.fill(counts, 0);
    }

    void add(MovementKind kind, long amount) {
        int at = index(kind);
        amounts[at] = Math.addExact(amounts[at], amount);
        counts[at]++;
    }

    void copy(Moves other) {
        System.arraycopy(other.amounts, 0, amounts, 0, amounts.length);
        System.arraycopy(other.counts, 0, counts, 0, counts.length);
    }

    /** The amount of the kind with a number. */
    long amount(int kind) {
        return amounts[kind];
    }

    int count(int kind) {
        return counts[kind];
    }

    long amount(MovementKind kind) {
        return amounts[index(kind)];
    }

    int count(MovementKind kind) {
        return counts[index(kind)];
    }

    boolean isEmpty() {
        for (int count : counts) {
            if (count != 0) {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("EnumOrdinal") // the array lives no longer than the enum: nothing is stored by number
    private static int index(MovementKind kind) {
        return kind.ordinal();
    }
}
