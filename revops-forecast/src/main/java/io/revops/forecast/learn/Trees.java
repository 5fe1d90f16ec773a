package io.revops.forecast.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A sum of trees: base + Σ what each tree says of the row.
 *
 * @param version the edition of the features
 * @param columns what is read, in order
 * @param base the score before the first tree
 * @param trees in the order in which they were grown
 */
public record Trees(String version, List<Feature> columns, double base, List<RegressionTree> trees) {
    public Trees {
        Objects.requireNonNull(version, "version");
        columns = List.copyOf(columns);
        trees = List.copyOf(trees);
        if (!Double.isFinite(base)) {
            throw new IllegalArgumentException("The base is " + base + ". Maybe the file was changed.");
        }
        for (RegressionTree tree : trees) {
            for (int i = 0; i < tree.size(); i++) {
                if (tree.feature(i) >= columns.size()) {
                    throw new IllegalArgumentException("A tree asks for feature " + tree.feature(i) + " of "
                            + columns.size() + ". Maybe the file was cut.");
                }
            }
        }
    }

    /** The names of what is read. */
    public List<String> names() {
        return columns.stream().map(Feature::name).toList();
    }

    /** The score of a row. */
    public double score(double... values) {
        Width.check(values, columns.size());
        double sum = base;
        for (RegressionTree tree : trees) {
            sum += tree.value(values);
        }
        return sum;
    }

    /** The score of each row of a table whose columns are these, in this order; the same bits as one by one. */
    double[] scores(DataSet data) {
        return BlockScores.of(this, data);
    }

    /**
     * The score as a sum over features: Shapley values of the game in which a feature that is not known sends a row down both
     * ways, weighted by how many rows of the training went each (path-dependent TreeSHAP; S. Lundberg et al., Nature Machine
     * Intelligence 2, 2020, 56–67).
     */
    public Reasons reasons(double... values) {
        Width.check(values, columns.size());
        return Shapley.of(this, TreeGame.Reuse.ONE_ROW).reasons(values);
    }

    /** The reasons of each row of a table whose columns are these, in this order. */
    List<Reasons> reasons(DataSet data) {
        Shapley shapley = Shapley.of(this, TreeGame.Reuse.MANY_ROWS);
        List<Reasons> all = new ArrayList<>(data.size());
        for (int i = 0; i < data.size(); i++) {
            all.add(shapley.reasons(data.values(i)));
        }
        return all;
    }

    /** {@code 150 trees of 45 features}. */
    @Override
    public String toString() {
        return trees.size() + " trees of " + columns.size() + " features";
    }
}
