package io.revops.ledger;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Sums that are exact whatever they grow to: longs, until one would overflow. */
final class ExactSums {
    private final long[] small;
    private final @Nullable BigInteger[] large;

    ExactSums(int count) {
        small = new long[count];
        large = new BigInteger[count];
    }

    void add(int at, long amount) {
        long sum = small[at] + amount;
        if (((small[at] ^ sum) & (amount ^ sum)) < 0) {
            spill(at, BigInteger.valueOf(small[at]));
            sum = amount;
        }
        small[at] = sum;
    }

    void add(ExactSums other) {
        for (int i = 0; i < small.length; i++) {
            add(i, other.small[i]);
            BigInteger more = other.large[i];
            if (more != null) {
                spill(i, more);
            }
        }
    }

    BigInteger get(int at) {
        BigInteger more = large[at];
        BigInteger sum = BigInteger.valueOf(small[at]);
        return more == null ? sum : more.add(sum);
    }

    private void spill(int at, BigInteger amount) {
        BigInteger more = large[at];
        large[at] = more == null ? amount : more.add(amount);
    }
}
