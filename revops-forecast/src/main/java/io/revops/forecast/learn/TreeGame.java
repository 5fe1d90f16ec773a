package io.revops.forecast.learn;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What each feature contributes to what a tree says: the games of its leaves together.
 *
 * <p>It depends on a row only through its answers to the questions of the tree. Of a small tree all 2^questions results can be worked
 * out beforehand, so that explaining a row is looking them up (J. Yang, Fast TreeSHAP, arXiv:2109.09847, 2021).
 */
final class TreeGame {
    private static final int SMALL = 8;

    private final RegressionTree tree;
    private final int[] questions;
    private final int[] features;
    private final List<LeafGame> leaves = new ArrayList<>();
    private final double @Nullable [][] known;

    private TreeGame(RegressionTree tree, Reuse reuse) {
        this.tree = tree;
        List<Integer> asked = new ArrayList<>();
        List<Integer> distinct = new ArrayList<>();
        int[] questionOf = new int[tree.size()];
        for (int i = 0; i < tree.size(); i++) {
            if (!tree.isLeaf(i)) {
                questionOf[i] = asked.size();
                asked.add(i);
                if (!distinct.contains(tree.feature(i))) {
                    distinct.add(tree.feature(i));
                }
            }
        }
        questions = asked.stream().mapToInt(n -> n).toArray();
        features = distinct.stream().mapToInt(f -> f).toArray();
        walk(new ArrayList<>(List.of(0)), questionOf, distinct);
        known = reuse == Reuse.MANY_ROWS && questions.length <= SMALL ? new double[1 << questions.length][] : null;
    }

    /** Whether it pays to remember. */
    enum Reuse {
        ONE_ROW,
        MANY_ROWS
    }

    static TreeGame of(RegressionTree tree, Reuse reuse) {
        return new TreeGame(tree, reuse);
    }

    private void walk(List<Integer> path, int[] questionOf, List<Integer> distinct) {
        int node = path.get(path.size() - 1);
        if (tree.isLeaf(node)) {
            leaves.add(new LeafGame(tree, path, questionOf, distinct));
            return;
        }
        for (int child : new int[] {tree.left(node), tree.right(node)}) {
            path.add(child);
            walk(path, questionOf, distinct);
            path.remove(path.size() - 1);
        }
    }

    /** Adds what each feature contributes to a row. */
    void add(double[] row, double[] contributions) {
        double[] own;
        if (known == null) {
            boolean[] goesLeft = new boolean[questions.length];
            for (int q = 0; q < goesLeft.length; q++) {
                goesLeft[q] = tree.child(questions[q], row) == tree.left(questions[q]);
            }
            own = answer(goesLeft);
        } else {
            int answers = 0;
            for (int q = 0; q < questions.length; q++) {
                answers |= tree.child(questions[q], row) == tree.left(questions[q]) ? 1 << q : 0;
            }
            own = known[answers];
            if (own == null) {
                boolean[] goesLeft = new boolean[questions.length];
                for (int q = 0; q < goesLeft.length; q++) {
                    goesLeft[q] = (answers >> q & 1) == 1;
                }
                own = answer(goesLeft);
                known[answers] = own;
            }
        }
        for (int f = 0; f < features.length; f++) {
            contributions[features[f]] += own[f];
        }
    }

    private double[] answer(boolean[] goesLeft) {
        double[] sums = new double[features.length];
        for (LeafGame leaf : leaves) {
            leaf.add(goesLeft, sums);
        }
        return sums;
    }
}
