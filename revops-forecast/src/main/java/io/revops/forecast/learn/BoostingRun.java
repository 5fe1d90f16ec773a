package io.revops.forecast.learn;

import io.revops.forecast.Lanes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Grows the trees of one model, and tells after each what it says of rows that were left out. */
final class BoostingRun {
    /** The loss that the trees make small. */
    enum Loss {
        /** −y ln p − (1 − y) ln(1 − p), the score being log-odds. */
        LOGISTIC,
        /** ½ (y − score)². */
        SQUARED
    }

    private final DataSet data;
    private final Loss loss;
    private final double[] labels;
    private final double[] weights;
    private final double[] margins;
    private final double[] first;
    private final double[] second;

    private BoostingRun(DataSet data, Loss loss) {
        this.data = data;
        this.loss = loss;
        this.labels = data.rawLabels();
        this.weights = data.rawWeights();
        this.margins = new double[labels.length];
        this.first = new double[labels.length];
        this.second = new double[labels.length];
    }

    /** Is told of each tree as it is grown, and says whether more are wanted. */
    interface Witness {
        boolean wantsMoreAfter(int round, RegressionTree tree);
    }

    static Trees grow(DataSet data, Loss loss, BoostingOptions options, int rounds, Witness witness) {
        return new BoostingRun(data, loss).grow(options, rounds, witness);
    }

    private Trees grow(BoostingOptions options, int rounds, Witness witness) {
        double base = base(data, loss);
        Arrays.fill(margins, base);
        List<RegressionTree> trees = new ArrayList<>(rounds);
        try (Lanes lanes = Lanes.of(options.workers())) {
            TreeGrower grower = new TreeGrower(
                    Bins.of(data, lanes), options, options.monotone().signs(data), lanes);
            Gradients gradients = new Gradients(labels.length);
            for (int round = 0; round < rounds; round++) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException("The training was interrupted. Maybe run it again.");
                }
                derive();
                gradients.set(first, second);
                RegressionTree tree = grower.grow(gradients, margins);
                if (tree.size() == 1 && tree.value(0) == 0) {
                    break; // nothing is left to learn
                }
                trees.add(tree);
                if (!witness.wantsMoreAfter(round, tree)) {
                    break;
                }
            }
        }
        return new Trees(data.version(), data.features(), base, trees);
    }

    /** The best score that is the same for every row, in sums that do not depend on the order of rows. */
    static double base(DataSet data, Loss loss) {
        double[] labels = data.rawLabels();
        double[] weights = data.rawWeights();
        double[] weighted = new double[labels.length];
        Arrays.setAll(weighted, i -> weights[i] * labels[i]);
        Gradients sums = new Gradients(labels.length);
        sums.set(weighted, weights);
        Totals totals = Totals.of(sums);
        double mean = sums.first(totals.first()) / sums.second(totals.second());
        return loss == Loss.LOGISTIC ? LogOdds.of(mean) : mean;
    }

    private void derive() {
        for (int i = 0; i < margins.length; i++) {
            if (loss == Loss.LOGISTIC) {
                double p = LogOdds.probability(margins[i]);
                first[i] = weights[i] * (p - labels[i]);
                second[i] = weights[i] * p * (1 - p);
            } else {
                first[i] = weights[i] * (margins[i] - labels[i]);
                second[i] = weights[i];
            }
        }
    }
}
