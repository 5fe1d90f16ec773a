package io.revops.metric.recurring;

import io.revops.money.Money;
import io.revops.money.RunRate;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Run rates per month as they are printed beside a printed total: each is rounded down, and what is missing goes, a unit of the
 * last digit each, to those with the largest remainders, of equal ones to the first. What is 0 stays 0.
 */
public final class PrintedShares {
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    private PrintedShares() {}

    /**
     * The shares as printed.
     *
     * @param exact in one currency
     * @param target the printed total, with as many digits
     * @param digits digits after the point
     * @return as many amounts as there are run rates, in their order; they add up to the target unless all are 0
     */
    public static List<BigDecimal> of(List<RunRate> exact, BigDecimal target, int digits) {
        BigDecimal unit = BigDecimal.ONE.movePointLeft(digits);
        BigDecimal[] shares = new BigDecimal[exact.size()];
        BigInteger[] remainders = new BigInteger[exact.size()];
        List<Integer> order = new ArrayList<>();
        BigDecimal left = target;
        for (int i = 0; i < shares.length; i++) {
            RunRate rate = exact.get(i);
            shares[i] = rate.perYear().amount().divide(MONTHS, digits, RoundingMode.FLOOR);
            remainders[i] = rate.minus(RunRate.perMonth(Money.of(shares[i], rate.currency())))
                    .microsPerYear();
            left = left.subtract(shares[i]);
            if (!rate.isZero()) {
                order.add(i);
            }
        }
        order.sort(Comparator.comparing((Integer i) -> remainders[i]).reversed());
        int missing = left.divide(unit, 0, RoundingMode.UNNECESSARY).intValueExact();
        for (int n = 0; n < Math.abs(missing) && !order.isEmpty(); n++) {
            int at = missing > 0 ? order.get(n % order.size()) : order.get(order.size() - 1 - n % order.size());
            shares[at] = missing > 0 ? shares[at].add(unit) : shares[at].subtract(unit);
        }
        return List.of(shares);
    }
}
