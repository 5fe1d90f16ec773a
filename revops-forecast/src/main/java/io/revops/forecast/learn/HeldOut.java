package io.revops.forecast.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How a boosting fares on rows left out of {@value #FOLDS} folds, round by round. */
final class HeldOut {
    static final int FOLDS = 5;

    /** A fold in which so many rounds brought nothing is not grown on. */
    private static final int PATIENCE = 50;

    private final int rounds;
    private final double[] margins;

    private HeldOut(int rounds, double[] margins) {
        this.rounds = rounds;
        this.margins = margins;
    }

    /** How many there should be: so many as were asked for, or after how many the loss was least. */
    int rounds() {
        return rounds;
    }

    /** What was said of each row after so many rounds, by trees that had not seen it; for reading only. */
    double[] margins() {
        return margins;
    }

    /** Tries each fold; the rows are in canonical order, so that the folds are always the same. */
    static HeldOut of(DataSet rows, BoostingRun.Loss loss, BoostingOptions options) {
        int most = options.rounds().most();
        boolean choose = options.rounds().kind() == Rounds.Kind.HELD_OUT;
        double[] losses = new double[most];
        List<Fold> folds = Folds.mod(FOLDS).of(rows);
        List<Trees> models = new ArrayList<>();
        for (Fold fold : folds) {
            DataSet unseen = rows.select(fold.test());
            double[][] values = values(unseen);
            DataSet seen = rows.select(fold.train());
            double[] own = new double[values.length];
            Arrays.fill(own, BoostingRun.base(seen, loss));
            double[] after = new double[most];
            Arrays.fill(after, loss(unseen, own, loss));
            int[] best = {0};
            models.add(BoostingRun.grow(seen, loss, options, most, (round, tree) -> {
                if (!choose) {
                    return true;
                }
                for (int i = 0; i < own.length; i++) {
                    own[i] += tree.value(values[i]);
                }
                Arrays.fill(after, round, most, loss(unseen, own, loss));
                best[0] = after[round] < after[best[0]] ? round : best[0];
                return round < best[0] + PATIENCE;
            }));
            for (int r = 0; r < most; r++) {
                losses[r] += after[r];
            }
        }
        int best = most - 1;
        for (int r = 0; choose && r < most; r++) {
            best = losses[r] < losses[best] || (losses[r] == losses[best] && r < best) ? r : best;
        }
        return new HeldOut(best + 1, margins(rows, folds, models, best + 1));
    }

    private static double[] margins(DataSet rows, List<Fold> folds, List<Trees> models, int rounds) {
        double[] margins = new double[rows.size()];
        for (int f = 0; f < folds.size(); f++) {
            Trees all = models.get(f);
            Trees first = new Trees(
                    all.version(),
                    all.columns(),
                    all.base(),
                    all.trees().subList(0, Math.min(rounds, all.trees().size())));
            int[] test = folds.get(f).test();
            double[] scores = first.scores(rows.select(test));
            for (int i = 0; i < test.length; i++) {
                margins[test[i]] = scores[i];
            }
        }
        return margins;
    }

    private static double[][] values(DataSet rows) {
        double[][] values = new double[rows.size()][];
        Arrays.setAll(values, rows::values);
        return values;
    }

    private static double loss(DataSet rows, double[] scores, BoostingRun.Loss loss) {
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            double missed = scores[i] - rows.label(i);
            double cost = loss == BoostingRun.Loss.LOGISTIC
                    ? LogOdds.softplus(scores[i]) - rows.label(i) * scores[i]
                    : missed * missed / 2;
            sum += rows.weight(i) * cost;
        }
        return sum;
    }
}
