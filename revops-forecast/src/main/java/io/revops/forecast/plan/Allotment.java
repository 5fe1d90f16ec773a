package io.revops.forecast.plan;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Shares an amount of whole cents out by weights, each share between a floor and a ceiling, adding up to the cent.
 *
 * <p>Every share is {@code clamp(round(λ · weight), floor, ceiling)} with one λ for all (Webster's rounding, also called
 * Sainte-Laguë: M. Balinski, H. P. Young, Fair Representation, 1982). It is what is left of a proportion when it must come in
 * whole cents and within limits, and it is monotone: a cent more to share out goes to somebody and is taken from nobody. The
 * largest remainder is not; with it a quota can fall when the target rises (the Alabama paradox). Where two have the same
 * claim to a cent, the one that stands first has it; the caller orders by id, so that no order of input matters. What has no
 * weight gets its floor, and more only when everything with a weight is at its ceiling; where nothing has a weight, all count
 * the same.
 */
final class Allotment {
    private static final BigInteger TWO = BigInteger.TWO;

    private final BigInteger[] weights;
    private final BigInteger[] low;
    private final @Nullable BigInteger[] high;

    private Allotment(BigInteger[] weights, BigInteger[] low, @Nullable BigInteger[] high) {
        this.weights = weights;
        this.low = low;
        this.high = high;
    }

    /**
     * Shares of the parts of a period, in their order: each running total is the nearest cent to its exact share, half-up, so
     * that a quarter of a year has its quarter whenever that is a whole amount.
     */
    static BigInteger[] overTime(BigInteger amount, BigDecimal[] weights) {
        BigInteger[] whole = whole(weights);
        BigInteger all = Arrays.stream(whole).reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger[] shares = new BigInteger[whole.length];
        BigInteger passed = BigInteger.ZERO;
        BigInteger given = BigInteger.ZERO;
        for (int i = 0; i < shares.length; i++) {
            passed = passed.add(whole[i]);
            BigInteger total = amount.multiply(passed).multiply(TWO).add(all).divide(all.multiply(TWO));
            shares[i] = total.subtract(given);
            given = total;
        }
        return shares;
    }

    /**
     * Shares within limits.
     *
     * @param amount from the sum of the floors to the sum of the ceilings
     * @param high null for no ceiling
     */
    static BigInteger[] of(BigInteger amount, BigDecimal[] weights, BigInteger[] low, @Nullable BigInteger[] high) {
        BigInteger[] whole = whole(weights);
        List<Integer> weighted = new ArrayList<>();
        List<Integer> unweighted = new ArrayList<>();
        for (int i = 0; i < whole.length; i++) {
            (whole[i].signum() > 0 ? weighted : unweighted).add(i);
        }
        BigInteger room = BigInteger.ZERO;
        for (int i : weighted) {
            BigInteger ceiling = high[i];
            room = room == null || ceiling == null ? null : room.add(ceiling);
        }
        BigInteger[] shares = low.clone();
        BigInteger rest = amount;
        for (int i : unweighted) {
            rest = rest.subtract(low[i]);
        }
        if (room == null || rest.compareTo(room) <= 0) {
            fill(shares, weighted, rest, whole, low, high);
        } else {
            for (int i : weighted) {
                shares[i] = Objects.requireNonNull(high[i]);
            }
            BigInteger[] equal = new BigInteger[whole.length];
            Arrays.fill(equal, BigInteger.ONE);
            fill(shares, unweighted, amount.subtract(room), equal, low, high);
        }
        return shares;
    }

    private static void fill(
            BigInteger[] shares,
            List<Integer> places,
            BigInteger amount,
            BigInteger[] weights,
            BigInteger[] low,
            @Nullable BigInteger[] high) {
        int n = places.size();
        BigInteger[] w = new BigInteger[n];
        BigInteger[] l = new BigInteger[n];
        @Nullable BigInteger[] h = new BigInteger[n];
        for (int i = 0; i < n; i++) {
            w[i] = weights[places.get(i)];
            l[i] = low[places.get(i)];
            h[i] = high[places.get(i)];
        }
        BigInteger[] filled = n == 0 ? new BigInteger[0] : new Allotment(w, l, h).share(amount);
        for (int i = 0; i < n; i++) {
            shares[places.get(i)] = filled[i];
        }
    }

    private BigInteger[] share(BigInteger amount) {
        BigInteger[] level = level(amount);
        BigInteger[] shares = new BigInteger[weights.length];
        BigInteger left = amount;
        for (int i = 0; i < shares.length; i++) {
            BigInteger twice = level[0].multiply(weights[i]).multiply(TWO).add(level[1]);
            shares[i] = clamp(twice.divide(level[1].multiply(TWO)), i);
            left = left.subtract(shares[i]);
        }
        mend(shares, left);
        return shares;
    }

    /** The exact λ, as a fraction, at which the unrounded shares add up to the amount. */
    private BigInteger[] level(BigInteger amount) {
        List<BigInteger[]> bends = new ArrayList<>();
        BigInteger fixed = BigInteger.ZERO;
        for (int i = 0; i < weights.length; i++) {
            fixed = fixed.add(low[i]);
            bends.add(new BigInteger[] {low[i], weights[i], low[i].negate(), weights[i]});
            BigInteger ceiling = high[i];
            if (ceiling != null) {
                bends.add(new BigInteger[] {ceiling, weights[i], ceiling, weights[i].negate()});
            }
        }
        bends.sort((a, b) -> a[0].multiply(b[1]).compareTo(b[0].multiply(a[1])));
        BigInteger slope = BigInteger.ZERO;
        for (BigInteger[] bend : bends) {
            BigInteger reached = fixed.multiply(bend[1]).add(bend[0].multiply(slope));
            if (reached.compareTo(amount.multiply(bend[1])) >= 0) {
                return slope.signum() == 0
                        ? new BigInteger[] {bend[0], bend[1]}
                        : new BigInteger[] {amount.subtract(fixed), slope};
            }
            fixed = fixed.add(bend[2]);
            slope = slope.add(bend[3]);
        }
        BigInteger[] last = bends.get(bends.size() - 1);
        return slope.signum() == 0
                ? new BigInteger[] {last[0], last[1]}
                : new BigInteger[] {amount.subtract(fixed), slope};
    }

    /** Moves the few cents that rounding left: the next one goes where (share + ½) / weight is least. */
    private void mend(BigInteger[] shares, BigInteger left) {
        if (left.signum() == 0) {
            return;
        }
        boolean more = left.signum() > 0;
        BigInteger step = more ? BigInteger.ONE : BigInteger.ONE.negate();
        Comparator<BigInteger[]> first = (a, b) -> {
            int claim = a[0].multiply(b[1]).compareTo(b[0].multiply(a[1]));
            int order = claim == 0 ? a[2].compareTo(b[2]) : claim;
            return more ? order : -order;
        };
        PriorityQueue<BigInteger[]> queue = new PriorityQueue<>(first);
        for (int i = 0; i < shares.length; i++) {
            offer(queue, shares, i, step);
        }
        for (BigInteger k = left.abs(); k.signum() > 0; k = k.subtract(BigInteger.ONE)) {
            BigInteger[] next = queue.poll();
            if (next == null) {
                throw new IllegalStateException(
                        "There is no room for " + left + " cents. Maybe the limits were not checked.");
            }
            int i = next[2].intValueExact();
            shares[i] = shares[i].add(step);
            offer(queue, shares, i, step);
        }
    }

    private void offer(PriorityQueue<BigInteger[]> queue, BigInteger[] shares, int i, BigInteger step) {
        if (clamp(shares[i].add(step), i).equals(shares[i])) {
            return;
        }
        queue.add(new BigInteger[] {shares[i].multiply(TWO).add(step), weights[i], BigInteger.valueOf(i)});
    }

    private BigInteger clamp(BigInteger share, int i) {
        BigInteger ceiling = high[i];
        BigInteger under = ceiling == null ? share : share.min(ceiling);
        return under.max(low[i]);
    }

    /** The weights as whole numbers in the same proportion; all 1 where none is above 0. */
    private static BigInteger[] whole(BigDecimal[] weights) {
        int scale = 0;
        boolean any = false;
        for (BigDecimal weight : weights) {
            scale = Math.max(scale, weight.scale());
            any |= weight.signum() > 0;
        }
        BigInteger[] whole = new BigInteger[weights.length];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = any ? weights[i].setScale(scale).unscaledValue() : BigInteger.ONE;
        }
        return whole;
    }
}
