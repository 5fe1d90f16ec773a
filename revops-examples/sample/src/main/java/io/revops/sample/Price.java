package io.revops.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one product costs in one currency for one interval. Amounts are in minor units. With tiers {@code unit} is null; with
 * usage the price is charged afterwards and has no amount in advance.
 */
record Price(
        String id,
        Product product,
        Currency currency,
        int months,
        @Nullable BigDecimal unit,
        Tiers tiers,
        Usage usage,
        int packSize) {

    static Price perUnit(String id, Product product, Currency currency, int months, long unit) {
        return new Price(id, product, currency, months, BigDecimal.valueOf(unit), Tiers.NONE, Usage.LICENSED, 1);
    }

    static Price metered(String id, Product product, Currency currency, BigDecimal unit) {
        return new Price(id, product, currency, 1, unit, Tiers.NONE, Usage.METERED, 1);
    }

    Price withPackSize(int size) {
        return new Price(id, product, currency, months, unit, tiers, usage, size);
    }

    /** The amount of one interval, in minor units; usage that is billed afterwards counts 0. */
    BigDecimal amount(long quantity) {
        if (usage == Usage.METERED) {
            return BigDecimal.ZERO;
        }
        if (unit == null) {
            return tiers.amount(quantity);
        }
        long packs = (quantity + packSize - 1) / packSize;
        return unit.multiply(BigDecimal.valueOf(packs));
    }

    /** That amount per year and in major units, to a millionth. */
    BigDecimal perYear(BigDecimal minorUnits) {
        return minorUnits
                .movePointLeft(currency.digits())
                .multiply(BigDecimal.valueOf(12))
                .divide(BigDecimal.valueOf(months), 6, RoundingMode.HALF_EVEN);
    }

    /** How a quantity is known: agreed in advance, or counted afterwards. */
    enum Usage {
        LICENSED,
        METERED
    }

    /** Prices by amount taken. Graduated: each tier prices its own part. Volume: the tier reached prices everything. */
    record Tiers(Mode mode, List<Tier> tiers) {
        static final Tiers NONE = new Tiers(Mode.NONE, List.of());

        BigDecimal amount(long quantity) {
            BigDecimal total = BigDecimal.ZERO;
            long below = 0;
            for (Tier tier : tiers) {
                boolean reached = tier.upTo() == null || quantity <= tier.upTo();
                if (mode == Mode.VOLUME && reached) {
                    return tier.amount(quantity);
                }
                if (mode == Mode.GRADUATED) {
                    long upTo = tier.upTo() == null ? quantity : StrictMath.min(quantity, tier.upTo());
                    total = total.add(tier.amount(upTo - below));
                    below = upTo;
                    if (reached) {
                        return total;
                    }
                }
            }
            return total;
        }

        /** The three ways of pricing by quantity. */
        enum Mode {
            NONE,
            GRADUATED,
            VOLUME
        }
    }

    /** Up to and including this quantity; null: all above. */
    record Tier(@Nullable Long upTo, BigDecimal unit, long flat) {
        BigDecimal amount(long quantity) {
            return unit.multiply(BigDecimal.valueOf(quantity)).add(BigDecimal.valueOf(flat));
        }
    }
}
