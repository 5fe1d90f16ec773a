package io.revops.forecast.learn;

import io.revops.forecast.Refused;
import io.revops.forecast.Trained;
import io.revops.forecast.Training;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One tree that reads as rules: "usage at most 3 and tickets above 2: 41 % of 85".
 *
 * <p>Grown as a tree of {@link Boosting} is, from the greatest gain in likelihood on, and stopped at a few leaves; a leaf says the share of its
 * rows that had the event, drawn by one row towards the rate of all. While it grows, a leaf is held by the {@link LeafPenalty} of boosting,
 * some four to ten rows, so that splits of few rows gain less than without. L. Breiman et al., Classification and Regression Trees, 1984.
 *
 * <p>For people who want to see all of a model at once. It ranks worse than a regression or a boosting, and another sample may give
 * other rules: measure it beside them.
 */
public final class DecisionTree implements Learner<BoostingModel> {
    private static final int LEAVES = 6;

    private final BoostingOptions options;

    private DecisionTree(BoostingOptions options) {
        this.options = options;
    }

    /** Up to {@value #LEAVES} leaves of at least 20 rows. */
    public static DecisionTree standard() {
        return new DecisionTree(BoostingOptions.standard()
                .with(Rounds.of(1))
                .with(LearningRate.of(1))
                .with(Leaves.of(LEAVES)));
    }

    public DecisionTree with(Leaves option) {
        return new DecisionTree(options.with(option));
    }

    public DecisionTree with(LeafRows option) {
        return new DecisionTree(options.with(option));
    }

    @Override
    public String name() {
        return "tree";
    }

    @Override
    public Training<BoostingModel> learn(DataSet data) {
        Optional<Refused<BoostingModel>> refusal = Grounds.against(
                data,
                Boosting.LEAST_ROWS,
                LogisticRegression.LEAST_ROWS,
                "a logistic regression, which is held by its ridge: LogisticRegression.standard()");
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Trees grown = BoostingRun.grow(data, BoostingRun.Loss.LOGISTIC, options, 1, (round, tree) -> true);
        BoostingModel model = new BoostingModel(
                new Trees(grown.version(), grown.columns(), grown.base(), List.of(counted(grown, data))));
        return Trained.of(model, Grounds.provenance("decision tree, " + options, data));
    }

    /** The same tree with the log-odds of each leaf's rows in it. */
    private static RegressionTree counted(Trees grown, DataSet data) {
        RegressionTree tree = grown.trees().get(0);
        DataSet rows = CanonicalOrder.of(data);
        double[] all = new double[tree.size()];
        double[] events = new double[tree.size()];
        for (int i = 0; i < rows.size(); i++) {
            double[] values = rows.values(i);
            int node = 0;
            while (!tree.isLeaf(node)) {
                node = tree.child(node, values);
            }
            all[node] += rows.weight(i);
            events[node] += rows.weight(i) * rows.label(i);
        }
        double rate = LogOdds.probability(grown.base());
        RegressionTree.Node[] nodes = new RegressionTree.Node[tree.size()];
        for (int n = 0; n < nodes.length; n++) {
            RegressionTree.Node node = tree.node(n);
            double value = node.value();
            if (tree.isLeaf(n)) {
                value = StrictMath.log((events[n] + rate) / (all[n] - events[n] + 1 - rate)) - grown.base();
            }
            nodes[n] = new RegressionTree.Node(
                    node.feature(), node.threshold(), node.left(), node.right(), node.missing(), value, node.cover());
        }
        return RegressionTree.of(nodes);
    }

    /**
     * A leaf as a rule.
     *
     * @param conditions that lead to it, from the first question on; empty if nothing was asked
     * @param probability that it says
     * @param rows of the training that came there
     */
    public record Rule(List<String> conditions, double probability, double rows) {
        public Rule {
            conditions = List.copyOf(conditions);
        }

        /** {@code usage at most 3 and tickets above 2: 41.2 % of 85}. */
        @Override
        public String toString() {
            return (conditions.isEmpty() ? "everybody" : String.join(" and ", conditions)) + ": "
                    + Rounded.of(100 * probability, 1) + " % of " + String.format(Locale.ROOT, "%.0f", rows);
        }
    }

    /**
     * The rules of a tree, the highest probability first; thresholds are told with four digits.
     *
     * @throws IllegalArgumentException if the model has more than one tree: a sum of trees has no rules
     */
    public static List<Rule> rules(BoostingModel model) {
        List<RegressionTree> trees = model.trees().trees();
        if (trees.size() != 1) {
            throw new IllegalArgumentException("The model has " + trees.size()
                    + " trees, and only one reads as rules. Maybe DecisionTree.standard().");
        }
        List<Rule> rules = new ArrayList<>();
        descend(model.trees(), trees.get(0), 0, List.of(), rules);
        rules.sort(Comparator.comparingDouble(r -> -r.probability()));
        return rules;
    }

    private static void descend(Trees trees, RegressionTree tree, int node, List<String> before, List<Rule> rules) {
        if (tree.isLeaf(node)) {
            rules.add(new Rule(before, LogOdds.probability(trees.base() + tree.value(node)), tree.cover(node)));
            return;
        }
        String name = trees.columns().get(tree.feature(node)).name();
        String limit = BigDecimal.valueOf(tree.threshold(node))
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
        String missing = " or not known";
        boolean left = tree.isMissingLeft(node);
        descend(trees, tree, tree.left(node), and(before, name + " at most " + limit + (left ? missing : "")), rules);
        descend(trees, tree, tree.right(node), and(before, name + " above " + limit + (left ? "" : missing)), rules);
    }

    private static List<String> and(List<String> before, String more) {
        List<String> all = new ArrayList<>(before);
        all.add(more);
        return all;
    }

    /** {@code decision tree, } and its options. */
    @Override
    public String toString() {
        return "decision tree, " + options;
    }
}
