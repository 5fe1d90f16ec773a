package io.revops.forecast.territory;

import java.util.List;

/**
 * Accounts and reps as numbers. Amounts are whole: each measure is multiplied by a power of ten until all of its amounts are, so that
 * loads are exact and do not depend on the order in which they came about.
 */
final class TerritoryModel {
    /** A rep that is none: the account is new, or its rep has left. */
    static final int NOBODY = -1;

    /** By id. */
    final List<TerritoryAccount> accounts;

    /** By what tells them apart, and by id only where nothing does. */
    final List<TerritoryRep> reps;

    final int n;
    final int r;
    final int k;
    final List<String> names;

    /** [measure][account] */
    final long[][] amounts;

    /** [account × measures + measure]: the same side by side, exact. */
    final double[] amount;

    /** How many digits behind the point each measure's whole amounts have. */
    final int[] scale;

    /** [rep × measures + measure], in whole amounts. */
    final double[] fair;

    /** Likewise: what a unit of (load − fair)² costs. */
    final double[] price;

    /** Capacity of each rep : that of all. */
    final double[] share;

    /** The reps who may have each account, ascending. */
    final int[][] options;

    /** The rep of each account today, or {@link #NOBODY}. */
    final int[] today;

    /** Who had it today is gone. */
    final boolean[] left;

    /** [account × reps + rep]: metres or regions, times what the segment's travel counts; empty without travel. */
    final int[] travel;

    /** How many times the travel to each account counts. */
    final int[] factor;

    /** What a unit of travel costs. */
    final double travelPrice;

    /** What an account that moves costs. */
    final double movePrice;

    /** How many accounts have a rep today who is still there, and how many of them may move. */
    final int settled;

    final int mostMoved;

    /** The segment of each account, as a number; 0 for none that has a rule about counts. */
    final int[] segment;

    final List<SegmentRule> countRules;

    /** [rep × (rules + 1) + rule]: the fewest and the most accounts; the first of each rep is that of all its accounts. */
    final int[] least;

    final int[] most;

    TerritoryModel(TerritoryModelBuilder b) {
        accounts = b.accounts;
        reps = b.reps;
        n = accounts.size();
        r = reps.size();
        names = b.names;
        k = names.size();
        amounts = b.amounts;
        amount = new double[n * k];
        for (int c = 0; c < amount.length; c++) {
            amount[c] = amounts[c % k][c / k];
        }
        scale = b.scale;
        fair = b.fair;
        price = b.price;
        share = b.share;
        options = b.options;
        today = b.today;
        left = b.left;
        travel = b.travel;
        factor = b.factor;
        travelPrice = b.travelPrice;
        movePrice = b.movePrice;
        settled = b.settled;
        mostMoved = b.mostMoved;
        segment = b.segment;
        countRules = b.countRules;
        least = b.least;
        most = b.most;
    }

    /** How many limits on counts each rep has: one of all accounts, one for each rule. */
    int counts() {
        return countRules.size() + 1;
    }

    /** Whether a rep may have an account. */
    boolean may(int account, int rep) {
        return java.util.Arrays.binarySearch(options[account], rep) >= 0;
    }

    /** Metres or regions between an account and a rep, counted once; 0 without travel. */
    long way(int account, int rep) {
        return travel.length == 0 ? 0 : travel[account * r + rep] / factor[account];
    }

    /** What an account costs at a rep, whoever has the others: travel, and that it moved. */
    double ownCost(int account, int rep) {
        double cost = travel.length == 0 ? 0 : travelPrice * travel[account * r + rep];
        return today[account] != NOBODY && today[account] != rep ? cost + movePrice : cost;
    }

    /** The cost of an assignment, each sum from exact loads in the order of reps. */
    double cost(int[] at) {
        long[] load = new long[r * k];
        long way = 0;
        int moved = 0;
        for (int i = 0; i < n; i++) {
            for (int m = 0; m < k; m++) {
                load[at[i] * k + m] += amounts[m][i];
            }
            way += travel.length == 0 ? 0 : travel[i * r + at[i]];
            moved += today[i] != NOBODY && today[i] != at[i] ? 1 : 0;
        }
        double cost = way * travelPrice + moved * movePrice;
        for (int c = 0; c < r * k; c++) {
            double off = load[c] - fair[c];
            cost += price[c] * off * off;
        }
        return cost;
    }
}
