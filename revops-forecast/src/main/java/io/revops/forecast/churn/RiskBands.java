package io.revops.forecast.churn;

import io.revops.metric.Reading;

/**
 * From which probability on a risk is medium, and from which on it is high. A band throws away what a probability knows: choose limits by
 * what acting costs and brings ({@link io.revops.forecast.learn.Offer#threshold}), not by what looks round.
 *
 * @param medium above 0
 * @param high at least as much, below 1
 */
public record RiskBands(double medium, double high) {
    public RiskBands {
        if (!(medium > 0 && high >= medium && high < 1)) {
            throw new IllegalArgumentException(
                    "The bands begin at " + medium + " and " + high + ". Maybe 0.1 and 0.3, of probabilities.");
        }
    }

    /** Twice and four times the rate of all, at least 0.001 and 0.002, at most 0.98 and 0.99. */
    public static RiskBands around(double baseRate) {
        if (!(baseRate >= 0 && baseRate <= 1)) {
            throw new IllegalArgumentException(
                    "The rate of all is " + baseRate + ". Maybe one from 0 to 1; 25 % is 0.25.");
        }
        return new RiskBands(
                Math.max(0.001, Math.min(0.98, 2 * baseRate)), Math.max(0.002, Math.min(0.99, 4 * baseRate)));
    }

    /** The band of a probability. */
    public RiskBand of(Reading<Double> probability) {
        return probability
                .value()
                .map(p -> p >= high ? RiskBand.HIGH : p >= medium ? RiskBand.MEDIUM : RiskBand.LOW)
                .orElse(RiskBand.UNSCORED);
    }
}
