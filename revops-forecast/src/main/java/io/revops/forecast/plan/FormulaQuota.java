package io.revops.forecast.plan;

import io.revops.metric.Explanation;
import java.util.List;

/**
 * The quota that the formula gives a territory, with every factor.
 *
 * @param market what it was read from
 * @param currentMarket addressable market × penetration
 * @param growthFactor 1 + growth
 * @param capacityFactor years of experience × capacity / 100
 * @param competitionFactor 1 − 0.2 × competitor strength
 * @param stretchFactor what the unrounded quota is stretched by
 */
public record FormulaQuota(
        TerritoryMarket market,
        double currentMarket,
        double growthFactor,
        double capacityFactor,
        double competitionFactor,
        double stretchFactor) {
    /** The product of the factors, before it is rounded. */
    public double unrounded() {
        return currentMarket * growthFactor * capacityFactor * competitionFactor;
    }

    /** The quota in two decimals, half-even on the binary value. */
    public double base() {
        return BinaryRounding.cents(unrounded());
    }

    /** The unrounded quota stretched, in two decimals. */
    public double stretch() {
        return BinaryRounding.cents(unrounded() * stretchFactor);
    }

    /** High or Medium, as the guide has it; {@link FormulaConfidence#of(double)} tells Low apart. */
    public FormulaConfidence confidence() {
        return FormulaConfidence.ofGuide(market.dataQuality());
    }

    /** Every factor, the product, and what the formula does at its edges. */
    public Explanation explain() {
        return new Explanation(
                toString(),
                "addressable market × penetration × (1 + growth) × (experience years × capacity / 100) × (1 − 0.2 × competitor strength)",
                List.of(
                        "current market " + currentMarket + " = " + market.totalAddressableMarket() + " × "
                                + market.currentPenetration(),
                        "growth factor " + growthFactor,
                        "capacity factor " + capacityFactor + " = " + market.repExperienceYears() + " × "
                                + market.repCapacity() + " / 100",
                        "competition factor " + competitionFactor + " = 1 − 0.2 × " + market.competitorStrength(),
                        "unrounded quota " + unrounded(),
                        "stretch " + stretch() + " = " + stretchFactor + " × the unrounded quota"),
                List.of(
                        "two decimals, half-even on the binary value",
                        "confidence High if data quality > 0.8, strictly, else Medium"),
                List.of(),
                List.of(
                        "no experience or no penetration: a quota of 0, however large the market",
                        "the capacity factor has no upper end: ten years at full capacity ask for ten times the market share",
                        "the sum of territories is tied to no target: see QuotaPlanner"));
    }

    /** {@code T1: 540000.0, stretch 648000.0, confidence High}. */
    @Override
    public String toString() {
        return market.name() + ": " + base() + ", stretch " + stretch() + ", confidence "
                + confidence().label();
    }
}
