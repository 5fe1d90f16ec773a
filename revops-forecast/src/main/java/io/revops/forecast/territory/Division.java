package io.revops.forecast.territory;

import java.util.Arrays;

/**
 * Who has which account while territories are searched, with what every move would change. Loads are exact; a move costs a few
 * multiplications, whatever the size. Not shared between threads.
 */
final class Division {
    final int[] at;
    private final TerritoryModel model;
    private final int k;
    private final int width;
    private final int[] travel;
    private final int[] today;
    private final double[] price;
    private final double[] fair;
    private final double[] amount;
    private final long[] load;

    /** load − fair */
    private final double[] off;

    private final int[] count;

    /** The accounts of each rep in any order, and the place of each account in it. */
    private final int[][] own;

    private final int[] size;
    private final int[] place;
    private int moved;

    Division(TerritoryModel model, int[] assignment) {
        this.model = model;
        k = model.k;
        width = model.counts();
        travel = model.travel;
        today = model.today;
        price = model.price.clone();
        fair = model.fair.clone();
        amount = model.amount;
        at = assignment.clone();
        load = new long[model.r * k];
        off = new double[model.r * k];
        count = new int[model.r * width];
        own = new int[model.r][16];
        size = new int[model.r];
        place = new int[model.n];
        set(assignment);
    }

    /** Becomes another division. */
    void set(int[] assignment) {
        System.arraycopy(assignment, 0, at, 0, at.length);
        Arrays.fill(load, 0);
        Arrays.fill(count, 0);
        Arrays.fill(size, 0);
        moved = 0;
        for (int i = 0; i < at.length; i++) {
            if (at[i] != TerritoryModel.NOBODY) {
                enter(i, at[i]);
            }
        }
        for (int c = 0; c < load.length; c++) {
            off[c] = load[c] - fair[c];
        }
    }

    /**
     * Makes loads that are off cost only a part of what they do, without moving what costs least: with L the loads of the relaxation, that
     * is part × price × (load − L)² and what a load is worth there.
     */
    void soften(double part, Relaxation relaxed) {
        for (int c = 0; c < load.length; c++) {
            price[c] = model.price[c] * part;
            fair[c] = model.fair[c] + relaxed.over(c) * (1 - 1 / part);
            off[c] = load[c] - fair[c];
        }
    }

    /** Makes them cost what they do. */
    void harden() {
        System.arraycopy(model.price, 0, price, 0, price.length);
        System.arraycopy(model.fair, 0, fair, 0, fair.length);
        for (int c = 0; c < load.length; c++) {
            off[c] = load[c] - fair[c];
        }
    }

    /** Whether all counts and the most that may move are kept. */
    boolean keepsLimits() {
        for (int c = 0; c < count.length; c++) {
            if (count[c] < model.least[c] || count[c] > model.most[c]) {
                return false;
            }
        }
        return moved <= model.mostMoved;
    }

    /** Whether a rep is below the most accounts for one more like this. */
    boolean hasRoom(int i, int rep) {
        int c = model.segment[i];
        return count[rep * width] < model.most[rep * width]
                && (c == 0 || count[rep * width + c] < model.most[rep * width + c]);
    }

    /** Whether an account may go to a rep without breaking a limit. */
    boolean mayMove(int i, int to) {
        int from = at[i];
        int c = model.segment[i];
        if (count[from * width] <= model.least[from * width]
                || (c != 0 && count[from * width + c] <= model.least[from * width + c])) {
            return false;
        }
        return hasRoom(i, to) && moved + movedBy(i, to) <= model.mostMoved;
    }

    /** Whether two accounts may change places; that each may be with the other's rep is asked, too. */
    boolean maySwap(int i, int j) {
        int r = at[i];
        int s = at[j];
        if (!model.may(i, s) || !model.may(j, r) || moved + movedBy(i, s) + movedBy(j, r) > model.mostMoved) {
            return false;
        }
        int a = model.segment[i];
        int b = model.segment[j];
        return a == b || (leavesRoom(r, a, b) && leavesRoom(s, b, a));
    }

    private boolean leavesRoom(int rep, int out, int in) {
        return (out == 0 || count[rep * width + out] > model.least[rep * width + out])
                && (in == 0 || count[rep * width + in] < model.most[rep * width + in]);
    }

    private int movedBy(int i, int to) {
        int now = today[i];
        return now == TerritoryModel.NOBODY ? 0 : at[i] == now ? 1 : to == now ? -1 : 0;
    }

    /** What the cost changes by if an account goes to a rep. */
    double ofMove(int i, int to) {
        int from = at[i];
        double change =
                travel.length == 0 ? 0 : model.travelPrice * (travel[i * model.r + to] - travel[i * model.r + from]);
        change += model.movePrice * movedBy(i, to);
        for (int m = 0; m < k; m++) {
            double a = amount[i * k + m];
            change += a
                    * (price[to * k + m] * (2 * off[to * k + m] + a)
                            - price[from * k + m] * (2 * off[from * k + m] - a));
        }
        return change;
    }

    /** What the cost changes by if two accounts change places. */
    double ofSwap(int i, int j) {
        int r = at[i];
        int s = at[j];
        double change = 0;
        if (travel.length != 0) {
            int a = i * model.r;
            int b = j * model.r;
            change = model.travelPrice * ((long) travel[a + s] - travel[a + r] + travel[b + r] - travel[b + s]);
        }
        change += model.movePrice * (movedBy(i, s) + movedBy(j, r));
        for (int m = 0; m < k; m++) {
            double more = amount[j * k + m] - amount[i * k + m];
            change += more
                    * (price[r * k + m] * (2 * off[r * k + m] + more) - price[s * k + m] * (2 * off[s * k + m] - more));
        }
        return change;
    }

    /** How many accounts a rep has. */
    int size(int rep) {
        return size[rep];
    }

    /** One of the accounts of a rep, by its place from 0. */
    int own(int rep, int at) {
        return own[rep][at];
    }

    /** Moves an account; from {@link TerritoryModel#NOBODY}, gives it out. */
    void move(int i, int to) {
        int from = at[i];
        if (from != TerritoryModel.NOBODY) {
            moved -= today[i] != TerritoryModel.NOBODY && today[i] != from ? 1 : 0;
            for (int m = 0; m < k; m++) {
                int c = from * k + m;
                load[c] -= model.amounts[m][i];
                off[c] = load[c] - fair[c];
            }
            int last = own[from][--size[from]];
            own[from][place[i]] = last;
            place[last] = place[i];
            count[from * width]--;
            if (model.segment[i] != 0) {
                count[from * width + model.segment[i]]--;
            }
        }
        enter(i, to);
        for (int m = 0; m < k; m++) {
            off[to * k + m] = load[to * k + m] - fair[to * k + m];
        }
        at[i] = to;
    }

    private void enter(int i, int rep) {
        moved += today[i] != TerritoryModel.NOBODY && today[i] != rep ? 1 : 0;
        for (int m = 0; m < k; m++) {
            load[rep * k + m] += model.amounts[m][i];
        }
        if (size[rep] == own[rep].length) {
            own[rep] = Arrays.copyOf(own[rep], size[rep] * 2);
        }
        place[i] = size[rep];
        own[rep][size[rep]++] = i;
        count[rep * width]++;
        if (model.segment[i] != 0) {
            count[rep * width + model.segment[i]]++;
        }
    }

    /** What an account not given out yet would cost at a rep. */
    double ofEntering(int i, int rep) {
        double change = model.ownCost(i, rep);
        for (int m = 0; m < k; m++) {
            double a = amount[i * k + m];
            change += a * price[rep * k + m] * (2 * off[rep * k + m] + a);
        }
        return change;
    }
}
