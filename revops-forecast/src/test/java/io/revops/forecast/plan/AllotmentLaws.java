package io.revops.forecast.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;

/** Cents shared out beside the plainest way to do it: one after the other, each to whom it is due. */
class AllotmentLaws {
    /** If it failed, somebody's cent would be with somebody who has less of a claim to it. */
    @Property(tries = 500)
    void sharesAreThoseOfCentsGivenOneByOne(@ForAll @LongRange(max = 10_000_000) long seed) {
        Random random = new Random(seed);
        int n = 1 + random.nextInt(6);
        long[] weights = new long[n];
        long[] low = new long[n];
        long[] high = new long[n];
        long least = 0;
        long most = 0;
        for (int i = 0; i < n; i++) {
            weights[i] = random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(12);
            low[i] = random.nextInt(3) == 0 ? random.nextInt(30) : 0;
            high[i] = random.nextInt(3) == 0 ? low[i] + random.nextInt(40) : Long.MAX_VALUE / 10;
            least += low[i];
            most += Math.min(high[i], 300);
        }
        long amount = least + random.nextInt((int) (most - least + 1));
        BigInteger[] shares = Allotment.of(
                BigInteger.valueOf(amount),
                Arrays.stream(weights).mapToObj(BigDecimal::valueOf).toArray(BigDecimal[]::new),
                Arrays.stream(low).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new),
                Arrays.stream(high)
                        .mapToObj(h -> h > 1_000_000 ? null : BigInteger.valueOf(h))
                        .toArray(AllotmentLaws::ceilings));
        assertThat(Arrays.stream(shares).mapToLong(BigInteger::longValueExact))
                .containsExactly(boxed(oneByOne(amount, weights, low, high)));
    }

    /** If it failed, a quarter's quota would lie cents away from a quarter of the year's. */
    @Property(tries = 200)
    void everyRunningTotalIsTheNearestCent(@ForAll @LongRange(max = 10_000_000) long seed) {
        Random random = new Random(seed);
        long[] weights = random.longs(1 + random.nextInt(12), 0, 50).toArray();
        weights[0]++;
        long amount = random.nextInt(100_000);
        BigInteger[] shares = Allotment.overTime(
                BigInteger.valueOf(amount),
                Arrays.stream(weights).mapToObj(BigDecimal::valueOf).toArray(BigDecimal[]::new));
        long all = Arrays.stream(weights).sum();
        long passed = 0;
        long given = 0;
        for (int i = 0; i < weights.length; i++) {
            passed += weights[i];
            given += shares[i].longValueExact();
            assertThat(shares[i].signum()).isNotNegative();
            assertThat(Math.abs(2 * (given * all - amount * passed))).isLessThanOrEqualTo(all);
        }
        assertThat(given).isEqualTo(amount);
    }

    private static @Nullable BigInteger[] ceilings(int n) {
        return new BigInteger[n];
    }

    private static Long[] boxed(long[] shares) {
        return Arrays.stream(shares).boxed().toArray(Long[]::new);
    }

    /**
     * From the floors on, the next cent goes where (share + ½) / weight is least and there is room; first to who has a
     * weight.
     */
    private static long[] oneByOne(long amount, long[] weights, long[] low, long[] high) {
        boolean nobody = Arrays.stream(weights).allMatch(w -> w == 0);
        long[] shares = low.clone();
        for (long left = amount - Arrays.stream(low).sum(); left > 0; left--) {
            int to = next(shares, high, weights, nobody);
            if (to < 0) {
                to = next(shares, high, weights, true);
            }
            shares[to]++;
        }
        return shares;
    }

    private static int next(long[] shares, long[] high, long[] weights, boolean equal) {
        int to = -1;
        for (int i = 0; i < shares.length; i++) {
            long weight = equal ? weights[i] == 0 ? 1 : 0 : weights[i];
            if (weight > 0
                    && shares[i] < high[i]
                    && (to < 0 || (2 * shares[i] + 1) * (equal ? 1 : weights[to]) < (2 * shares[to] + 1) * weight)) {
                to = i;
            }
        }
        return to;
    }
}
