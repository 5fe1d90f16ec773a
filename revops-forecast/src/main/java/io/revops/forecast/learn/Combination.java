package io.revops.forecast.learn;

import io.revops.forecast.Refused;
import io.revops.forecast.Threads;
import io.revops.forecast.Trained;
import io.revops.forecast.Training;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Logistic regression, boosting, or a weighted mean of their log-odds, whichever missed rows left out of five folds by least
 * (log-loss, in steps of a tenth of the weight; of equals, less boosting).
 *
 * <p>Boosting is given as many rounds as the same left-out rows want. Where the data cannot carry boosting it is the regression
 * alone, and where they cannot carry that, a refusal.
 */
public final class Combination implements Learner<Explained> {
    private static final int STEPS = 10;
    private static final int MOST_ROUNDS = 1000;

    private final LogisticRegression logistic;
    private final Boosting boosting;

    private Combination(LogisticRegression logistic, Boosting boosting) {
        this.logistic = logistic;
        this.boosting = boosting;
    }

    /** Of the standard regression and the standard boosting with up to 1,000 rounds. */
    public static Combination standard() {
        return of(LogisticRegression.standard(), Boosting.standard().with(Rounds.upTo(MOST_ROUNDS)));
    }

    /** Of these two. */
    public static Combination of(LogisticRegression logistic, Boosting boosting) {
        return new Combination(logistic, boosting);
    }

    /** The same models, trained by several threads. */
    public Combination with(Threads option) {
        return new Combination(logistic, boosting.with(option));
    }

    @Override
    public String name() {
        return "auto";
    }

    @Override
    public Training<Explained> learn(DataSet data) {
        Training<LogisticModel> regression = logistic.learn(data);
        if (regression instanceof Refused<LogisticModel> refused) {
            return refused.as();
        }
        Trained<LogisticModel> line = (Trained<LogisticModel>) regression;
        Optional<Refused<BoostingModel>> refusal = boosting.refusal(data);
        if (refusal.isPresent()) {
            List<String> reasons = new ArrayList<>(line.reasons());
            reasons.add("Left out: boosting. " + refusal.get().why());
            return new Trained<>(line.fitted(), line.provenance(), reasons);
        }
        DataSet rows = CanonicalOrder.of(data);
        HeldOut trees = boosting.heldOut(rows);
        double[] losses = losses(rows, heldOutLine(rows), trees.margins());
        int best = 0;
        for (int s = 1; s <= STEPS; s++) {
            best = losses[s] < losses[best] ? s : best;
        }
        List<String> reasons = new ArrayList<>(line.reasons());
        reasons.add("Log-loss of rows left out of " + HeldOut.FOLDS + " folds: logistic " + losses[0]
                + ", boosting with "
                + trees.rounds() + " rounds " + losses[STEPS] + ", with " + best + " tenths of boosting " + losses[best]
                + ".");
        Boosting chosen = boosting.with(Rounds.of(trees.rounds()));
        String method = "combination of " + logistic + " and " + chosen;
        return new Trained<>(model(best, line.fitted(), chosen, data), Grounds.provenance(method, data), reasons);
    }

    private static Explained model(int tenths, LogisticModel line, Boosting chosen, DataSet data) {
        if (tenths == 0) {
            return line;
        }
        BoostingModel trees = chosen.learn(data).orElseThrow();
        double weight = (double) tenths / STEPS;
        return tenths == STEPS
                ? trees
                : new CombinationModel(List.of(
                        new CombinationModel.Member((double) (STEPS - tenths) / STEPS, line),
                        new CombinationModel.Member(weight, trees)));
    }

    /** The log-odds of rows by regressions that had not seen them. */
    private double[] heldOutLine(DataSet rows) {
        double[] margins = new double[rows.size()];
        for (Fold fold : Folds.mod(HeldOut.FOLDS).of(rows)) {
            DataSet seen = rows.select(fold.train());
            int[] test = fold.test();
            double[] own = logistic.learn(seen).orElseThrow().logOddsOfEach(rows.select(test));
            for (int i = 0; i < test.length; i++) {
                margins[test[i]] = own[i];
            }
        }
        return margins;
    }

    private static double[] losses(DataSet rows, double[] line, double[] trees) {
        double[] losses = new double[STEPS + 1];
        double all = Arrays.stream(rows.rawWeights()).sum();
        for (int s = 0; s <= STEPS; s++) {
            double weight = (double) s / STEPS;
            double sum = 0;
            for (int i = 0; i < line.length; i++) {
                double mixed = (1 - weight) * line[i] + weight * trees[i];
                sum += rows.weight(i) * (LogOdds.softplus(mixed) - rows.label(i) * mixed);
            }
            losses[s] = sum / all;
        }
        return losses;
    }

    /** {@code combination of logistic regression, ridge 1.0 and boosting, ...}. */
    @Override
    public String toString() {
        return "combination of " + logistic + " and " + boosting;
    }
}
