package io.revops.forecast.learn;

/**
 * By what share of its own answer each tree moves the score: small steps need more rounds and forget less.
 *
 * @param share above 0, at most 1; 0.05 unless said
 */
public record LearningRate(double share) {
    public LearningRate {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("The learning rate is " + share + ". Maybe 0.05.");
        }
    }

    public static LearningRate of(double share) {
        return new LearningRate(share);
    }
}
