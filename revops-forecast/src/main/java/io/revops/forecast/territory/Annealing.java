package io.revops.forecast.territory;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * One round of annealing: moves and swaps drawn at random, taken if they cost less, and with the chance e^(−more / temperature) if they
 * cost more, while it cools (S. Kirkpatrick, C. D. Gelatt and M. P. Vecchi, Optimization by simulated annealing, Science 220, 1983). It
 * begins as warm as what an average change costs, times {@value #WARM}.
 *
 * <p>In the first {@value #SOFT_STAGES} of {@value #STAGES} stages loads that are off cost only a part of what they do, from {@value #SOFT}
 * up to 1, about the loads of the relaxation: so it begins where accounts are where they are best alone, and evens out little by little.
 * Not shared between threads.
 */
final class Annealing {
    private static final double WARM = 5e-4;
    private static final double HOT = 0.5;
    private static final double COLDEST = 1e-3;
    private static final double COLD = 0.1;
    private static final int NEAR = 5;
    private static final int TRIES = 4;
    private static final int SAMPLES = 500;
    private static final int STAGES = 200;
    private static final int SOFT_STAGES = 120;
    private static final double SOFT = 0.01;
    private static final int LUCK = 4096;

    /** −ln u for u evenly in (0, 1). */
    private static final double[] PATIENCE = new double[LUCK];

    static {
        for (int i = 0; i < LUCK; i++) {
            PATIENCE[i] = -StrictMath.log((i + 0.5) / LUCK);
        }
    }

    private final TerritoryModel model;
    private final Dice dice;
    private final int[][] near;
    private final int[] wavering;
    private long length;
    private long done;
    private long nextStage;
    private int stage;
    private boolean wide;
    private final Relaxation relaxed;
    private double temperature;
    private double cooling;
    private double cost;
    private int account;
    private int to;
    private int other;
    private double change;
    private boolean isTaken;

    /**
     * An annealing led by a relaxation: it draws only from those reps of each account where it adds least there, and more often accounts that
     * waver.
     */
    Annealing(TerritoryModel model, Dice dice, Relaxation relaxed) {
        this.model = model;
        this.dice = dice;
        this.relaxed = relaxed;
        near = new int[model.n][];
        double[] gap = new double[model.n];
        for (int i = 0; i < model.n; i++) {
            int each = i;
            near[i] = Arrays.stream(model.options[i])
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer rep) -> relaxed.adds(each, rep))
                            .thenComparing(rep -> rep))
                    .limit(NEAR)
                    .mapToInt(rep -> rep)
                    .toArray();
            gap[i] = near[i].length == 1
                    ? Double.POSITIVE_INFINITY
                    : relaxed.adds(i, near[i][1]) - relaxed.adds(i, near[i][0]);
        }
        wavering = IntStream.range(0, model.n)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> gap[i]).thenComparing(i -> i))
                .mapToInt(i -> i)
                .toArray();
    }

    /**
     * Begins a round of so many steps.
     *
     * @param anywhere whether any rep is drawn, from a heat at which anything goes: what few accounts need, whose relaxation says little
     */
    void begin(Division division, double now, long steps, boolean anywhere) {
        wide = anywhere;
        length = steps;
        done = 0;
        nextStage = steps / STAGES;
        cost = now;
        double sum = 0;
        int seen = 0;
        for (int s = 0; s < SAMPLES; s++) {
            draw(division);
            if (account >= 0) {
                sum += StrictMath.abs(change);
                seen++;
            }
        }
        temperature = seen == 0 ? 0 : sum / seen * (wide ? HOT : WARM);
        cooling = StrictMath.pow(wide ? COLDEST : COLD, 1.0 / STAGES);
        stage = wide ? SOFT_STAGES : 0;
        if (!wide) {
            division.soften(SOFT, relaxed);
        }
    }

    /** Draws the next change and decides on it; false at the end of the round. */
    boolean step(Division division) {
        if (done >= length) {
            return false;
        }
        done++;
        if (done >= nextStage) {
            nextStage += Math.max(1, length / STAGES);
            temperature *= cooling;
            stage++;
            if (stage < SOFT_STAGES) {
                division.soften(StrictMath.pow(SOFT, 1 - (double) stage / SOFT_STAGES), relaxed);
            } else if (stage == SOFT_STAGES) {
                division.harden();
                cost = model.cost(division.at);
            }
        }
        draw(division);
        isTaken = account >= 0
                && (change <= 0 || change < temperature * PATIENCE[dice.below(LUCK)])
                && (other < 0 ? division.mayMove(account, to) : division.maySwap(account, other));
        return true;
    }

    /** Whether the change that was decided on makes it worse. */
    boolean isLeaving() {
        return isTaken && change > 0 && !isSoft();
    }

    /** Whether loads that are off cost less than they do. */
    boolean isSoft() {
        return stage < SOFT_STAGES;
    }

    /** Before the change that was decided on. */
    double cost() {
        return cost;
    }

    /** Makes the change, if so decided. */
    void accept(Division division) {
        if (isTaken) {
            int from = division.at[account];
            division.move(account, to);
            if (other >= 0) {
                division.move(other, from);
            }
            cost += change;
        }
    }

    private boolean isNear(int i, int rep) {
        for (int one : near[i]) {
            if (one == rep) {
                return true;
            }
        }
        return false;
    }

    private void draw(Division division) {
        int half = dice.below(model.n) + 1;
        account = wide ? half - 1 : wavering[dice.below(half)];
        int[] options = wide ? model.options[account] : near[account];
        to = options[dice.below(options.length)];
        other = -1;
        if (to == division.at[account]) {
            account = -1;
            return;
        }
        int there = division.size(to);
        if (there > 0 && (dice.below(4) != 0)) {
            int from = division.at[account];
            int tries = TRIES;
            do {
                other = division.own(to, dice.below(there));
            } while (--tries > 0 && !wide && !isNear(other, from));
            change = division.ofSwap(account, other);
        } else {
            change = division.ofMove(account, to);
        }
    }
}
