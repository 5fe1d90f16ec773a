package io.revops.reconcile;

import java.util.Arrays;

/** What a figure is for each account and month under one policy, in micro-units per year; what is not said is 0. */
final class Amounts {
    private final int months;
    private long[] cells = new long[64];

    Amounts(int months) {
        this.months = months;
    }

    void add(int account, int month, long micros) {
        int cell = Math.addExact(Math.multiplyExact(account, months), month);
        if (cell >= cells.length) {
            cells = Arrays.copyOf(cells, Math.max(cell + 1, cells.length * 2));
        }
        cells[cell] = Math.addExact(cells[cell], micros);
    }

    long get(int cell) {
        return cell < cells.length ? cells[cell] : 0;
    }

    int size() {
        return cells.length;
    }

    int months() {
        return months;
    }
}
