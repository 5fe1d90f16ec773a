package io.revops.forecast.learn;

import java.util.ArrayList;
import java.util.List;

/**
 * The same probability for every row.
 *
 * @param version the edition of the features
 * @param columns what a row has; none of it is read
 * @param rate between 0 and 1, both excluded
 */
public record BaseRateModel(String version, List<Feature> columns, double rate) implements Explained {
    public BaseRateModel {
        columns = List.copyOf(columns);
        if (!(rate > 0 && rate < 1)) {
            throw new IllegalArgumentException("The base rate is " + rate + ". Maybe the file was changed.");
        }
    }

    @Override
    public String name() {
        return "base rate";
    }

    @Override
    public List<String> features() {
        return columns.stream().map(Feature::name).toList();
    }

    @Override
    public double logOdds(double... values) {
        Width.check(values, columns.size());
        return LogOdds.of(rate);
    }

    @Override
    public Reasons reasons(double... values) {
        Width.check(values, columns.size());
        List<Reasons.Part> parts = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            parts.add(new Reasons.Part(columns.get(i), values[i], 0));
        }
        return new Reasons(LogOdds.of(rate), parts);
    }
}
