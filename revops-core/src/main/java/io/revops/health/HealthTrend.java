package io.revops.health;

import java.math.BigDecimal;
import java.util.List;

/**
 * How a score went.
 *
 * @param scores one a month, the last at the end; at least two
 * @param rule when it is declining
 */
public record HealthTrend(List<BigDecimal> scores, TrendRule rule) {
    public HealthTrend {
        scores = List.copyOf(scores);
        if (scores.size() < 2) {
            throw new IllegalArgumentException("A trend of " + scores.size() + " scores is none. Maybe two months.");
        }
    }

    /** The last score less the first. */
    public BigDecimal delta() {
        return scores.get(scores.size() - 1).subtract(scores.get(0));
    }

    /** Points a month, by least squares. */
    public double slope() {
        double middle = (scores.size() - 1) / 2.0;
        double product = 0;
        double square = 0;
        for (int i = 0; i < scores.size(); i++) {
            product += (i - middle) * scores.get(i).doubleValue();
            square += (i - middle) * (i - middle);
        }
        return product / square;
    }

    /** Whether it fell by the rule's points, and the line through all scores falls too. */
    public boolean isDeclining() {
        return delta().negate().compareTo(BigDecimal.valueOf(rule.fall())) >= 0 && slope() < 0;
    }

    /** {@code 71.0 -> 58.5 over 4 months (-4.17 a month), declining}. */
    @Override
    public String toString() {
        return scores.get(0) + " -> " + scores.get(scores.size() - 1) + " over " + scores.size() + " scores ("
                + Texts.number(slope()) + " a month)" + (isDeclining() ? ", declining" : "");
    }
}
