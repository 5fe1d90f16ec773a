package io.revops.forecast.learn;

/**
 * How strongly the value of a leaf is held near zero: λ in −G / (H + λ).
 *
 * @param lambda at least 0; 1 unless said
 */
public record LeafPenalty(double lambda) {
    public LeafPenalty {
        if (!(lambda >= 0 && lambda < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The penalty of a leaf is " + lambda + ". Maybe 1.");
        }
    }

    public static LeafPenalty of(double lambda) {
        return new LeafPenalty(lambda);
    }
}
