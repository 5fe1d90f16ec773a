package io.revops.forecast.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Contributions against the definition: every set of features, every order of learning them. */
class ShapleyTest {
    /** What a tree says on average if only the features in a set are known. S. Lundberg et al., 2020, algorithm 1. */
    private static double expected(RegressionTree tree, int node, double[] row, int known) {
        if (tree.isLeaf(node)) {
            return tree.value(node);
        }
        if ((known >> tree.feature(node) & 1) == 1) {
            return expected(tree, tree.child(node, row), row, known);
        }
        int left = tree.left(node);
        int right = tree.right(node);
        return (tree.cover(left) * expected(tree, left, row, known)
                        + tree.cover(right) * expected(tree, right, row, known))
                / tree.cover(node);
    }

    private static double value(Trees trees, double[] row, int known) {
        double sum = trees.base();
        for (RegressionTree tree : trees.trees()) {
            sum += expected(tree, 0, row, known);
        }
        return sum;
    }

    private static double bruteForce(Trees trees, double[] row, int feature) {
        int features = row.length;
        double sum = 0;
        for (int set = 0; set < 1 << features; set++) {
            if ((set >> feature & 1) == 0) {
                int size = Integer.bitCount(set);
                double weight = factorial(size) * factorial(features - size - 1) / factorial(features);
                sum += weight * (value(trees, row, set | 1 << feature) - value(trees, row, set));
            }
        }
        return sum;
    }

    private static double factorial(int n) {
        double product = 1;
        for (int i = 2; i <= n; i++) {
            product *= i;
        }
        return product;
    }

    private static DataSet six() {
        DataSet a = Planted.line(500, 11, 8);
        DataSet b = Planted.crossing(500, 12);
        DataSetBuilder rows = DataSet.of("usage", "tickets", "noise", "first", "second", "more");
        for (int i = 0; i < a.size(); i++) {
            double label = b.label(i) == 1 && i % 3 > 0 ? 1 : a.label(i);
            rows.row("r" + i, label, a.value(i, 0), a.value(i, 1), a.value(i, 2), b.value(i, 0), b.value(i, 1), i % 4);
        }
        return rows.build();
    }

    @Test
    void contributionsAreShapleyValues() {
        DataSet data = six();
        for (int leaves : new int[] {8, 24}) {
            Trees trees = Boosting.standard()
                    .with(Leaves.of(leaves))
                    .with(LeafRows.of(5))
                    .with(Rounds.of(12))
                    .learn(data)
                    .orElseThrow()
                    .trees();
            for (int i = 0; i < 40; i++) {
                double[] row = data.values(i);
                Reasons reasons = trees.reasons(row);
                assertThat(reasons.base()).isCloseTo(value(trees, row, 0), within(1e-9));
                for (int f = 0; f < row.length; f++) {
                    assertThat(reasons.parts().get(f).contribution())
                            .isCloseTo(bruteForce(trees, row, f), within(1e-9));
                }
            }
        }
    }

    /** The same feature asked twice on a path: 10 rows, 4 at or below 1, of the others 2 at or below 5. */
    @Test
    void featureThatIsAskedTwiceIsOnePlayer() {
        RegressionTree tree = RegressionTree.of(
                new RegressionTree.Node(0, 1, 1, 2, 1, 0, 10),
                new RegressionTree.Node(-1, 0, 0, 0, 0, 3, 4),
                new RegressionTree.Node(0, 5, 3, 4, 4, 0, 6),
                new RegressionTree.Node(-1, 0, 0, 0, 0, 7, 2),
                new RegressionTree.Node(-1, 0, 0, 0, 0, 11, 4));
        Trees trees = new Trees("1", List.of(Feature.of("x")), 0, List.of(tree));
        double mean = (4 * 3 + 2 * 7 + 4 * 11) / 10.0;
        assertThat(trees.reasons(3).base()).isCloseTo(mean, within(1e-15));
        assertThat(trees.reasons(3).parts().get(0).contribution()).isCloseTo(7 - mean, within(1e-14));
        assertThat(trees.reasons(Double.NaN).parts().get(0).contribution()).isCloseTo(3 - mean, within(1e-14));
    }

    @Test
    void reasonsAreOrderedAddedAndCompared() {
        DataSet data = six();
        BoostingModel model =
                Boosting.standard().with(Rounds.of(20)).learn(data).orElseThrow();
        Reasons reasons = model.reasons(data.values(3));
        assertThat(reasons.total()).isCloseTo(model.logOdds(data.values(3)), within(1e-12));
        List<Reasons.Part> top = reasons.top(2);
        assertThat(top).hasSize(2);
        assertThat(Math.abs(top.get(0).contribution()))
                .isGreaterThanOrEqualTo(Math.abs(top.get(1).contribution()));
        assertThat(reasons.bySource()).containsKeys("usage", "first");
        Reasons change = model.reasons(data.values(4)).since(reasons);
        assertThat(change.base()).isZero();
        assertThat(change.total())
                .isCloseTo(model.logOdds(data.values(4)) - model.logOdds(data.values(3)), within(1e-12));
        Reasons mean = Reasons.mean(List.of(reasons, model.reasons(data.values(4))));
        assertThat(mean.total())
                .isCloseTo((model.logOdds(data.values(3)) + model.logOdds(data.values(4))) / 2, within(1e-12));
    }
}
