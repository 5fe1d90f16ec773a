package io.revops.health;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Divides 100 points among factors in tenths of a point, exactly: the sum is rounded once, and what the shares lose by
 * rounding down goes, a tenth each, to those that lost the most (the first of equals).
 */
final class PointShares {
    private static final int TENTHS = 1000;

    private PointShares() {}

    /** A share for each weight and worth; their sum is the score, rounded half-up. */
    static List<BigDecimal> of(List<Double> weights, List<Double> worths) {
        BigDecimal all = BigDecimal.ZERO;
        for (double weight : weights) {
            all = all.add(new BigDecimal(weight));
        }
        List<BigDecimal> exact = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < weights.size(); i++) {
            BigDecimal share = new BigDecimal(weights.get(i))
                    .multiply(new BigDecimal(worths.get(i)))
                    .multiply(BigDecimal.valueOf(TENTHS));
            exact.add(share);
            sum = sum.add(share);
        }
        long score = sum.divide(all, 0, RoundingMode.HALF_UP).longValueExact();
        long[] tenths = new long[exact.size()];
        List<BigDecimal> rest = new ArrayList<>();
        long given = 0;
        for (int i = 0; i < tenths.length; i++) {
            BigDecimal[] whole = exact.get(i).divideAndRemainder(all);
            tenths[i] = whole[0].longValueExact();
            rest.add(whole[1]);
            given += tenths[i];
        }
        int[] byRest = IntStream.range(0, tenths.length)
                .boxed()
                .sorted(Comparator.comparing(rest::get, Comparator.<BigDecimal>reverseOrder())
                        .thenComparing(Comparator.<Integer>naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i = 0; i < score - given; i++) {
            tenths[byRest[i]]++;
        }
        return IntStream.range(0, tenths.length)
                .mapToObj(i -> BigDecimal.valueOf(tenths[i], 1))
                .toList();
    }
}
