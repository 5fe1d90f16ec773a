package io.revops.forecast.learn;

import java.util.ArrayList;
import java.util.List;

/** What each feature contributes to a sum of trees. Remembers results, and so is used by one thread only. */
final class Shapley {
    private final Trees trees;
    private final double base;
    private final List<TreeGame> games;

    private Shapley(Trees trees, double base, List<TreeGame> games) {
        this.trees = trees;
        this.base = base;
        this.games = games;
    }

    static Shapley of(Trees trees, TreeGame.Reuse reuse) {
        List<TreeGame> games = new ArrayList<>();
        double base = trees.base();
        for (RegressionTree tree : trees.trees()) {
            base += tree.mean();
            games.add(TreeGame.of(tree, reuse));
        }
        return new Shapley(trees, base, games);
    }

    Reasons reasons(double... row) {
        double[] contributions = new double[row.length];
        for (TreeGame game : games) {
            game.add(row, contributions);
        }
        List<Reasons.Part> parts = new ArrayList<>(row.length);
        for (int f = 0; f < row.length; f++) {
            parts.add(new Reasons.Part(trees.columns().get(f), row[f], contributions[f]));
        }
        return new Reasons(base, parts);
    }
}
