package io.revops.book;

import java.util.Arrays;

/** What is known of each subscription while rows are collected, side by side: one look at the memory finds all of it. */
final class KnownSubscriptions {
    private static final int EACH = 4;

    private int[] known = new int[64 * EACH];

    /** Begins a subscription without rows, the next by number. */
    void begin(int subscription, int account) {
        int at = Math.multiplyExact(subscription, EACH);
        if (at == known.length) {
            known = Arrays.copyOf(known, Math.addExact(at, (at >> 1) & -EACH));
        }
        known[at] = account;
        known[at + 1] = Integer.MIN_VALUE;
        known[at + 2] = -1;
    }

    int account(int subscription) {
        return known[subscription * EACH];
    }

    /** The latest day on which a row of it ends. */
    int latestEnd(int subscription) {
        return known[subscription * EACH + 1];
    }

    /** Its row that was added last; -1 if it has none. */
    int newest(int subscription) {
        return known[subscription * EACH + 2];
    }

    void add(int subscription, int row, int end) {
        int at = subscription * EACH;
        known[at + 1] = Math.max(known[at + 1], end);
        known[at + 2] = row;
    }

    /** The account of each subscription. */
    int[] accounts(int subscriptions) {
        int[] accounts = new int[subscriptions];
        for (int i = 0; i < subscriptions; i++) {
            accounts[i] = account(i);
        }
        return accounts;
    }
}
