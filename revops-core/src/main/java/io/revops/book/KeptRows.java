package io.revops.book;

import java.util.Arrays;
import java.util.BitSet;

/** Rows of periods while they are collected, five numbers to each, in pieces: more of them moves none that is there. */
final class KeptRows {
    private static final int BITS = 12;
    private static final int ROW = 5;
    private static final long LOW = 0xFFFFFFFFL;
    private static final long[] NONE = {};

    private long[][] pieces = new long[16][];
    private int size;

    int size() {
        return size;
    }

    /**
     * Adds a row at the end.
     *
     * @param older the row of the same subscription before it; -1 if there is none
     */
    void add(int subscription, int start, int end, long monthly, int kind, int row, int older, long quantity) {
        int piece = size >>> BITS;
        int at = (size & ((1 << BITS) - 1)) * ROW;
        if (at == 0) {
            if (piece == pieces.length) {
                pieces = Arrays.copyOf(pieces, piece * 2);
            }
            pieces[piece] = new long[ROW << BITS];
        }
        long[] to = pieces[piece];
        to[at] = pair(subscription, start);
        to[at + 1] = pair(end, kind);
        to[at + 2] = pair(row, older);
        to[at + 3] = monthly;
        to[at + 4] = quantity;
        size++;
    }

    private static long pair(int one, int other) {
        return ((long) one << 32) | (other & LOW);
    }

    private long get(int i, int field) {
        return pieces[i >>> BITS][(i & ((1 << BITS) - 1)) * ROW + field];
    }

    int start(int i) {
        return (int) get(i, 0);
    }

    int end(int i) {
        return (int) (get(i, 1) >> 32);
    }

    int kind(int i) {
        return (int) get(i, 1);
    }

    int row(int i) {
        return (int) (get(i, 2) >> 32);
    }

    int older(int i) {
        return (int) get(i, 2);
    }

    long monthly(int i) {
        return get(i, 3);
    }

    long quantity(int i) {
        return get(i, 4);
    }

    /** The rows that are not dropped, as columns; a piece is let go of when it is done. */
    Columns columns(BitSet dropped) {
        Columns to = new Columns(size - dropped.cardinality());
        int next = 0;
        for (int piece = 0; (piece << BITS) < size; piece++) {
            long[] from = pieces[piece];
            pieces[piece] = NONE;
            int first = piece << BITS;
            int rows = Math.min(size - first, 1 << BITS);
            for (int i = 0; i < rows; i++) {
                if (!dropped.get(first + i)) {
                    to.set(next++, from, i * ROW);
                }
            }
        }
        return to;
    }

    /** The same number of each row, side by side. */
    static final class Columns {
        final int[] subscription;
        final int[] start;
        final int[] end;
        final long[] monthly;
        final int[] kind;
        final int[] row;

        private Columns(int rows) {
            subscription = new int[rows];
            start = new int[rows];
            end = new int[rows];
            monthly = new long[rows];
            kind = new int[rows];
            row = new int[rows];
        }

        private void set(int i, long[] from, int at) {
            subscription[i] = (int) (from[at] >> 32);
            start[i] = (int) from[at];
            end[i] = (int) (from[at + 1] >> 32);
            kind[i] = (int) from[at + 1];
            row[i] = (int) (from[at + 2] >> 32);
            monthly[i] = from[at + 3];
        }
    }
}
