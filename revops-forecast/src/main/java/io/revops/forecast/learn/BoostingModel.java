package io.revops.forecast.learn;

import java.util.List;

/**
 * Boosted trees that say how likely the event is.
 *
 * @param trees their sum is the log-odds
 */
public record BoostingModel(Trees trees) implements Explained {
    @Override
    public String name() {
        return "boosting";
    }

    @Override
    public List<String> features() {
        return trees.names();
    }

    @Override
    public String version() {
        return trees.version();
    }

    @Override
    public double logOdds(double... values) {
        return trees.score(values);
    }

    @Override
    public Reasons reasons(double... values) {
        return trees.reasons(values);
    }

    @Override
    public List<Reasons> reasonsOfEach(DataSet data) {
        return trees.reasons(fitting(data));
    }

    @Override
    public double[] logOddsOfEach(DataSet data) {
        return trees.scores(fitting(data));
    }

    /** {@code boosting: 150 trees of 45 features}. */
    @Override
    public String toString() {
        return "boosting: " + trees;
    }
}
