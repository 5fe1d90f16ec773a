package io.revops.forecast.churn;

/**
 * What the guide's prediction says of one row.
 *
 * @param probability of churn
 * @param informed whether a model said so; otherwise it is the guide's 0.5 for everybody, which nobody should act on
 */
public record GuideScore(double probability, boolean informed) {
    /** {@code 0.5 (no model)}. */
    @Override
    public String toString() {
        return probability + (informed ? "" : " (no model)");
    }
}
