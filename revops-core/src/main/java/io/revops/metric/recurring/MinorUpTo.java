package io.revops.metric.recurring;

import java.math.BigDecimal;

/**
 * Up to which share of what a unit was worth before an expansion is minor, that share included: an uplift at the renewal, a few
 * seats more. What is above it is major.
 *
 * @param share 0 or more; 0.1 is 10 %
 */
public record MinorUpTo(BigDecimal share) {
    /** Ten per cent. */
    public static final MinorUpTo TEN_PERCENT = of("0.1");

    public MinorUpTo {
        if (share.signum() < 0) {
            throw new IllegalArgumentException(
                    "An expansion is minor up to a share of what was there before, not " + share + ". Maybe 0.1.");
        }
        share = share.signum() == 0 ? BigDecimal.ZERO : share.stripTrailingZeros();
    }

    /** A share as text: {@code "0.1"} is 10 %. */
    public static MinorUpTo of(String share) {
        return new MinorUpTo(new BigDecimal(share));
    }

    /** Whether an expansion of what was worth so much before is minor; both in the same unit. */
    boolean isMinor(long expansion, long before) {
        return BigDecimal.valueOf(expansion).compareTo(share.multiply(BigDecimal.valueOf(before))) <= 0;
    }

    /** {@code 10 %}. */
    @Override
    public String toString() {
        return share.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }
}
