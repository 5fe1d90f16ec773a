package io.revops.health;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Divides 100 points among factors in tenths of a point, exactly: the sum is rounded once, and what the shares lose by
 * rounding down goes, a tenth each, to those that lost the most (the first of equals).
 *
 * <p>What each would bring at best is divided in the same way, first to those whose share is more than their best rounded down;
 * and no more shares may be so than there are tenths to give, so that both sums are exact and no share is above its best.
 *
 * @param points a share for each weight and worth; their sum is the score, rounded half-up
 * @param most what each would bring at best; the sum is 100
 */
record PointShares(List<BigDecimal> points, List<BigDecimal> most) {
    private static final int TENTHS = 1000;

    PointShares {
        points = List.copyOf(points);
        most = List.copyOf(most);
    }

    static PointShares of(List<Double> weights, List<Double> worths) {
        BigDecimal all = BigDecimal.ZERO;
        for (double weight : weights) {
            all = all.add(new BigDecimal(weight));
        }
        BigDecimal[] bests = new BigDecimal[weights.size()];
        BigDecimal[] exact = new BigDecimal[weights.size()];
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < exact.length; i++) {
            bests[i] = new BigDecimal(weights.get(i)).multiply(BigDecimal.valueOf(TENTHS));
            exact[i] = bests[i].multiply(new BigDecimal(worths.get(i)));
            sum = sum.add(exact[i]);
        }
        Floors points = Floors.of(exact, all);
        Floors most = Floors.of(bests, all);
        long toGive = sum.divide(all, 0, RoundingMode.HALF_UP).longValueExact() - points.sum();
        long mostToGive = TENTHS - most.sum();
        boolean[] raised = new boolean[exact.length];
        for (int i : points.byRest()) {
            boolean above = points.tenths[i] == most.tenths[i];
            if (toGive > 0 && (!above || mostToGive > 0)) {
                points.tenths[i]++;
                toGive--;
                if (above) {
                    most.tenths[i]++;
                    mostToGive--;
                    raised[i] = true;
                }
            }
        }
        for (int i : most.byRest()) {
            if (mostToGive > 0 && !raised[i]) {
                most.tenths[i]++;
                mostToGive--;
            }
        }
        return new PointShares(points.inPoints(), most.inPoints());
    }

    /** Shares rounded down to tenths of a point, and what each lost by it. */
    private static final class Floors {
        private final long[] tenths;
        private final List<BigDecimal> rests = new ArrayList<>();

        private Floors(int shares) {
            tenths = new long[shares];
        }

        static Floors of(BigDecimal[] exact, BigDecimal all) {
            Floors floors = new Floors(exact.length);
            for (int i = 0; i < exact.length; i++) {
                BigDecimal[] whole = exact[i].divideAndRemainder(all);
                floors.tenths[i] = whole[0].longValueExact();
                floors.rests.add(whole[1]);
            }
            return floors;
        }

        long sum() {
            return Arrays.stream(tenths).sum();
        }

        /** Those that lost the most first. */
        int[] byRest() {
            return IntStream.range(0, tenths.length)
                    .boxed()
                    .sorted(Comparator.comparing(rests::get, Comparator.<BigDecimal>reverseOrder())
                            .thenComparing(Comparator.<Integer>naturalOrder()))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }

        List<BigDecimal> inPoints() {
            return Arrays.stream(tenths)
                    .mapToObj(each -> BigDecimal.valueOf(each, 1))
                    .toList();
        }
    }
}
