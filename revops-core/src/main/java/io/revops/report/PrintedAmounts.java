package io.revops.report;

import io.revops.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Amounts as they are printed above their printed total: each is rounded down, and what is missing goes, a unit of the last
 * digit each, to those with the largest remainders, of equal ones to the first.
 */
final class PrintedAmounts {
    private PrintedAmounts() {}

    /**
     * The amounts as printed.
     *
     * @param exact in one currency
     * @return as many, in their order; they add up to the rounded sum of the exact ones
     */
    static List<BigDecimal> of(List<Money> exact) {
        if (exact.isEmpty()) {
            return List.of();
        }
        int digits = Math.max(0, exact.get(0).currency().getDefaultFractionDigits());
        BigDecimal unit = BigDecimal.ONE.movePointLeft(digits);
        BigDecimal total = exact.stream().map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal left = total.setScale(digits, RoundingMode.HALF_UP);
        List<BigDecimal> shares = new ArrayList<>();
        List<Integer> order = new ArrayList<>();
        for (Money amount : exact) {
            BigDecimal floor = amount.amount().setScale(digits, RoundingMode.FLOOR);
            order.add(shares.size());
            shares.add(floor);
            left = left.subtract(floor);
        }
        order.sort(Comparator.comparing((Integer i) -> exact.get(i).amount().subtract(shares.get(i)))
                .reversed());
        int missing = left.divide(unit, 0, RoundingMode.UNNECESSARY).intValueExact();
        for (int n = 0; n < missing; n++) {
            int at = order.get(n);
            shares.set(at, shares.get(at).add(unit));
        }
        return List.copyOf(shares);
    }
}
