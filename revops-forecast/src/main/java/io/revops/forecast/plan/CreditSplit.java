package io.revops.forecast.plan;

import io.revops.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who is credited with which share of a deal, or carries which share of a quota; the parts add up to the cent.
 *
 * <p>Parts go by the largest remainder: each is rounded down, and the cents that are left go to the largest remainders, of
 * equal ones to the first named. Credit that is given twice is no split: that is an {@link Overlay}.
 *
 * @param shares by name, in the order in which equal ones are served; none negative, not all 0; only their proportion counts
 */
public record CreditSplit(Map<String, BigDecimal> shares) {
    public CreditSplit {
        shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<String, BigDecimal> share : shares.entrySet()) {
            if (share.getValue().signum() < 0) {
                throw new IllegalArgumentException("The share of (" + share.getKey() + ") is " + share.getValue()
                        + ", below 0. Maybe leave it out.");
            }
            sum = sum.add(share.getValue());
        }
        if (sum.signum() == 0) {
            throw new IllegalArgumentException(
                    "Nobody has a share above 0. Maybe CreditSplit.evenly(\"Ana\", \"Ben\").");
        }
    }

    /** Everybody the same. */
    public static CreditSplit evenly(String... names) {
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        for (String name : names) {
            if (shares.put(name, BigDecimal.ONE) != null) {
                throw new IllegalArgumentException("(" + name + ") is there twice. Maybe give it twice the share.");
            }
        }
        return new CreditSplit(shares);
    }

    /** One with a share; the others follow with {@code and}. */
    public static CreditSplit of(String name, double share) {
        return new CreditSplit(Map.of(name, BigDecimal.valueOf(share)));
    }

    /** The same with one more. */
    public CreditSplit and(String name, double share) {
        Map<String, BigDecimal> more = new LinkedHashMap<>(shares);
        if (more.put(name, BigDecimal.valueOf(share)) != null) {
            throw new IllegalArgumentException("(" + name + ") is there twice. Maybe give it twice the share.");
        }
        return new CreditSplit(more);
    }

    /** The parts of an amount. */
    public Map<String, Money> of(Money amount) {
        int scale = shares.values().stream().mapToInt(BigDecimal::scale).max().orElse(0);
        List<BigInteger> whole = shares.values().stream()
                .map(s -> s.setScale(Math.max(scale, 0)).unscaledValue())
                .toList();
        long[] weights = whole.stream().mapToLong(BigInteger::longValueExact).toArray();
        List<Money> parts = amount.allocate(weights);
        Map<String, Money> split = new LinkedHashMap<>();
        int i = 0;
        for (String name : shares.keySet()) {
            split.put(name, parts.get(i++));
        }
        return Collections.unmodifiableMap(split);
    }
}
