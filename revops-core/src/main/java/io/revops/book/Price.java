package io.revops.book;

import io.revops.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is charged for a quantity, and how often.
 *
 * <p>A price is per unit, flat (the same for any quantity above 0), by volume (all units at the step that the quantity is in)
 * or graduated (each unit at its own step). It is metered if the quantity is only known afterwards, and one-time if it has
 * no billing interval.
 */
public final class Price {
    /** How an amount follows from a quantity. */
    public enum Model {
        PER_UNIT,
        FLAT,
        VOLUME,
        GRADUATED
    }

    /** Whether the quantity is agreed or measured. */
    public enum Usage {
        LICENSED,
        METERED
    }

    private final Model model;
    private final Currency currency;
    private final List<Tier> tiers;
    private final @Nullable BillingInterval interval;
    private final Usage usage;
    private final long packageSize;
    private final RoundingMode packageRounding;

    private Price(
            Model model,
            Currency currency,
            List<Tier> tiers,
            @Nullable BillingInterval interval,
            Usage usage,
            long packageSize,
            RoundingMode packageRounding) {
        this.model = model;
        this.currency = Objects.requireNonNull(currency, "currency");
        this.tiers = List.copyOf(tiers);
        this.interval = interval;
        this.usage = usage;
        this.packageSize = packageSize;
        this.packageRounding = packageRounding;
    }

    /** So much for each unit. */
    public static Price perUnit(Money unitAmount, BillingInterval interval) {
        return simple(Model.PER_UNIT, unitAmount, interval);
    }

    /** So much for any quantity above 0. */
    public static Price flat(Money amount, BillingInterval interval) {
        return simple(Model.FLAT, amount, interval);
    }

    /** So much for each unit, once. */
    public static Price oneTime(Money unitAmount) {
        return simple(Model.PER_UNIT, unitAmount, null);
    }

    /**
     * A price in steps.
     *
     * @param model {@link Model#VOLUME} or {@link Model#GRADUATED}
     * @param tiers by ascending {@link Tier#upTo()}, the last without one
     */
    public static Price tiered(Model model, Currency currency, List<Tier> tiers, @Nullable BillingInterval interval) {
        if (model != Model.VOLUME && model != Model.GRADUATED) {
            throw new IllegalArgumentException(
                    "A price of the model " + model + " has no tiers. Maybe VOLUME or GRADUATED.");
        }
        if (tiers.isEmpty()) {
            throw new IllegalArgumentException("A tiered price has no tiers. Maybe they were not exported with it.");
        }
        for (int i = 0; i < tiers.size(); i++) {
            BigDecimal upTo = tiers.get(i).upTo();
            boolean last = i == tiers.size() - 1;
            BigDecimal below = i == 0 ? BigDecimal.ZERO : tiers.get(i - 1).upTo();
            if (last ? upTo != null : upTo == null || below == null || upTo.compareTo(below) <= 0) {
                throw new IllegalArgumentException("Tier " + (i + 1) + " of " + tiers.size() + " goes up to " + upTo
                        + ". Maybe ascending limits, and none in the last.");
            }
        }
        return new Price(model, currency, tiers, interval, Usage.LICENSED, 1, RoundingMode.UP);
    }

    private static Price simple(Model model, Money amount, @Nullable BillingInterval interval) {
        Objects.requireNonNull(amount, "amount");
        Tier only = new Tier(null, amount.amount(), BigDecimal.ZERO);
        return new Price(model, amount.currency(), List.of(only), interval, Usage.LICENSED, 1, RoundingMode.UP);
    }

    /** The same, for a quantity that is only measured afterwards. */
    public Price metered() {
        return new Price(model, currency, tiers, interval, Usage.METERED, packageSize, packageRounding);
    }

    /**
     * The same for units that are sold in packages: the quantity is divided by the size and rounded to whole packages.
     *
     * @param size units in a package, at least 1
     * @param rounding up or down
     */
    public Price inPackagesOf(long size, RoundingMode rounding) {
        if (size < 1) {
            throw new IllegalArgumentException("A package holds " + size + " units. Maybe 1 or more.");
        }
        return new Price(model, currency, tiers, interval, usage, size, rounding);
    }

    public Model model() {
        return model;
    }

    public Currency currency() {
        return currency;
    }

    /** The steps; a price per unit and a flat one have a single step without a limit. */
    public List<Tier> tiers() {
        return tiers;
    }

    /** What a unit costs in the first step: of a flat price, the whole. */
    public Money unitAmount() {
        return Money.of(tiers.get(0).unitAmount(), currency);
    }

    /** How often it is billed; absent: once. */
    public Optional<BillingInterval> interval() {
        return Optional.ofNullable(interval);
    }

    public Usage usage() {
        return usage;
    }

    /** How many units are sold together; 1 unless said. */
    public long packageSize() {
        return packageSize;
    }

    /** How a quantity is rounded to whole packages. */
    public RoundingMode packageRounding() {
        return packageRounding;
    }

    /** What one bill charges for a quantity, exactly. */
    public Money total(BigDecimal quantity) {
        BigDecimal units =
                packageSize == 1 ? quantity : quantity.divide(BigDecimal.valueOf(packageSize), 0, packageRounding);
        return Money.of(
                switch (model) {
                    case PER_UNIT -> tiers.get(0).unitAmount().multiply(units);
                    case FLAT -> units.signum() > 0 ? tiers.get(0).unitAmount() : BigDecimal.ZERO;
                    case VOLUME -> volume(units);
                    case GRADUATED -> graduated(units);
                },
                currency);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Price that
                && model == that.model
                && currency.equals(that.currency)
                && tiers.equals(that.tiers)
                && Objects.equals(interval, that.interval)
                && usage == that.usage
                && packageSize == that.packageSize
                && packageRounding == that.packageRounding;
    }

    @Override
    public int hashCode() {
        return Objects.hash(model, currency, tiers, interval, usage, packageSize, packageRounding);
    }

    /** {@code USD 10.00 per unit a month}. */
    @Override
    public String toString() {
        String how = switch (model) {
            case PER_UNIT -> unitAmount() + " per unit";
            case FLAT -> unitAmount() + " flat";
            case VOLUME, GRADUATED ->
                currency + " in " + tiers.size() + " tiers " + model.name().toLowerCase(java.util.Locale.ROOT) + " "
                        + tiers;
        };
        return how
                + (interval == null ? " once" : " every " + interval)
                + (usage == Usage.METERED ? ", metered" : "")
                + (packageSize == 1 ? "" : ", in packages of " + packageSize + " rounded " + packageRounding);
    }

    private BigDecimal volume(BigDecimal units) {
        if (units.signum() <= 0) {
            return BigDecimal.ZERO;
        }
        for (Tier tier : tiers) {
            if (tier.upTo() == null || units.compareTo(tier.upTo()) <= 0) {
                return tier.unitAmount().multiply(units).add(tier.flatAmount());
            }
        }
        throw new IllegalStateException("The last tier has a limit");
    }

    private BigDecimal graduated(BigDecimal units) {
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal below = BigDecimal.ZERO;
        for (Tier tier : tiers) {
            if (units.compareTo(below) <= 0) {
                break;
            }
            BigDecimal upTo = tier.upTo() == null ? units : tier.upTo().min(units);
            total = total.add(tier.unitAmount().multiply(upTo.subtract(below))).add(tier.flatAmount());
            below = upTo;
        }
        return total;
    }
}
