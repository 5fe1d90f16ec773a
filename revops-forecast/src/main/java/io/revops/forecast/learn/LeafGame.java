package io.revops.forecast.learn;

import java.util.ArrayList;
import java.util.List;

/**
 * One leaf of a tree as a game of the features on its path.
 *
 * <p>A feature that is known lets the row through, if it passes all the questions on the path that ask for it (oⱼ = 1), or not
 * (oⱼ = 0); one that is not known lets through the share zⱼ of rows that passed them in the training. With d features on the path
 * and v in the leaf, the Shapley value of j is
 *
 * <pre>v (oⱼ − zⱼ) Σ over S without j of |S|! (d − |S| − 1)! / d! Π(k in S) oₖ Π(k not in S, not j) zₖ,</pre>
 *
 * and the products over all S of one size are the coefficients of Π(k not j) (zₖ + oₖ t).
 */
final class LeafGame {
    private final double value;
    /** The features on the path, by their place among those of the tree, and the share that each lets through. */
    private final int[] features;

    private final double[] shares;
    /** For each step of the path: which question of the tree, whether it must be answered with left, and whose it is here. */
    private final int[] questions;

    private final boolean[] wantsLeft;
    private final int[] owners;

    /**
     * A game.
     *
     * @param path the nodes from the root to the leaf
     * @param questionOf the number of each node's question
     * @param featuresOfTree the features that the tree asks for
     */
    LeafGame(RegressionTree tree, List<Integer> path, int[] questionOf, List<Integer> featuresOfTree) {
        int steps = path.size() - 1;
        value = tree.value(path.get(steps));
        questions = new int[steps];
        wantsLeft = new boolean[steps];
        owners = new int[steps];
        List<Integer> own = new ArrayList<>();
        List<Double> passed = new ArrayList<>();
        for (int s = 0; s < steps; s++) {
            int node = path.get(s);
            int child = path.get(s + 1);
            questions[s] = questionOf[node];
            wantsLeft[s] = child == tree.left(node);
            int feature = featuresOfTree.indexOf(tree.feature(node));
            int place = own.indexOf(feature);
            if (place < 0) {
                place = own.size();
                own.add(feature);
                passed.add(1.0);
            }
            passed.set(place, passed.get(place) * (tree.cover(child) / tree.cover(node)));
            owners[s] = place;
        }
        features = own.stream().mapToInt(f -> f).toArray();
        shares = passed.stream().mapToDouble(z -> z).toArray();
    }

    /** Adds the Shapley values of a row to those of the tree's features; {@code goesLeft} are its answers. */
    void add(boolean[] goesLeft, double[] sums) {
        int d = features.length;
        boolean[] passes = new boolean[d];
        java.util.Arrays.fill(passes, true);
        for (int s = 0; s < questions.length; s++) {
            passes[owners[s]] &= goesLeft[questions[s]] == wantsLeft[s];
        }
        double[] bySize = new double[d];
        for (int j = 0; j < d; j++) {
            sums[features[j]] += value * ((passes[j] ? 1 : 0) - shares[j]) * others(passes, j, bySize);
        }
    }

    /** Σ |S|! (d − |S| − 1)! / d! over the sets S of the others, times what they let through. */
    private double others(boolean[] passes, int j, double[] bySize) {
        int d = features.length;
        java.util.Arrays.fill(bySize, 0);
        bySize[0] = 1;
        int degree = 0;
        for (int k = 0; k < d; k++) {
            if (k != j) {
                degree++;
                for (int s = degree; s > 0; s--) {
                    bySize[s] = bySize[s] * shares[k] + (passes[k] ? bySize[s - 1] : 0);
                }
                bySize[0] *= shares[k];
            }
        }
        double sum = 0;
        double weight = 1.0 / d;
        for (int s = 0; s < d; s++) {
            sum += weight * bySize[s];
            weight = weight * (s + 1) / Math.max(1, d - 1 - s);
        }
        return sum;
    }
}
