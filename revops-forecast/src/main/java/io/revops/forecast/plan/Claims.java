package io.revops.forecast.plan;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Weighs units against their siblings, and shares each unit's amount out among those below it. */
final class Claims {
    private final Blend blend;

    Claims(Blend blend) {
        this.blend = blend;
    }

    /** Weighs everybody below a branch against their siblings. */
    void weigh(Branch parent) {
        List<Branch> below = parent.below;
        BigDecimal[] weights = weights(below);
        BigDecimal sum = Arrays.stream(weights).reduce(BigDecimal.ZERO, BigDecimal::add);
        for (int i = 0; i < weights.length; i++) {
            Branch branch = below.get(i);
            branch.weight = weights[i];
            branch.claim = sum.signum() == 0
                    ? 1.0 / weights.length
                    : weights[i].divide(sum, MathContext.DECIMAL128).doubleValue();
            weigh(branch);
        }
    }

    /** From a branch whose share is set, down to its leaves. */
    static void shareOut(Branch parent) {
        List<Branch> below = parent.below;
        if (below.isEmpty()) {
            return;
        }
        BigDecimal[] weights = new BigDecimal[below.size()];
        BigInteger[] low = new BigInteger[below.size()];
        @Nullable BigInteger[] high = new BigInteger[below.size()];
        for (int i = 0; i < low.length; i++) {
            weights[i] = below.get(i).weight;
            low[i] = below.get(i).low;
            high[i] = below.get(i).high;
        }
        BigInteger[] shares = Allotment.of(parent.share, weights, low, high);
        for (int i = 0; i < shares.length; i++) {
            below.get(i).share = shares[i];
            shareOut(below.get(i));
        }
    }

    /**
     * Σ share × measure / the siblings' measure, times the product of all the siblings' measures so that nothing is divided.
     * A basis that no sibling has decides nothing between them.
     */
    private BigDecimal[] weights(List<Branch> siblings) {
        List<QuotaBasis> bases = new ArrayList<>();
        List<BigDecimal> sums = new ArrayList<>();
        for (QuotaBasis basis : blend.shares().keySet()) {
            BigDecimal sum = siblings.stream().map(b -> b.measure(basis)).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.signum() > 0) {
                bases.add(basis);
                sums.add(sum);
            }
        }
        BigDecimal[] weights = new BigDecimal[siblings.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = BigDecimal.ZERO;
            for (int k = 0; k < bases.size(); k++) {
                BigDecimal measure = siblings.get(i).measure(bases.get(k));
                BigDecimal part = blend.share(bases.get(k)).multiply(measure);
                for (int j = 0; j < bases.size(); j++) {
                    part = j == k ? part : part.multiply(sums.get(j));
                }
                weights[i] = weights[i].add(part);
                siblings.get(i)
                        .claims
                        .add(new ClaimPart(bases.get(k), measure, sums.get(k), blend.share(bases.get(k))));
            }
        }
        return weights;
    }
}
