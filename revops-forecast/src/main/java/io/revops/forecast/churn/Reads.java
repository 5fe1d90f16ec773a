package io.revops.forecast.churn;

import io.revops.forecast.learn.Scorer;
import java.util.List;

/** Which columns of which edition are read: only so much of a scorer as it takes to check a table. */
record Reads(List<String> features, String version) implements Scorer {
    @Override
    public String name() {
        return "hazards";
    }

    @Override
    public double probability(double... values) {
        throw new UnsupportedOperationException("Only the columns are checked.");
    }
}
