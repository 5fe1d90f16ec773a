package io.revops.forecast.plan;

import io.revops.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * How much more than the target is given out as quotas, so that the target is met though not everybody meets theirs.
 * Customary are 20 to 25 % on the level of reps.
 *
 * @param share 0.2 for 20 %; 0 to 10
 */
public record OverAssignment(BigDecimal share) {
    /** The quotas add up to the target. */
    public static final OverAssignment NONE = new OverAssignment(BigDecimal.ZERO);

    public OverAssignment {
        Objects.requireNonNull(share, "share");
        if (share.signum() < 0 || share.compareTo(BigDecimal.TEN) > 0) {
            throw new IllegalArgumentException("An over-assignment is " + share + ". Maybe 0.2 for 20 %, or none.");
        }
        share = share.signum() == 0 ? BigDecimal.ZERO : share.stripTrailingZeros();
    }

    /** Of so many percent: 20. */
    public static OverAssignment percent(double percent) {
        if (!Double.isFinite(percent)) {
            throw new IllegalArgumentException("An over-assignment is " + percent + " %. Maybe 20.");
        }
        return new OverAssignment(BigDecimal.valueOf(percent).movePointLeft(2));
    }

    /** What is given out of a target: target × (1 + share), half-up to the cent. */
    public Money of(Money target) {
        BigDecimal exact = target.amount().multiply(BigDecimal.ONE.add(share));
        int digits = Math.max(0, target.currency().getDefaultFractionDigits());
        return Money.of(exact.setScale(digits, RoundingMode.HALF_UP), target.currency());
    }

    /** {@code 20 %}. */
    @Override
    public String toString() {
        BigDecimal percent = share.movePointRight(2);
        return (percent.signum() == 0 ? "0" : percent.stripTrailingZeros().toPlainString()) + " %";
    }
}
