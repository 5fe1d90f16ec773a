package io.revops.forecast.territory;

import io.revops.forecast.ProgressListener;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Looks for a division that costs less: rounds of annealing from the best so far, each followed by moves and swaps until none helps. A round
 * is twice as long as the one before; of few accounts, every eighth is.
 *
 * <p>Nothing in it looks at how many steps are still to come, so that fewer steps are the beginning of more.
 */
final class TerritorySearch {
    /** A change that is smaller is none: rounding could undo it again. */
    static final double NOTHING = 1e-12;

    /** How many steps the first round has for each account, and at least. */
    static final int FIRST = 200;

    static final int SHORTEST = 5_000;

    /** Up to so many accounts, each is compared with all others for a swap; of more, with {@value #SOME} drawn ones. */
    private static final int FEW = 120;

    /** Up to so many accounts, every second round draws from anywhere. */
    private static final int SMALL = 200;

    private static final int SOME = 40;
    private static final int CALLS = 100;

    private final TerritoryModel model;
    private final long limit;
    private final ProgressListener listener;
    private final Dice dice;
    private final boolean[] dirty;
    private final Relaxation relaxed;
    private final Annealing annealing;
    private long taken;
    private long told;
    private int[] best = {};
    private double bestCost = Double.POSITIVE_INFINITY;

    TerritorySearch(TerritoryModel model, Relaxation relaxed, long seed, long limit, ProgressListener listener) {
        this.model = model;
        this.limit = limit;
        this.listener = listener;
        dice = new Dice(seed);
        dirty = new boolean[model.r];
        this.relaxed = relaxed;
        annealing = new Annealing(model, dice, relaxed);
    }

    /** How many moves and swaps were looked at. */
    long taken() {
        return taken;
    }

    /**
     * The best division found.
     *
     * @param start one that keeps every limit
     */
    int[] from(int[] start) {
        int[] fresh = LargestFirst.of(model);
        keep(start);
        if (Arrays.stream(fresh).noneMatch(rep -> rep == TerritoryModel.NOBODY)
                && new Division(model, fresh).keepsLimits()) {
            keep(fresh);
        }
        Division division = new Division(model, start);
        follow(division);
        keep(division.at);
        long length = Math.max(SHORTEST, (long) FIRST * model.n);
        int round = 0;
        while (taken < limit && bestCost > NOTHING) {
            division.set(best);
            boolean anywhere = model.n <= SMALL && round % 2 == 1;
            annealing.begin(division, bestCost, length, anywhere);
            while (taken < limit && annealing.step(division)) {
                step();
                if (annealing.isLeaving() && annealing.cost() < bestCost - NOTHING) {
                    keep(division.at);
                }
                annealing.accept(division);
            }
            if (annealing.isSoft()) {
                division.set(best); // a round that was cut short: more steps would not have kept this
            }
            division.harden();
            descend(division);
            round++;
            length *= model.n > SMALL ? 2 : round % 8 == 0 ? 2 : 1;
        }
        if (limit > 0 && told < limit) {
            listener.done(limit, limit);
        }
        return best;
    }

    /** Moves accounts to where the relaxation has most of them: all at once, or those that gain most first, as the limits allow. */
    private void follow(Division division) {
        int[] start = division.at.clone();
        int[] rounded = relaxed.rounded();
        division.set(rounded);
        if (division.keepsLimits()) {
            return;
        }
        division.set(start);
        IntStream.range(0, model.n)
                .filter(i -> rounded[i] != start[i])
                .boxed()
                .sorted(Comparator.comparingDouble(
                                (Integer i) -> relaxed.adds(i, rounded[i]) - relaxed.adds(i, start[i]))
                        .thenComparing(i -> i))
                .forEach(i -> {
                    if (division.mayMove(i, rounded[i])) {
                        division.move(i, rounded[i]);
                    }
                });
    }

    private void keep(int[] division) {
        double cost = model.cost(division);
        if (cost < bestCost) {
            best = division.clone();
            bestCost = cost;
        }
    }

    /** Moves and swaps accounts until nothing helps; after the first pass, those of reps where something changed. */
    private void descend(Division division) {
        int[] order = IntStream.range(0, model.n).toArray();
        boolean[] now = new boolean[model.r];
        Arrays.fill(dirty, true);
        boolean any = true;
        while (any && taken < limit) {
            System.arraycopy(dirty, 0, now, 0, now.length);
            Arrays.fill(dirty, false);
            dice.shuffle(order);
            any = false;
            for (int i : order) {
                if (taken >= limit) {
                    break;
                }
                if (now[division.at[i]] || dirty[division.at[i]]) {
                    any |= move(division, i) || swap(division, i);
                }
            }
        }
        keep(division.at);
    }

    private boolean move(Division division, int i) {
        int from = division.at[i];
        int to = from;
        double least = -NOTHING;
        for (int rep : model.options[i]) {
            if (rep != from) {
                step();
                double change = division.ofMove(i, rep);
                if (change < least && division.mayMove(i, rep)) {
                    least = change;
                    to = rep;
                }
            }
        }
        if (to == from) {
            return false;
        }
        division.move(i, to);
        dirty[from] = true;
        dirty[to] = true;
        return true;
    }

    private boolean swap(Division division, int i) {
        if (model.options[i].length == 1) {
            return false;
        }
        int from = division.at[i];
        int with = i;
        double least = -NOTHING;
        int others = model.n <= FEW ? model.n : SOME;
        for (int o = 0; o < others; o++) {
            int j = others == model.n ? o : dice.below(model.n);
            if (division.at[j] != from) {
                step();
                double change = division.ofSwap(i, j);
                if (change < least && division.maySwap(i, j)) {
                    least = change;
                    with = j;
                }
            }
        }
        if (with == i) {
            return false;
        }
        int to = division.at[with];
        division.move(i, to);
        division.move(with, from);
        dirty[from] = true;
        dirty[to] = true;
        return true;
    }

    private void step() {
        taken++;
        if (taken <= limit && (taken == limit || taken - told >= Math.max(1, limit / CALLS))) {
            told = taken;
            listener.done(taken, limit);
        }
    }
}
