package io.revops.forecast.learn;

/**
 * Boosted trees that predict a number, in its own unit.
 *
 * @param trees their sum is the number
 */
public record ValueModel(Trees trees) {
    /** The number that is expected of a row. */
    public double value(double... values) {
        return trees.score(values);
    }

    /** The number as a sum: a base, and what each feature contributes. */
    public Reasons reasons(double... values) {
        return trees.reasons(values);
    }

    /** {@code predicted by 150 trees of 45 features}. */
    @Override
    public String toString() {
        return "predicted by " + trees;
    }
}
