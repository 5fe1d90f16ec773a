package io.revops.forecast.plan;

import io.revops.money.Money;
import java.util.List;

/**
 * Limits that cannot all be kept: what the first ask for together is more than the second allow together.
 *
 * @param unit the least unit in which they meet
 * @param atLeast limits that ask for an amount, by unit
 * @param atMost limits that allow no more, by unit
 * @param gap by how much the first are above the second; where levels are over-assigned, in the money of the one that carries
 *     most
 */
public record LimitConflict(String unit, List<Limit> atLeast, List<Limit> atMost, Money gap) {
    public LimitConflict {
        atLeast = List.copyOf(atLeast);
        atMost = List.copyOf(atMost);
    }

    @Override
    public String toString() {
        return "In " + unit + ", " + together(atLeast) + (atLeast.size() == 1 ? " asks for " : " ask for ")
                + Cents.print(gap) + " more than " + together(atMost) + (atMost.size() == 1 ? " allows" : " allow");
    }

    private static String together(List<Limit> limits) {
        return String.join(", ", limits.stream().map(Limit::toString).toList());
    }
}
