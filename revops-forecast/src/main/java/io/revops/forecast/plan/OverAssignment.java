package io.revops.forecast.plan;

import io.revops.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * How much more than the target is given out as quotas, so that the target is met though not everybody meets theirs.
 * Customary are 20 to 25 % on the level of reps.
 *
 * <p>It may be given on the whole, on levels, or both: with {@code percent("region", 5).and("rep", 10)} regions carry
 * 105 % of the company together, and reps 110 % of their regions, which is 115.5 % of the target.
 *
 * @param share on the whole, before anything is shared out: 0.2 for 20 %; 0 to 10
 * @param levels what units of a kind carry together above what they are part of, by kind; each 0 to 10
 */
public record OverAssignment(BigDecimal share, Map<String, BigDecimal> levels) {
    /** The quotas add up to the target. */
    public static final OverAssignment NONE = new OverAssignment(BigDecimal.ZERO);

    public OverAssignment {
        share = checked(share);
        Map<String, BigDecimal> sorted = new TreeMap<>();
        levels.forEach((kind, more) -> sorted.put(kind, checked(more)));
        levels = Collections.unmodifiableMap(sorted);
    }

    /** On the whole, the same on every level. */
    public OverAssignment(BigDecimal share) {
        this(share, Map.of());
    }

    private static BigDecimal checked(BigDecimal share) {
        Objects.requireNonNull(share, "share");
        if (share.signum() < 0 || share.compareTo(BigDecimal.TEN) > 0) {
            throw new IllegalArgumentException("An over-assignment is " + share + ". Maybe 0.2 for 20 %, or none.");
        }
        return share.signum() == 0 ? BigDecimal.ZERO : share.stripTrailingZeros();
    }

    /** On the whole, so many percent: 20. */
    public static OverAssignment percent(double percent) {
        return new OverAssignment(parts(percent));
    }

    /** On one level, so many percent more than what is above it; others follow with {@code and}. */
    public static OverAssignment percent(String kind, double percent) {
        return NONE.and(kind, percent);
    }

    /** The same with another level: units of a kind carry so many percent more together than what they are part of. */
    public OverAssignment and(String kind, double percent) {
        Map<String, BigDecimal> more = new TreeMap<>(levels);
        if (more.put(Objects.requireNonNull(kind, "kind"), parts(percent)) != null) {
            throw new IllegalArgumentException(
                    "The over-assignment has " + kind + " already. Maybe give it once, with its whole share.");
        }
        return new OverAssignment(share, more);
    }

    private static BigDecimal parts(double percent) {
        if (!Double.isFinite(percent)) {
            throw new IllegalArgumentException("An over-assignment is " + percent + " %. Maybe 20.");
        }
        return BigDecimal.valueOf(percent).movePointLeft(2);
    }

    /** What the company gives out of a target: target × (1 + share), half-up to the cent. */
    public Money of(Money target) {
        return times(target, factor());
    }

    /** A target × a product of factors, half-up to the cent. */
    static Money times(Money target, BigDecimal product) {
        int digits = Math.max(0, target.currency().getDefaultFractionDigits());
        return Money.of(target.amount().multiply(product).setScale(digits, RoundingMode.HALF_UP), target.currency());
    }

    /** Of the whole: 1 + share. */
    BigDecimal factor() {
        return BigDecimal.ONE.add(share);
    }

    /** Of a level: 1, or more if it has a share. */
    BigDecimal factor(String kind) {
        return BigDecimal.ONE.add(levels.getOrDefault(kind, BigDecimal.ZERO));
    }

    /** {@code 20 %}, or {@code 5 % at region, 10 % at rep}. */
    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(", ");
        if (share.signum() > 0 || levels.isEmpty()) {
            text.add(percent(share));
        }
        levels.forEach((kind, more) -> text.add(percent(more) + " at " + kind));
        return text.toString();
    }

    static String percent(BigDecimal share) {
        BigDecimal percent = share.movePointRight(2);
        return (percent.signum() == 0 ? "0" : percent.stripTrailingZeros().toPlainString()) + " %";
    }
}
