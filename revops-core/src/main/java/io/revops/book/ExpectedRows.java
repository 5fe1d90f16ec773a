package io.revops.book;

import java.util.Arrays;

/**
 * Where the ids of the rows that come next are likely to be known. They are looked up together: a processor waits for many
 * places in memory as long as for one.
 */
final class ExpectedRows {
    /** Places of a row. */
    static final int IDS = 4;

    private int[] subscriptions = new int[64];
    private int[] accounts = new int[64];
    private int count;

    int rows() {
        return count;
    }

    /**
     * @param ids of each row, where its subscription begins and ends, and where its account does
     */
    void find(byte[] text, int[] ids, int rows, PeriodRowsBuilder in) {
        if (rows > subscriptions.length) {
            subscriptions = new int[rows];
            accounts = new int[rows];
        }
        count = rows;
        Arrays.fill(subscriptions, 0, rows, -1);
        in.subscriptions.find(text, ids, 0, IDS, rows, subscriptions);
        for (int i = 0; i < rows; i++) {
            accounts[i] = subscriptions[i] < 0 ? -1 : in.known.account(subscriptions[i]);
        }
        in.accounts.find(text, ids, 2, IDS, rows, accounts);
    }

    /** The number of the subscription of the nth row, if it is the one that it looks like; -1 if it is likely to be new. */
    int subscription(int nth) {
        return subscriptions[nth];
    }

    int account(int nth) {
        return accounts[nth];
    }
}
